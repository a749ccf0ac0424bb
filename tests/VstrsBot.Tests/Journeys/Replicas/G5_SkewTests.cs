using System.Net;
using VstrsBot.Handoffs;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Journeys.Replicas;

/// <summary>G5: two bots whose machines' clocks are up to two minutes off: authority lasts as long as it says, by the store's clock, which is the common one.</summary>
public sealed class G5_SkewTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(120, -120)]
    [InlineData(25, -25)]
    public Task Authority_is_granted_renewed_and_ended_as_if_no_clock_were_off(int one, int other) => Desk.PlayAsync(store: StoreKind.Tables, journey: async desk =>
    {
        var right = desk.Replicas[0];
        await desk.JoinAsync(TimeSpan.FromSeconds(one));
        await desk.JoinAsync(TimeSpan.FromSeconds(other));
        await desk.LoseAsync(right, killed: false);

        var number = await desk.LiveAsync();
        await desk.StepAsync(TimeSpan.FromMinutes(4), TimeSpan.FromSeconds(5));
        Assert.IsType<Live>(await desk.StateAsync(number));
        Assert.Equal(3, desk.Banners.Count);

        // No banner outlives its lease, by the clock on the wall: with both stopped it runs out in time.
        var stopped = desk.Time.GetUtcNow();
        var longest = LiveRendering.In(desk.Teams.Transcript).Max(live => live.Until - live.At);
        output.Measured("G5", $"clocks {one} and {other} s off, the longest that a banner promised: {longest.TotalSeconds:0} s of a lease of {desk.Rules.Lease.TotalSeconds:0}.");
        Assert.True(longest <= desk.Rules.Lease);
        desk.Time.Advance(desk.Rules.Lease);
        await desk.SettleAsync();
        Assert.Empty(desk.Banners);
        var ended = Assert.IsType<Ended>(await desk.StateAsync(number));
        Assert.Equal(EndReason.LeaseLapsed, ended.Reason);
        Assert.InRange(ended.At, stopped, stopped + desk.Rules.Lease);
    });

    [Theory]
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(-29, true)]
    [InlineData(32, false)]
    [InlineData(-32, false)]
    [InlineData(120, false)]
    public Task A_bot_is_ready_only_within_30_seconds_of_the_stores_clock(int seconds, bool ready) => Desk.PlayAsync(store: StoreKind.Tables, journey: async desk =>
    {
        var off = await desk.JoinAsync(TimeSpan.FromSeconds(seconds));
        using var http = new HttpClient();
        var answer = await http.GetAsync(new Uri(off.Endpoint, "/readyz"), TestContext.Current.CancellationToken);
        Assert.Equal(ready ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        if (!ready)
            Assert.Contains("clock", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    });

    /// <summary>The clock is set while it serves: the next look says so, and authority goes on by the common clock.</summary>
    [Fact]
    public Task A_machines_clock_that_is_set_changes_no_time_of_authority() => Desk.PlayAsync(store: StoreKind.Tables, bots: 2, journey: async desk =>
    {
        var number = await desk.LiveAsync();
        foreach (var minutes in new[] { 10, -25 })
        {
            desk.Replicas[1].SetClock(TimeSpan.FromMinutes(minutes));
            await desk.StepAsync(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(5));
            Assert.IsType<Live>(await desk.StateAsync(number));
            Assert.Equal(3, desk.Banners.Count);
        }

        await desk.EndAsync();
        Assert.Empty(desk.Banners);
    });
}
