using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Verification;

/// <summary>VE5: attempts survive restarts and passing on; a match unused for 5 minutes lapses, with an alert at 4.</summary>
public sealed class VE5_RestartTests
{
    [Fact]
    public Task Attempts_survive_restarts() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        foreach (var wrong in (string[])["AA 1", "AA 1", "AA 2", "aa-2"])
        {
            await desk.CheckAsync(wrong);
            await desk.RestartAsync();
        }

        Assert.Contains("1 try left", desk.Priya.Newest("Check SEES ID").Text, StringComparison.Ordinal);
        await desk.CheckAsync("AA 3");
        Assert.Equal(EndReason.NotConfirmed, Assert.IsType<Ended>(await desk.StateAsync(number)).Reason);
    });

    [Fact]
    public Task Attempts_survive_passing_on() => Desk.PlayAsync(async desk =>
    {
        await desk.Amir.SayAsync("on duty");
        var number = await desk.ClaimedAsync();
        await desk.CheckAsync("AA 1");
        await desk.CheckAsync("AA 2");
        await desk.Priya.PressNewestAsync("Give it back");
        await desk.SettleAsync();

        await desk.AcceptAsync(desk.Amir);
        Assert.Contains("1 try left", desk.Amir.Newest("Check SEES ID").Text, StringComparison.Ordinal);
        await desk.CheckAsync("AA 3", desk.Amir);
        Assert.IsType<Ended>(await desk.StateAsync(number));
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task An_unused_match_is_warned_about_at_4_minutes_and_lapses_at_5(bool restarts) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        await desk.Priya.PressNewestAsync("Check SEES ID", Typed.Code(Desk.Code));
        await desk.SendAsync();
        var alerts = desk.Priya.Alerts.Count;

        await desk.StepAsync(TimeSpan.FromSeconds(239));
        if (restarts) await desk.RestartAsync();
        Assert.Equal(alerts, desk.Priya.Alerts.Count);
        await desk.StepAsync(TimeSpan.FromSeconds(1));
        Assert.Contains("at 10:45am the call was not taken yet. If it is not taken by 10:46am the SEES ID must be checked again. This service's limit cannot be extended.", desk.Priya.Alerts[^1].Text, StringComparison.Ordinal);

        await desk.StepAsync(TimeSpan.FromSeconds(59));
        if (restarts) await desk.RestartAsync();
        Assert.IsType<Confirmed>(await desk.StateAsync(number));
        await desk.StepAsync(TimeSpan.FromSeconds(1));
        Assert.IsType<Claimed>(await desk.StateAsync(number));
        Assert.StartsWith("Check the SEES ID again. No authority to disclose yet.", desk.Priya.Newest("Check SEES ID").Text, StringComparison.Ordinal);
        Assert.Contains(desk.Tom.Chat, m => m.Text.Contains("The SEES ID must be checked again.", StringComparison.Ordinal));

        await desk.SettleAsync();
        await desk.CheckAsync(Desk.Code);
        await desk.TakeAsync();
        Assert.Equal(3, desk.Banners.Count);
    });

    [Fact]
    public Task A_match_that_lapsed_while_nothing_ran_cannot_be_used() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ConfirmedAsync();
        await desk.StopAsync();
        desk.Time.Advance(TimeSpan.FromMinutes(6));
        await desk.StartAsync();
        await desk.TakeAsync();
        Assert.Empty(desk.Banners);
        Assert.IsType<Claimed>(await desk.StateAsync(number));
    });
}
