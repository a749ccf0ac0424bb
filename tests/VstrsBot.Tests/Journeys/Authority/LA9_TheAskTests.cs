using TeamsStandIn.Clients;
using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Authority;

/// <summary>LA9: the ask is a new message with an alert, again 1 minute before its end; one tap answers and is recorded.</summary>
public sealed class LA9_TheAskTests
{
    [Fact]
    public Task The_ask_is_a_new_message_with_an_alert_and_comes_again_a_minute_before_its_end() => Desk.PlayAsync(async desk =>
    {
        var number = await LiveNowAsync(desk);
        await desk.StepAsync(TimeSpan.FromSeconds((15 * 60) - 1), TimeSpan.FromSeconds(13));
        PersonClient[] both = [desk.Tom, desk.Priya];
        var before = both.Select(p => p.Alerts.Count).ToList();

        await desk.StepAsync(TimeSpan.FromSeconds(1));
        foreach (var (person, alerts) in both.Zip(before))
        {
            Assert.Equal(alerts + 1, person.Alerts.Count);
            Assert.Contains(number, person.Alerts[^1].Text, StringComparison.Ordinal);
            Assert.Contains("Say whether you are still on the call by 10:58am. Without an answer this handoff ends.", person.Chat[^1].Text, StringComparison.Ordinal);
        }

        await desk.StepAsync(TimeSpan.FromSeconds(59));
        Assert.All(both.Zip(before), p => Assert.Equal(p.Second + 1, p.First.Alerts.Count));
        await desk.StepAsync(TimeSpan.FromSeconds(1));
        foreach (var (person, alerts) in both.Zip(before))
        {
            Assert.Equal(alerts + 2, person.Alerts.Count);
            Assert.Equal($"{number}: say whether you are still on the call by 10:58am. Without an answer this handoff ends.", person.Chat[^1].Text);
        }
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task One_tap_answers_and_is_recorded(bool typed) => Desk.PlayAsync(async desk =>
    {
        var number = await LiveNowAsync(desk);
        await desk.StepAsync(TimeSpan.FromMinutes(16.5));
        if (typed)
            await desk.Priya.SayAsync($"still {number}");
        else
            await desk.Priya.PressNewestAsync("Yes, still on the call");
        await desk.SettleAsync();

        var said = (await Aftermath.RecordOfAsync(desk, number)).Single(line => line.Kind == "StillOnCallSaid");
        Assert.Equal("Priya Shah", said.Name);
        Assert.All(desk.CardsOf(number, "ask"), card => Assert.StartsWith($"{number}: answered at 10:57am. Nothing to do here.", card.Says(), StringComparison.Ordinal));
        await desk.StepAsync(TimeSpan.FromMinutes(5));
        Assert.IsType<Live>(await desk.StateAsync(number));
    });

    [Fact]
    public Task A_yes_can_be_given_at_any_time() => Desk.PlayAsync(async desk =>
    {
        var number = await LiveNowAsync(desk);
        await desk.StepAsync(TimeSpan.FromMinutes(14));
        await desk.Tom.PressAsync(desk.Tom.Sees(desk.CardOf(number, "adviser")), "Still on the call");
        await desk.StepAsync(TimeSpan.FromMinutes(14));
        Assert.Empty(desk.CardsOf(number, "ask"));
        await desk.StepAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(2, desk.CardsOf(number, "ask").Count);
    });

    [Fact]
    public Task A_yes_on_an_old_ask_counts_as_well() => Desk.PlayAsync(async desk =>
    {
        var number = await LiveNowAsync(desk);
        await desk.StepAsync(TimeSpan.FromMinutes(15));
        var old = desk.Priya.Newest("Yes, still on the call");
        await desk.Priya.PressAsync(old, "Yes, still on the call");
        await desk.StepAsync(TimeSpan.FromMinutes(15));
        await desk.Priya.PressAsync(old, "Yes, still on the call");
        await desk.StepAsync(TimeSpan.FromMinutes(3));
        Assert.IsType<Live>(await desk.StateAsync(number));
        Assert.Equal(2, (await desk.RecordedAsync(number)).Count(kind => kind == "StillOnCallSaid"));
    });

    [Fact]
    public Task After_the_end_the_ask_says_that_it_ended() => Desk.PlayAsync(async desk =>
    {
        var number = await LiveNowAsync(desk);
        await desk.StepAsync(TimeSpan.FromMinutes(15));
        var old = desk.Priya.Newest("Yes, still on the call");
        await desk.EndAsync();
        Assert.All(desk.CardsOf(number, "ask"), card => Assert.Contains("ended at 10:56am. Do not disclose.", card.Says(), StringComparison.Ordinal));
        Assert.Contains("ended at 10:56am. Do not disclose.", (await desk.Priya.PressAsync(old, "Yes, still on the call")).Text, StringComparison.Ordinal);
        Assert.IsType<Ended>(await desk.StateAsync(number));
    });

    private static async Task<string> LiveNowAsync(Desk desk)
    {
        var number = await desk.ConfirmedAsync();
        await desk.TakeQuietlyAsync();
        await desk.SendAsync();
        return number;
    }
}
