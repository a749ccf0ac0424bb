namespace VstrsBot.Handoffs;

/// <summary>
/// Bounds each lease by this process's monotonic clock besides the wall clock: a lease this process has known for longer than it
/// lasts is over, whatever the wall clock says.
/// </summary>
internal sealed class LeaseWatch(TimeProvider time)
{
    /// <summary>Far more than one desk has at a time; those seen longest ago are forgotten first.</summary>
    public const int MostKnown = 1000;

    /// <summary>A store's clock names whole seconds: two readings of it may differ so much from the monotonic clock between them.</summary>
    private static readonly TimeSpan Steadiness = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<HandoffId, Known> known = [];

    public int Count
    {
        get
        {
            lock (gate)
                return known.Count;
        }
    }

    /// <summary>Handoffs whose lease this process has known for longer than it lasts, whatever the wall clock, and so their timer, says.</summary>
    public IReadOnlyList<HandoffId> Outlived()
    {
        lock (gate)
            return [.. known.Where(one => time.GetElapsedTime(one.Value.FirstSeen) >= one.Value.Lasts).Select(one => one.Key)];
    }

    public Moment MomentOf(Handoff state)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            if (state is Live live)
                return new Moment(now, LeaseOutlived: IsOutlived(live));
            if (state is PostedHandoff posted)
                known.Remove(posted.Id);
            return new Moment(now);
        }
    }

    /// <summary>
    /// The state as it may be shown: where the wall clock was set back since the lease was granted, its end would read further away than it is, and no
    /// card may say so. What is stored stays as it is.
    /// </summary>
    public PostedHandoff AsShown(PostedHandoff state)
    {
        if (state is not Live { Lease: var lease } live)
            return state;
        lock (gate)
        {
            if (!known.TryGetValue(live.Id, out var seen) || seen.Granted != lease.Granted)
                return state;
            var end = time.GetUtcNow() + seen.Lasts - time.GetElapsedTime(seen.FirstSeen);
            return end < lease.Until - Steadiness ? live with { Lease = lease with { Until = end } } : state;
        }
    }

    private bool IsOutlived(Live live)
    {
        var present = Later(live.Lease, known.TryGetValue(live.Id, out var before) ? before : null);
        known[live.Id] = present;
        if (known.Count > MostKnown)
            known.Remove(known.MinBy(one => one.Value.FirstSeen).Key);

        var lasts = live.Lease.Until - live.Lease.Granted;
        return time.GetElapsedTime(present.FirstSeen) >= (present.Lasts < lasts ? present.Lasts : lasts);
    }

    /// <summary>Only a lease granted later starts anew: an old one read late, or one that claims another end, does not.</summary>
    private Known Later(Lease lease, Known? before)
    {
        var lasts = lease.Until - lease.Granted;
        if (before is null || lease.Granted > before.Granted)
            return new Known(lease.Granted, lasts, time.GetTimestamp());
        return lease.Granted == before.Granted && lasts < before.Lasts ? before with { Lasts = lasts } : before;
    }

    private sealed record Known(DateTimeOffset Granted, TimeSpan Lasts, long FirstSeen);
}
