using TeamsStandIn.Clients;
using TeamsStandIn.Faults;
using Xunit;

namespace VstrsBot.Tests.Journeys.Resilience;

/// <summary>RE7: a handoff is in the channel within 10 seconds, or its adviser is told that it is not.</summary>
public sealed class RE7_PostedOrToldTests
{
    [Theory]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public Task What_the_channel_does_not_take_its_adviser_hears_of_within_10_seconds_and_once(int status) => Desk.PlayAsync(async desk =>
    {
        var order = desk.Teams.Faults.Next(Op.CreateConversation, Fault.Status(status)).UntilCleared();
        await desk.PostUnsentAsync();
        await desk.StepAsync(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1));

        var number = Assert.Single(await desk.NumbersAsync());
        Assert.Empty(desk.CardsOf(number, "channel"));
        Assert.Single(desk.Tom.Chat, IsTold);
        Assert.Contains(desk.Priya.Chat, m => m.Buttons.Contains("Accept")); // asked all the same

        await desk.StepAsync(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(5));
        await desk.RestartAsync();
        await desk.StepAsync(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(5));
        Assert.Single(desk.Tom.Chat, IsTold);
        order.Clear();
    });

    [Fact]
    public Task A_channel_that_hangs_counts_as_one_that_does_not_take_it() => Desk.PlayAsync(async desk =>
    {
        desk.Teams.Faults.Next(Op.CreateConversation, Fault.Lose()).UntilCleared();
        await desk.PostUnsentAsync();
        await desk.StepAsync(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1));
        Assert.Single(desk.Tom.Chat, IsTold);
    });

    [Fact]
    public Task Of_one_that_is_in_the_channel_in_time_nobody_is_told() => Desk.PlayAsync(async desk =>
    {
        desk.Teams.Faults.Next(Op.CreateConversation, Fault.Status(503)).Times(2);
        await desk.PostUnsentAsync();
        await desk.StepAsync(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(1));
        Assert.Single(desk.CardsOf(Assert.Single(await desk.NumbersAsync()), "channel"));
        Assert.DoesNotContain(desk.Tom.Chat, IsTold);
    });

    private static bool IsTold(SeenMessage message) => message.Text.Contains("could not be posted in the channel by 10:41am.", StringComparison.Ordinal);
}
