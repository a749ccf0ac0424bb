using System.Collections.Concurrent;

namespace VstrsBot.Handoffs;

/// <summary>
/// Bounds each lease by this process's monotonic clock besides the wall clock: a lease this process has known for longer than it
/// lasts is over, whatever the wall clock says.
/// </summary>
internal sealed class LeaseWatch(TimeProvider time)
{
    private readonly ConcurrentDictionary<HandoffId, (Lease Lease, long FirstSeen)> seen = new();

    /// <summary>Handoffs whose lease this process has known for longer than it lasts, whatever the wall clock, and so their timer, says.</summary>
    public IReadOnlyList<HandoffId> Outlived() => [.. seen.Where(known => IsOutlived(known.Value)).Select(known => known.Key)];

    public Moment MomentOf(Handoff state)
    {
        var now = time.GetUtcNow();
        if (state is not Live live)
        {
            if (state is PostedHandoff posted)
                seen.TryRemove(posted.Id, out _);
            return new Moment(now);
        }

        var known = seen.AddOrUpdate(
            live.Id,
            _ => (live.Lease, time.GetTimestamp()),
            (_, before) => before.Lease == live.Lease || before.Lease.Granted > live.Lease.Granted ? before : (live.Lease, time.GetTimestamp()));
        return new Moment(now, LeaseOutlived: IsOutlived(known));
    }

    private bool IsOutlived((Lease Lease, long FirstSeen) known) => time.GetElapsedTime(known.FirstSeen) >= known.Lease.Until - known.Lease.Granted;
}
