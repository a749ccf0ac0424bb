using System.Diagnostics.Metrics;
using VstrsBot.Handoffs;

namespace VstrsBot.Telemetry;

/// <summary>The desk's work as metrics. Attributes are from closed lists: reasons, surfaces, urgencies; never a person, a number or a customer.</summary>
internal sealed class DeskTally : IDeskTally
{
    public const string Meter = "VstrsBot.Desk";

    // Somebody is on hold: seconds up to the 30 minutes a handoff may wait.
    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.25, 0.5, 1, 2, 5, 10, 20, 45, 90, 180, 300, 600, 1800] };

    private readonly TimeSpan renewEvery;
    private readonly Counter<long> posted;
    private readonly Counter<long> ended;
    private readonly Counter<long> mismatches;
    private readonly Counter<long> exhausted;
    private readonly Counter<long> renewed;
    private readonly Counter<long> missed;
    private readonly Histogram<double> postToPing;
    private readonly Histogram<double> pingToClaim;
    private readonly Histogram<double> claimToLive;
    private readonly Histogram<double> endToBannerGone;

    public DeskTally(IMeterFactory meters, HandoffRules rules)
    {
        renewEvery = rules.RenewEvery;
        var meter = meters.Create(Meter);
        posted = meter.CreateCounter<long>("vstrs.handoffs.posted", "{handoff}", "Handoffs posted");
        ended = meter.CreateCounter<long>("vstrs.handoffs.ended", "{handoff}", "Handoffs ended, by reason and whether they had been live");
        mismatches = meter.CreateCounter<long>("vstrs.sees_id.mismatches", "{mismatch}", "SEES IDs that did not match");
        exhausted = meter.CreateCounter<long>("vstrs.ladder.exhausted", "{handoff}", "Ladders that nobody accepted on");
        renewed = meter.CreateCounter<long>("vstrs.renewals", "{renewal}", "Leases renewed");
        missed = meter.CreateCounter<long>("vstrs.renewals.missed", "{renewal}", "Renewals that were due and did not happen in time");
        postToPing = meter.CreateHistogram("vstrs.post_to_ping", "s", "From posting to the first ping in Teams", advice: Seconds);
        pingToClaim = meter.CreateHistogram("vstrs.ping_to_claim", "s", "From the first ask to the acceptance", advice: Seconds);
        claimToLive = meter.CreateHistogram("vstrs.claim_to_live", "s", "From the acceptance to the call taken", advice: Seconds);
        endToBannerGone = meter.CreateHistogram("vstrs.end_to_banner_gone", "s", "From the end of authority to each banner gone, by surface", advice: Seconds);
    }

    public void Committed(Handoff before, IReadOnlyList<HandoffEvent> events)
    {
        foreach (var happened in events)
        {
            Count(before, happened);
            before = Evolution.Evolve(before, happened);
        }
    }

    public void Shown(PostedHandoff state, Surface surface, bool isNew, DateTimeOffset at)
    {
        if (isNew && surface is { Kind: SurfaceKind.Ping, No: 1 })
            postToPing.Record((at - state.Posting.PostedAt).TotalSeconds);
        if (!isNew && state is Ended { WasLive: true } over && BannerOn(surface, over) is { } where)
            endToBannerGone.Record((at - over.At).TotalSeconds, new KeyValuePair<string, object?>("surface", where));
    }

    private void Count(Handoff before, HandoffEvent happened)
    {
        switch (before, happened)
        {
            case (_, HandoffPosted):
                posted.Add(1);
                break;
            case (_, LadderExhausted):
                exhausted.Add(1);
                break;
            case (_, SeesIdMismatched):
                mismatches.Add(1);
                break;
            case (Waiting { Asks.IsEmpty: false } w, SpecialistClaimed e):
                pingToClaim.Record((e.At - w.Asks.Where(ask => ask.AskedAt >= w.Ladder.Start).Select(ask => ask.AskedAt).DefaultIfEmpty(w.Ladder.Start).Min()).TotalSeconds);
                break;
            case (HeldHandoff h, CallTaken e):
                claimToLive.Record((e.At - h.ClaimedAt).TotalSeconds);
                break;
            case (Live l, LeaseRenewed e):
                renewed.Add(1);
                missed.Add(Missed(e.At - l.Lease.Granted));
                break;
            case (_, HandoffEnded e):
                ended.Add(1, new("reason", e.Reason.ToString()), new("live", before is Live));
                if (before is Live lapsed && e.Reason == EndReason.LeaseLapsed)
                    missed.Add(Missed(lapsed.Lease.Until - lapsed.Lease.Granted));
                break;
        }
    }

    /// <summary>How many renewals fell out of a time in which one was due each period; half a period late is not missed.</summary>
    private int Missed(TimeSpan between) => (int)Math.Max(0, Math.Floor((between / renewEvery) - 0.5));

    private static string? BannerOn(Surface surface, Ended over) => surface switch
    {
        { Kind: SurfaceKind.Channel } => "channel",
        { Kind: SurfaceKind.Adviser } => "adviser",
        { Kind: SurfaceKind.Authority, No: var claim } when claim == over.Held!.ClaimNo => "specialist",
        _ => null,
    };
}
