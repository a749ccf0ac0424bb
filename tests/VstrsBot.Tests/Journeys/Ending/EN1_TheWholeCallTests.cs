using TeamsStandIn.Faults;
using Xunit;

namespace VstrsBot.Tests.Journeys.Ending;

/// <summary>EN1: the end commits first, then every banner reads ended, with time and by whom; having left the call ends nothing.</summary>
public sealed class EN1_TheWholeCallTests
{
    [Fact]
    public Task Every_banner_reads_ended_with_time_and_by_whom() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var answer = await desk.Tom.PressNewestAsync("The whole call has ended");
        Assert.StartsWith("Authority ended at 10:41am.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("You marked the call ended.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("New contact needs a new check and a fresh handoff.", answer.Text, StringComparison.Ordinal);

        await desk.SendAsync(); // no time passes
        Assert.Empty(desk.Banners);
        var authority = desk.CardOf(number, "authority").Says();
        Assert.StartsWith("Authority ended at 10:41am. Do not disclose.", authority, StringComparison.Ordinal);
        Assert.Contains("Tom Reed marked the call ended.", authority, StringComparison.Ordinal);
        Assert.Contains("You may take information. Do not give any.", authority, StringComparison.Ordinal);
        Assert.Contains("say: I can't discuss this further on this call. Please ring VSTRS again.", authority, StringComparison.Ordinal);
        var channel = desk.CardOf(number, "channel").Says();
        Assert.StartsWith("Authority ended at 10:41am. Do not disclose.", channel, StringComparison.Ordinal);
        Assert.Contains("Priya Shah", channel, StringComparison.Ordinal);
        Assert.Equal([], desk.Priya.Sees(desk.CardOf(number, "channel")).Buttons);
    });

    [Fact]
    public Task The_end_stands_in_the_record_before_any_card_shows_it() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var gate = desk.Teams.Faults.Hold(Op.Write);
        await desk.Tom.PressNewestAsync("The whole call has ended");
        Assert.Equal("HandoffEnded", (await desk.RecordedAsync(number))[^1]);
        Assert.Equal(3, desk.Banners.Count);

        var sending = desk.SendAsync();
        await gate.ReachedAsync(TestContext.Current.CancellationToken);
        gate.Release();
        await sending;
        Assert.Empty(desk.Banners);
    });

    [Fact]
    public Task An_end_the_store_does_not_take_is_answered_as_an_end_all_the_same() => Desk.PlayAsync(async desk =>
    {
        await desk.LiveAsync();
        desk.Store.ReadOnly = true;
        var answer = await desk.Tom.PressNewestAsync("The whole call has ended");
        Assert.Contains("Treat the authority as ended. It is not recorded yet.", answer.Text, StringComparison.Ordinal);
        desk.Store.ReadOnly = false;
    });

    [Fact]
    public Task Having_left_the_call_ends_nothing() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var answer = await desk.Tom.PressNewestAsync("I have left the call");
        await desk.SettleAsync();
        Assert.Contains("You left the call at 10:41am. That ended nothing.", answer.Text, StringComparison.Ordinal);
        Assert.Equal("AdviserLeft", (await desk.RecordedAsync(number))[^1]);
        Assert.Equal(3, desk.Banners.Count);
        await desk.StepAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(3, desk.Banners.Count);

        await desk.EndAsync();
        Assert.Empty(desk.Banners);
    });
}
