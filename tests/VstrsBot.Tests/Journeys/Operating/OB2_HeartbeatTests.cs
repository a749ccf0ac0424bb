using Microsoft.Extensions.DependencyInjection;
using VstrsBot.Handoffs;
using VstrsBot.Outbox;
using VstrsBot.Storage;
using VstrsBot.Tests.Support;
using VstrsBot.Tests.Telemetry;
using Xunit;

namespace VstrsBot.Tests.Journeys.Operating;

/// <summary>OB2: a renewal loop that stalls shows within one lease: in the metric, in an error line, and to <c>doctor</c>.</summary>
[Collection(Alone.Name)]
public sealed class OB2_HeartbeatTests
{
    [Fact]
    public Task A_frozen_loop_stops_the_metric_and_is_said_once_and_fails_doctor() => Exported.PlayAsync(async (desk, otlp) =>
    {
        await desk.LiveAsync();
        var watch = desk.Parts.GetRequiredService<HeartbeatWatch>();
        await RoundAsync(desk);
        await watch.LookAsync();
        desk.Export();
        var before = Beats(otlp);
        Assert.Equal(0, Silent(otlp));
        Assert.Contains(await LinesAsync(desk), line => line.StartsWith("pass  Serving", StringComparison.Ordinal));

        var hangs = desk.Store.Hangs = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var frozen = RoundAsync(desk);
        for (var second = 0; second < desk.Rules.Lease.TotalSeconds; second += 5)
        {
            desk.Time.Advance(TimeSpan.FromSeconds(5));
            _ = watch.LookAsync();
        }

        desk.Export();
        Assert.False(frozen.IsCompleted);
        Assert.Equal((before, desk.Rules.Lease.TotalSeconds), (Beats(otlp), Silent(otlp)));
        Assert.Single(desk.Logged, line => line.StartsWith("Alert: nothing was renewed for 90 s.", StringComparison.Ordinal));
        var (exit, lines) = await desk.DoctorAsync();
        Assert.Equal(1, exit);
        Assert.StartsWith("FAIL  Serving", Assert.Single(lines.NotPassed("Serving")), StringComparison.Ordinal);

        desk.Store.Hangs = null;
        hangs.SetResult();
        await frozen;
        await WrittenAsync(desk, watch);
        Assert.Contains("Renewal goes on. ", desk.Logged);
        Assert.Empty((await LinesAsync(desk)).NotPassed("Serving"));
        await desk.SettleAsync();
    });

    [Fact]
    public Task A_round_without_work_is_a_sign_of_life_too() => Desk.PlayAsync(async desk =>
    {
        var heart = desk.Parts.GetRequiredService<Heartbeat>();
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.FromMinutes(1), heart.Silent);
        await RoundAsync(desk);
        Assert.Equal(TimeSpan.Zero, heart.Silent);
    });

    [Fact]
    public Task Timers_that_go_on_do_not_hide_sends_that_stand_nor_the_other_way_round() => Desk.PlayAsync(async desk =>
    {
        var heart = desk.Parts.GetRequiredService<Heartbeat>();
        foreach (var half in new Func<CancellationToken, Task<bool>>[] { desk.Parts.GetRequiredService<DueTimers>().WakeAsync, desk.Parts.GetRequiredService<SendQueue>().RunAsync })
        {
            await RoundAsync(desk);
            desk.Time.Advance(TimeSpan.FromMinutes(1));
            await half(CancellationToken.None);
            Assert.Equal(TimeSpan.FromMinutes(1), heart.Silent);
        }
    });

    [Fact]
    public Task A_round_that_fails_is_none() => Desk.PlayAsync(async desk =>
    {
        var heart = desk.Parts.GetRequiredService<Heartbeat>();
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        desk.Store.Down = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => RoundAsync(desk));
        desk.Store.Down = false;
        Assert.Equal(TimeSpan.FromMinutes(1), heart.Silent);
    });

    [Fact]
    public Task A_clean_stop_leaves_no_heartbeat_and_a_kill_does() => Desk.PlayAsync(async desk =>
    {
        var watch = desk.Parts.GetRequiredService<HeartbeatWatch>();
        await watch.LookAsync();
        Assert.Contains(await LinesAsync(desk), line => line.Contains("last renewed 0 s ago", StringComparison.Ordinal));

        desk.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Contains(await LinesAsync(desk), line => line.StartsWith("FAIL  Serving ", StringComparison.Ordinal) && line.Contains("last renewed 600 s ago", StringComparison.Ordinal));

        await watch.StopAsync(CancellationToken.None);
        Assert.Contains(await LinesAsync(desk), line => line.StartsWith("warn  Serving ", StringComparison.Ordinal) && line.Contains("No process serves this desk now.", StringComparison.Ordinal));
    });

    /// <summary>What the loop does over and over.</summary>
    private static async Task RoundAsync(Desk desk) =>
        await Task.WhenAll(desk.Parts.GetRequiredService<DueTimers>().WakeAsync(CancellationToken.None), desk.Parts.GetRequiredService<SendQueue>().RunAsync(CancellationToken.None));

    /// <summary>The write that hung may still be finishing; a look after it begins the next.</summary>
    private static async Task WrittenAsync(Desk desk, HeartbeatWatch watch)
    {
        while (HandoffJson.Read<LastBeat>((await desk.Store.ReadAsync(RowKeys.AllHeartbeats.From, RowKeys.AllHeartbeats.Before, 1, CancellationToken.None)).Single()).At < desk.Time.GetUtcNow())
        {
            await watch.LookAsync();
            await Task.Yield();
        }
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(Desk desk) => (await desk.DoctorAsync()).Lines;

    private static double Beats(OtlpReceiver otlp) => otlp.Metric("vstrs.renewal.heartbeats")[""].Value;

    private static double Silent(OtlpReceiver otlp) => otlp.Metric("vstrs.renewal.silent")[""].Value;
}
