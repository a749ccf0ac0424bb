using System.Text.Json;
using VstrsBot.Handoffs;
using VstrsBot.Storage;

namespace VstrsBot.Outbox;

/// <summary>One pass over what is due: timers first, then what is owed to Teams. Any process may run it; rows are claimed by tag.</summary>
internal sealed partial class OutboxPump(
    IHandoffStore store, HandoffService handoffs, HandoffTimes times, LeaseWatch leases, EffectSender sender, LateEndCards lateEnds, TimeProvider time,
    ILogger<OutboxPump> log)
{
    private const int MostTimers = 500;
    private const int AtOnce = 8;

    /// <summary>Does what is due now. True when there may be more to do at once.</summary>
    public async Task<bool> PassAsync(CancellationToken ct)
    {
        await lateEnds.ShowAsync(ct);
        await handoffs.RecordLateEndsAsync(ct);
        var woken = await WakeAsync(ct);
        var sent = await SendAsync(ct);
        return woken || sent;
    }

    /// <summary>When something falls due next, as far as the rows say; null when nothing is known.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken ct)
    {
        var timers = await store.ReadAsync("t|", "t}", 1, ct);
        var owed = await store.ListAllAsync(RowKeys.AllOwed, ct);
        var tries = owed.Select(row => OwedClaim.Read(row.Claim)).Select(claim => claim.Until > claim.NotBefore ? claim.Until : claim.NotBefore ?? claim.Until);
        return timers.Select(row => (DateTimeOffset?)RowKeys.DueOf(row.Key)).Concat(tries).Where(at => at is not null).Min();
    }

    private async Task<bool> WakeAsync(CancellationToken ct)
    {
        var (from, before) = RowKeys.TimersUpTo(time.GetUtcNow());
        var due = await store.ReadAsync(from, before, MostTimers, ct);
        foreach (var timer in due)
        {
            await WakeAsync(RowKeys.HandoffOf(timer.Key), ct);
            await store.TryCommitAsync([new RowChange.Drop(timer.Key)], ct);
        }

        // A clock set back leaves timers too late: a lease is over when it was known for as long as it lasts.
        var outlived = leases.Outlived();
        foreach (var id in outlived)
            await WakeAsync(id, ct);

        return due.Count + outlived.Count > 0;
    }

    private async Task WakeAsync(HandoffId id, CancellationToken ct)
    {
        try
        {
            HandoffCommand command = await handoffs.FindAsync(id, ct) is Live live && time.GetUtcNow() >= times.RenewAt(live) ? new Renew(BothOnRegister: false) : new Wake();
            await handoffs.ExecuteAsync(id, command, ct);
        }
        catch (Exception broken) when (broken is not (OperationCanceledException or StoreUnavailableException or StoreUnsureException))
        {
            // One that cannot be read or moved must not hold up the others. What its cards say runs out by itself.
            Log.Broken(log, id.Value, broken.GetType().Name);
            leases.Forget(id);
        }
    }

    private async Task<bool> SendAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var all = (await store.ListAllAsync(RowKeys.AllOwed, ct)).Select(Read).OfType<OwedRow>().ToList();

        // An end not tried yet goes before anything else, also one that another process has just begun to send.
        var ends = all.Where(owed => owed.Owed.Urgency == Urgency.End && owed.Claim.IsUntriedAt(now, owed.Owed)).ToList();
        var free = (ends.Count > 0 ? ends : all).Where(owed => owed.Claim.FreeAt(now, owed.Owed)).ToList();
        var lanes = free
            .GroupBy(owed => (RowKeys.HandoffOf(owed.Row.Key), Lane(owed.Owed)))
            .OrderBy(lane => lane.Min(owed => owed.Owed.Urgency))
            .ToList();

        // Renewals go a few at a time, so that what turns up meanwhile overtakes the rest.
        var urgent = lanes.Where(lane => lane.Any(owed => owed.Owed.Urgency != Urgency.Renewal)).Take(AtOnce * 4).ToList();
        var next = ends.Count > 0 ? lanes : urgent.Count > 0 ? urgent : [.. lanes.Take(AtOnce)];

        var done = 0;
        var together = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, TaskScheduler = TaskScheduler.Current, CancellationToken = ct };
        await Parallel.ForEachAsync(next, together, async (lane, token) =>
        {
            foreach (var owed in lane.OrderBy(owed => owed.Owed.Urgency).ThenBy(owed => Order(owed.Owed)).ThenBy(owed => owed.Owed.Version))
            {
                if (await sender.SendAsync(owed.Row, token))
                    Interlocked.Increment(ref done);
            }
        });
        return done > 0 || next.Count < lanes.Count;
    }

    /// <summary>Null for one that this release cannot read: it must not hold up the others.</summary>
    private OwedRow? Read(Row row)
    {
        try
        {
            return new OwedRow(row, HandoffJson.Read<Owed>(row), OwedClaim.Read(row.Claim));
        }
        catch (Exception unread) when (unread is UnreadableRowException or JsonException)
        {
            Log.Broken(log, RowKeys.HandoffOf(row.Key).Value, unread.GetType().Name);
            return null;
        }
    }

    /// <summary>Each chat and the thread is sent to in order; different ones at the same time.</summary>
    private static string Lane(Owed owed) => owed.Effect switch
    {
        { Show: { Kind: SurfaceKind.Channel } } or { Show: null, To: null } => "thread",
        { Show: { Kind: SurfaceKind.Adviser or SurfaceKind.FindForm or SurfaceKind.DetailsForm or SurfaceKind.AskAdviser } } => "adviser",
        { Show: { Kind: SurfaceKind.Authority or SurfaceKind.Details or SurfaceKind.WrapUp or SurfaceKind.AskSpecialist } } => "specialist",
        { Show: { } ping } => ping.ToString(),
        { To: { } person } => person.Id.ToString(),
    };

    /// <summary>In a chat the details card stands above the authority card, and messages below both.</summary>
    private static int Order(Owed owed) => owed.Effect.Show switch
    {
        { Kind: SurfaceKind.Channel } => 0,
        { Kind: SurfaceKind.Ping } => 1,
        { Kind: SurfaceKind.FindForm } => 2,
        { Kind: SurfaceKind.DetailsForm } => 3,
        { Kind: SurfaceKind.Adviser } => 4,
        { Kind: SurfaceKind.Details } => 5,
        { Kind: SurfaceKind.Authority } => 6,
        { Kind: SurfaceKind.WrapUp } => 8,
        null => 9,
        _ => 7,
    };

    private sealed record OwedRow(Row Row, Owed Owed, OwedClaim Claim);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Handoff {Handoff}: it cannot be read or moved by this release: {Fault}. Authority is not confirmed.")]
        public static partial void Broken(ILogger logger, string handoff, string fault);
    }
}
