using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Boundary;

/// <summary>What old clients send (a message with a value and no text), and texts that are hardly one.</summary>
public sealed class OldClientTests
{
    [Fact]
    public Task A_press_that_comes_as_a_message_counts() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        await desk.Priya.PressAsSubmitAsync(desk.Priya.Newest("Accept"), "Accept");

        Assert.IsType<Claimed>(await desk.StateAsync(number));
    });

    [Theory]
    [InlineData("")]
    [InlineData("&nbsp;")]
    [InlineData("\u00A0\n")]
    [InlineData("<at>VSTRS handoff</at>")]
    public Task A_mention_and_nothing_more_draws_help(string text) => Desk.PlayAsync(async desk =>
    {
        var answer = await desk.Priya.SayInChannelAsync(text);

        Assert.Equal(200, answer.Status);
        Assert.Contains(desk.Priya.Channel, message => message.Card?.ToJsonString().Contains("accept K7F3", StringComparison.Ordinal) == true);
    });

    [Fact]
    public Task Two_mentions_of_the_bot_are_none_of_the_words() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var tenant = desk.Teams.Tenant;
        var activity = desk.Teams.Shapes.Message(desk.Priya.Person, tenant.Find(tenant.DmbChannelId)!, "1700000000001", $"accept {number}");
        desk.Teams.Shapes.MentionBot(activity);
        desk.Teams.Shapes.MentionBot(activity);

        Assert.Equal(200, (await desk.Teams.DeliverAsync(activity, ct: TestContext.Current.CancellationToken)).Status);
        Assert.IsType<Claimed>(await desk.StateAsync(number));
    });

    [Theory]
    [InlineData("accept&nbsp;{0}")]
    [InlineData("<at>VSTRS handoff</at>\u00A0ACCEPT  {0}\n")]
    public Task Spaces_that_do_not_break_are_spaces(string words) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        await desk.Priya.SayInChannelAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, words, number));

        Assert.IsType<Claimed>(await desk.StateAsync(number));
    });
}
