using VstrsBot.Handoffs;
using VstrsBot.Limits;
using VstrsBot.Record;

namespace VstrsBot.Outbox;

/// <summary>
/// First the start sweep; then timers, sends and ends that could not be recorded, each in rounds of its own, so that none waits for another:
/// at once when something is owed, else when something falls due, and at least every second.
/// </summary>
internal sealed partial class OutboxLoop(
    DueTimers timers, SendQueue sends, LateEndCards lateEnds, LaterAnswers answers, LaterLines lines, StartSweep sweep, OwedSignal owed, TimeProvider time, ILogger<OutboxLoop> log)
    : BackgroundService
{
    /// <summary>Goes on until it is stopped.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await Task.Yield(); // the host need not wait for the store's first answers
        while (!sweep.Done && await TryAsync(SweepAsync, ct) is null)
            await Task.Delay(SendQueue.LooksAtLeastEvery, time, ct);
        await Task.WhenAll(
            RoundsAsync(timers.WakeAsync, NextTimerAsync, ct),
            RoundsAsync(sends.RunAsync, _ => Task.FromResult(sends.UntilNextLook), ct),
            RoundsAsync(lateEnds.RunAsync, next: null, ct),
            RoundsAsync(answers.GiveAsync, next: null, ct));
    }

    /// <summary>A clean stop leaves no send half done and no line behind.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await sends.DrainAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
        await TryAsync(
            async ct =>
            {
                await lines.RecordAsync(all: true, ct);
                return true;
            },
            cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => RunAsync(stoppingToken);

    /// <param name="round">True when there may be more to do at once.</param>
    /// <param name="next">How long until something falls due; null when nobody knows.</param>
    private async Task RoundsAsync(Func<CancellationToken, Task<bool>> round, Func<CancellationToken, Task<TimeSpan>>? next, CancellationToken ct)
    {
        await Task.Yield();
        while (!ct.IsCancellationRequested)
        {
            var raised = owed.NextAsync();
            if (await TryAsync(round, ct) is not { } more)
                await Task.Delay(SendQueue.LooksAtLeastEvery, time, ct);
            else if (!more)
                await Task.WhenAny(raised, Task.Delay(next is null ? SendQueue.LooksAtLeastEvery : await TryAsync(next, ct) ?? SendQueue.LooksAtLeastEvery, time, ct));
        }
    }

    private async Task<bool> SweepAsync(CancellationToken ct)
    {
        await sweep.RunAsync(ct);
        return true;
    }

    /// <summary>What falls due is done at its second, and not when the next look would have been.</summary>
    private async Task<TimeSpan> NextTimerAsync(CancellationToken ct)
    {
        var (next, now) = (await timers.NextAsync(ct), time.GetUtcNow());
        var wait = next - now ?? SendQueue.LooksAtLeastEvery;
        return wait < SendQueue.LooksAtLeastEvery ? TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(wait.TotalMilliseconds))) : SendQueue.LooksAtLeastEvery;
    }

    /// <summary>Null when it failed.</summary>
    private async Task<T?> TryAsync<T>(Func<CancellationToken, Task<T>> round, CancellationToken ct)
        where T : struct
    {
        try
        {
            return await round(ct);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or StoreUnsureException)
        {
            Log.StoreFault(log, fault.GetType().Name);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.Failed(log, fault.GetType().Name);
        }

        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The outbox could not use the store: {Fault}. Live banners lapse unless this passes.")]
        public static partial void StoreFault(ILogger logger, string fault);

        [LoggerMessage(2, LogLevel.Error, "A round over what is owed failed: {Fault}. The next one follows.")]
        public static partial void Failed(ILogger logger, string fault);
    }
}
