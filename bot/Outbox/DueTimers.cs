using System.Runtime.ExceptionServices;
using VstrsBot.Handoffs;
using VstrsBot.Storage;

namespace VstrsBot.Outbox;

/// <summary>Lets time speak where it has something to say. What this costs follows from what is due, not from what is open.</summary>
internal sealed partial class DueTimers(
    IHandoffStore store, HandoffService handoffs, HandoffTimes times, CardPlaces places, LeaseWatch leases, Heartbeat heart, TimeProvider time, ILogger<DueTimers> log)
{
    private const int MostAtOnce = 500;
    private const int InParallel = 8;

    private readonly BrokenHandoffs broken = new(time);
    private DateTimeOffset? next;

    /// <summary>The handoff whose turn it was when the store failed: in the next round one at a time asks the store, and this one last.</summary>
    private HandoffId? failed;

    /// <summary>True when something was due.</summary>
    /// <exception cref="StoreUnavailableException">Not all were woken: they stay due.</exception>
    public async Task<bool> WakeAsync(CancellationToken ct)
    {
        var due = await DueAsync(time.GetUtcNow(), ct);
        var lastOne = failed;
        ExceptionDispatchInfo? away = null;
        failed = null;
        await Parallel.ForEachAsync(
            due.GroupBy(timer => RowKeys.HandoffOf(timer.Key)).OrderBy(timers => timers.Key == lastOne),
            new ParallelOptions { MaxDegreeOfParallelism = lastOne is null ? InParallel : 1, TaskScheduler = TaskScheduler.Current, CancellationToken = ct },
            async (timers, token) =>
            {
                try
                {
                    if (away is null)
                        await WakeAsync(timers.Key, timers, token);
                }
                catch (Exception fault) when (fault is StoreUnavailableException or StoreUnsureException)
                {
                    (failed, away) = (timers.Key, ExceptionDispatchInfo.Capture(fault)); // no other begins, and what was begun is not cut off
                }
            });
        away?.Throw();

        // A clock set back leaves timers too late: a lease is over when it was known for as long as it lasts.
        var outlived = leases.Outlived().Where(id => !broken.IsPutOff(id)).ToList();
        foreach (var id in outlived)
            await TryWakeAsync(id, ct);

        heart.Beat(RenewalPart.Timers);
        return due.Count + outlived.Count > 0;
    }

    /// <summary>How long until something falls due, as last seen: a second where nothing does, or one that is put off stands before it.</summary>
    public TimeSpan UntilNext
    {
        get
        {
            var wait = next - time.GetUtcNow() ?? SendQueue.LooksAtLeastEvery;
            return wait < SendQueue.LooksAtLeastEvery ? TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(wait.TotalMilliseconds))) : SendQueue.LooksAtLeastEvery;
        }
    }

    /// <summary>Most looks find nothing due: those cost one row.</summary>
    private async Task<IReadOnlyList<Row>> DueAsync(DateTimeOffset now, CancellationToken ct)
    {
        var first = await store.ReadAsync(RowKeys.AllTimers.From, RowKeys.AllTimers.Before, 1, ct);
        var (from, before) = RowKeys.TimersUpTo(now);
        var isDue = first is [var timer] && string.CompareOrdinal(timer.Key, before) < 0;
        next = !isDue && first is [var later] && IsFree(later.Key) ? RowKeys.DueOf(later.Key) : null;
        return isDue ? await store.ReadAllAsync((from, before), ct).Where(row => IsFree(row.Key)).Take(MostAtOnce).ToListAsync(ct) : [];
    }

    /// <summary>A timer of another release may be for what this one does not know.</summary>
    private bool IsFree(string timer) => RowKeys.FindHandoffOf(timer) is { } id && !broken.IsPutOff(id);

    /// <summary>Those timers go that were read. One that another process wrote or took since is its own.</summary>
    private async Task WakeAsync(HandoffId id, IEnumerable<Row> timers, CancellationToken ct)
    {
        if (await TryWakeAsync(id, ct))
            await store.TryCommitAsync([.. timers.Select(timer => new RowChange.Delete(timer.Key, timer.Tag))], ct);
    }

    /// <summary>False when it is put off: its timers stay, for whoever can read it.</summary>
    private async Task<bool> TryWakeAsync(HandoffId id, CancellationToken ct)
    {
        try
        {
            var live = await handoffs.FindAsync(id, ct) as Live;
            HandoffCommand command = live is not null && time.GetUtcNow() >= times.RenewAt(live) ? new Renew(BothOnRegister: false) : new Wake();
            await handoffs.ExecuteAsync(id, command, ct);
            if (live is not null)
                await places.LearnAsync(live, ct);
            broken.Mended(id);
            return true;
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StoreUnavailableException or StoreUnsureException))
        {
            // One that cannot be read or moved must not hold up the others. What its cards say runs out by itself.
            if (broken.PutOff(id))
                Log.Broken(log, id.Value, fault.GetType().Name);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Handoff {Handoff}: it cannot be read or moved by this release: {Fault}. Authority is not confirmed. It is tried again every few seconds, and said again in an hour.")]
        public static partial void Broken(ILogger logger, string handoff, string fault);
    }
}
