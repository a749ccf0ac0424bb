using System.Collections.Concurrent;

namespace VstrsBot.Handoffs;

/// <summary>
/// Bounds each lease by this process's monotonic clock besides the wall clock: a lease this process has known for longer than it
/// lasts is over, whatever the wall clock says.
/// </summary>
internal sealed class LeaseWatch(TimeProvider time)
{
    private readonly ConcurrentDictionary<HandoffId, (Lease Lease, long FirstSeen)> seen = new();

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
        return new Moment(now, LeaseOutlived: time.GetElapsedTime(known.FirstSeen) >= live.Lease.Until - live.Lease.Granted);
    }
}
