using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Intake;

/// <summary>RP9: one tap declines and moves to the next person at once; only then it asks why.</summary>
public sealed class RP9_DeclineTests
{
    [Fact]
    public Task The_next_person_is_asked_in_the_same_moment_and_then_it_asks_why() => Desk.PlayAsync(async desk =>
    {
        await desk.Amir.SayAsync("on duty");
        var number = await desk.PostAsync();
        var (first, second) = RP3_LadderTests.Pings(desk.Priya).Count == 1 ? (desk.Priya, desk.Amir) : (desk.Amir, desk.Priya);

        var answer = await first.PressNewestAsync("I can't take it");
        await desk.SendAsync();
        Assert.Contains($"You can't take {number}. Others are being asked.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Why can't you take it? (optional)", answer.Text, StringComparison.Ordinal);
        Assert.Contains(second.Alerts, alert => alert.Text.Contains(number, StringComparison.Ordinal) && alert.At == desk.Time.GetUtcNow());
        var waiting = (Waiting)await desk.StateAsync(number);
        Assert.Equal(waiting.Asks[0].AnsweredAt, waiting.Asks[1].AskedAt);
        Assert.Equal(["HandoffPosted", "SpecialistsAsked", "AskDeclined", "SpecialistsAsked"], (await desk.RecordedAsync(number)).Take(4));
    });

    [Fact]
    public Task The_reason_is_recorded_shown_and_asked_once() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        await desk.Priya.PressNewestAsync("I can't take it");
        await desk.SettleAsync();
        var card = desk.Priya.Newest("Send");
        var answer = await desk.Priya.PressAsync(card, "Send", new Dictionary<string, string> { ["declineWhy"] = "onCall" });
        await desk.SettleAsync();
        Assert.Contains("Your reason: On another call", answer.Text, StringComparison.Ordinal);
        var line = (await Aftermath.RecordOfAsync(desk, number)).Single(line => line.Kind == "DeclineExplained");
        Assert.Equal("onCall", line.Facts["why"]);

        await desk.ChangesNothingAsync(() => desk.Priya.PressAsync(card, "Send", new Dictionary<string, string> { ["declineWhy"] = "onCall" }));
    });

    [Theory]
    [InlineData("")]
    [InlineData("Canary Customer owes too much")]
    [InlineData("PIN 48217")]
    public Task A_reason_that_is_not_on_the_list_is_refused_and_kept_nowhere(string why) => Desk.PlayAsync(async desk =>
    {
        await desk.PostAsync();
        await desk.Priya.PressNewestAsync("I can't take it");
        await desk.SettleAsync();
        var answer = await desk.ChangesNothingAsync(() => desk.Priya.PressNewestAsync("Send", new Dictionary<string, string> { ["declineWhy"] = why }));
        Assert.Equal("Select why", answer.Message);
        if (why.Length > 0)
            await desk.AssertNowhereAsync(why);
    });

    [Fact]
    public Task Whoever_declined_can_accept_after_all() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        await desk.Priya.PressNewestAsync("I can't take it");
        await desk.SettleAsync();
        await desk.Priya.PressNewestAsync("Accept after all");
        await desk.SettleAsync();
        Assert.Equal("Priya Shah", ((Claimed)await desk.StateAsync(number)).Specialist.Name);
        Assert.Contains(desk.Tom.Chat, message => message.Plain?.Contains($"{number}: Priya Shah accepted", StringComparison.Ordinal) == true);
    });

    [Fact]
    public Task Declining_twice_or_typed_is_the_same_decline() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var old = desk.Priya.Newest("I can't take it");
        await desk.Priya.SayAsync($"decline {number}");
        await desk.SettleAsync();
        await desk.ChangesNothingAsync(() => desk.Priya.PressAsync(old, "I can't take it"));
        Assert.Single(await desk.RecordedAsync(number), kind => kind == "AskDeclined");
    });
}
