using VstrsBot.Handoffs;
using VstrsBot.Limits;
using VstrsBot.Record;

namespace VstrsBot.Outbox;

/// <summary>
/// First the start sweep; then timers, sends and ends that could not be recorded, each in rounds of its own, so that none waits for another:
/// at once when there is something new, else when something falls due; what is owed at least every second.
/// </summary>
internal sealed partial class OutboxLoop(
    DueTimers timers, SendQueue sends, LateEndCards lateEnds, UnrecordedEnds ends, LaterAnswers answers, LaterLines lines, StartSweep sweep, OwedSignal owed, TimeProvider time, ILogger<OutboxLoop> log)
    : BackgroundService
{
    /// <summary>Goes on until it is stopped.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await Task.Yield(); // the host need not wait for the store's first answers
        while (!sweep.Done && await TryAsync(SweepAsync, ct) is null)
            await Task.Delay(SendQueue.LooksAtLeastEvery, time, ct);
        await Task.WhenAll(
            RoundsAsync(timers.WakeAsync, owed.NextAsync, () => timers.UntilNext, ct),
            RoundsAsync(sends.FollowAsync, owed.NextAsync, () => sends.UntilNextLook, ct),
            RoundsAsync(lateEnds.RunAsync, ends.NextAsync, () => SendQueue.LooksAtLeastEvery, ct),
            RoundsAsync(answers.GiveAsync, answers.NextAsync, () => answers.UntilNext, ct));
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
    /// <param name="next">Completes when there is something new.</param>
    /// <param name="untilNext">How long until something falls due.</param>
    private async Task RoundsAsync(Func<CancellationToken, Task<bool>> round, Func<Task> next, Func<TimeSpan> untilNext, CancellationToken ct)
    {
        await Task.Yield();
        while (!ct.IsCancellationRequested)
        {
            var raised = next();
            if (await TryAsync(round, ct) is not { } more)
                await Task.Delay(SendQueue.LooksAtLeastEvery, time, ct);
            else if (!more)
                await Task.WhenAny(raised, Task.Delay(untilNext(), time, ct));
        }
    }

    private async Task<bool> SweepAsync(CancellationToken ct)
    {
        await sweep.RunAsync(ct);
        return true;
    }

    /// <summary>Null when it failed.</summary>
    private async Task<bool?> TryAsync(Func<CancellationToken, Task<bool>> round, CancellationToken ct)
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
