using VstrsBot.Handoffs;
using VstrsBot.Storage;

namespace VstrsBot.Outbox;

/// <summary>At start, everything that lapsed while nothing ran is ended in the store, before the process says that it is ready.</summary>
internal sealed partial class StartSweep(IHandoffStore store, HandoffRows rows, HandoffService handoffs, TimeProvider time, ILogger<StartSweep> log)
{
    private const int AtOnce = 8;

    /// <summary>True once the sweep is done.</summary>
    public bool Done { get; private set; }

    /// <exception cref="StoreUnavailableException">Not done: it is run again.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        var open = await rows.OpenAsync(ct);
        var together = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, TaskScheduler = TaskScheduler.Current, CancellationToken = ct };
        await Parallel.ForEachAsync(open, together, async (id, token) => await WakeAsync(id, token));

        if (!store.IsShared)
            await FreeClaimsAsync(ct);
        Log.Swept(log, open.Count);
        Done = true;
    }

    private async Task WakeAsync(HandoffId id, CancellationToken ct)
    {
        try
        {
            await handoffs.ExecuteAsync(id, new Wake(AtStart: true), ct);
        }
        catch (Exception broken) when (broken is not (OperationCanceledException or StoreUnavailableException or StoreUnsureException))
        {
            // One that cannot be read or ended must not keep the others from being ended.
            Log.Broken(log, id.Value, broken.GetType().Name);
        }
    }

    /// <summary>What the process before this one was sending is nobody's now: it is sent again at once, as a send whose outcome is unknown.</summary>
    private async Task FreeClaimsAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await foreach (var row in store.ReadAllAsync(RowKeys.AllOwed, ct))
        {
            if (OwedClaim.Find(row.Claim) is { Until: { } until } claim && until > now)
                await store.TryCommitAsync([new RowChange.SetClaim(row.Key, (claim with { Until = now }).Write(), row.Tag)], ct);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Start: {Count} open handoffs looked at.")]
        public static partial void Swept(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Error, "Handoff {Handoff}: it cannot be read or ended by this release: {Fault}. Authority is not confirmed.")]
        public static partial void Broken(ILogger logger, string handoff, string fault);
    }
}
