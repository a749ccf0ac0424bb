using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Resilience;

/// <summary>RE8: the wall clock jumping ten minutes either way neither extends nor revives authority.</summary>
public sealed class RE8_ClockJumpTests
{
    [Theory]
    [InlineData(10, false)]
    [InlineData(-10, false)]
    [InlineData(10, true)]
    [InlineData(-10, true)]
    public Task A_jump_while_live_ends_it_within_the_lease(int minutes, bool asks) => Desk.PlayAsync(async desk =>
    {
        desk.Teams.Limits.Enforced = false;
        var number = await desk.LiveAsync();
        var old = desk.Priya.Sees(desk.CardOf(number, "authority"));
        desk.Time.Jump(TimeSpan.FromMinutes(minutes));
        if (asks)
            Assert.StartsWith("This service can no longer confirm authority", (await desk.Priya.PressAsync(old, "Check now")).Text, StringComparison.Ordinal);
        await desk.StepAsync(asks ? TimeSpan.FromSeconds(5) : desk.Rules.Lease, TimeSpan.FromSeconds(1));
        Assert.Equal(EndReason.LeaseLapsed, Assert.IsType<Ended>(await desk.StateAsync(number)).Reason);
        Assert.Empty(desk.Banners);
    });

    [Theory]
    [InlineData(10)]
    [InlineData(-10)]
    public Task A_jump_revives_nothing_that_lapsed(int minutes) => Desk.PlayAsync(async desk =>
    {
        desk.Teams.Limits.Enforced = false;
        var number = await desk.LiveAsync();
        desk.Time.Advance(TimeSpan.FromMinutes(3));
        desk.Time.Jump(TimeSpan.FromMinutes(minutes));
        var answer = await desk.Priya.RawPressAsync("checkNow", Steps.Press(number, "authority"));
        Assert.DoesNotContain("AUTHORITY LIVE", answer.Text, StringComparison.Ordinal);
        await desk.SettleAsync();
        Assert.Empty(desk.Banners);
        Assert.IsType<Ended>(await desk.StateAsync(number));
    });

    [Fact]
    public Task A_clock_set_back_by_seconds_does_not_lengthen_the_lease() => Desk.PlayAsync(async desk =>
    {
        desk.Teams.Limits.Enforced = false;
        var number = await desk.LiveAsync();
        var (renewed, card) = (desk.Time.GetUtcNow(), desk.Priya.Sees(desk.CardOf(number, "authority")));
        for (var n = 0; n < 3; n++)
        {
            desk.Time.Advance(TimeSpan.FromSeconds(60)); // the pump stands still
            desk.Time.Jump(TimeSpan.FromSeconds(-50));
            await desk.Priya.RefreshAsync(card);
        }

        Assert.True(desk.Time.GetUtcNow() < renewed + desk.Rules.Lease);
        var answer = await desk.Priya.RefreshAsync(card);
        Assert.DoesNotContain("AUTHORITY LIVE", answer.Text, StringComparison.Ordinal);
        await desk.SettleAsync();
        Assert.Empty(desk.Banners);
    });
}
