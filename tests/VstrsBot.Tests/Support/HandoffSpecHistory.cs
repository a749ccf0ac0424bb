using VstrsBot.Handoffs;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Support;

/// <summary>How a handoff of Tom's came to each state, with Priya as its specialist.</summary>
internal static class HandoffSpecHistory
{
    public static readonly HandoffEvent[] Posted =
    [
        new HandoffPosted(Tom.Person, K7F3, "TaxAid", "Self Assessment", "Enforcement", "IDMS does not settle it", Ten),
        new SpecialistsAsked(0, [Priya.Person], [], Ten),
    ];

    public static readonly HandoffEvent[] Accepted = [.. Posted, new SpecialistClaimed(Priya.Person, Seconds(10))];

    public static readonly HandoffEvent Details = new DetailsSent(Tom.Person, "Payment plan", "phone", Ten.AddHours(4), Seconds(20));

    public static readonly HandoffEvent[] Matched = [.. Accepted, Details, new SeesIdConfirmed(Priya.Person, Seconds(40))];

    public static readonly HandoffEvent[] MatchedWithoutDetails = [.. Accepted, new SeesIdConfirmed(Priya.Person, Seconds(40))];

    /// <summary>Live since 10:01.</summary>
    public static readonly HandoffEvent[] OnTheCall = [.. Matched, new CallTaken(Priya.Person, new Lease(At(1), At(4)), At(1))];

    public static readonly HandoffEvent[] CallOver = [.. OnTheCall, new HandoffEnded(EndReason.EndedByAdviser, Tom.Person, null, null, [], At(2))];

    /// <summary>Live since 10:01, kept alive until a later time as a running service does.</summary>
    public static HandoffEvent[] LiveUntil(DateTimeOffset lastRenewal) => [.. OnTheCall, new LeaseRenewed(LeaseAt(lastRenewal), lastRenewal)];

    public static Lease LeaseAt(DateTimeOffset granted, DateTimeOffset? noLaterThan = null)
    {
        var until = granted.AddMinutes(3);
        return new Lease(granted, noLaterThan < until ? noLaterThan.Value : until);
    }
}
