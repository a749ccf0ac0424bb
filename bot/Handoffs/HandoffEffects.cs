namespace VstrsBot.Handoffs;

/// <summary>What each event owes to Teams.</summary>
internal static class HandoffEffects
{
    public static IEnumerable<Effect> Of(HandoffEvent happened, Handoff before, PostedHandoff after) =>
        Owed(happened, before, after).SelectMany(effect => effect is ShowCard card ? [card, .. Repeats(card, after)] : new[] { effect });

    private static IEnumerable<Effect> Owed(HandoffEvent happened, Handoff before, PostedHandoff after) => (happened, after) switch
    {
        (HandoffPosted, _) => Show(Surface.Channel, Surface.Adviser, Surface.FindForm, Surface.DetailsForm),
        (SpecialistsAsked e, Waiting w) => [.. Pings(w, e.At), .. Leads(w, e.LeadsTold), .. Show(Surface.Channel, Surface.Adviser)],
        (AskDeclined e, Waiting w) => [.. PingsOf(w, e.By), .. Show(Surface.Channel, Surface.Adviser)],
        (LadderExhausted e, Waiting w) => [.. Leads(w, w.LeadsTold), new ShowCard(Surface.Adviser), new Say(Line.NobodyAccepted, w.Posting.Adviser, e.At)],
        (LadderStartedAgain or HandoffMoved, Waiting w) => [.. ChangedPings(w, happened.At), .. Leads(w, w.LeadsTold), .. Show(Surface.Channel, Surface.Adviser)],
        (DetailsSent, _) => Show(Surface.DetailsForm, Surface.Adviser),

        (SpecialistClaimed e, Claimed c) =>
        [
            new Say(Line.Accepted, c.Posting.Adviser, e.At), .. ClosedPings(c, e.At), .. Leads(c, c.LeadsTold),
            .. Show(Surface.Channel, Surface.Adviser, Details(c.ClaimNo), Authority(c.ClaimNo)),
        ],
        (ClaimReminded e, Claimed c) => [new Say(Line.Waiting, c.Specialist, e.At)],
        (SeesIdMismatched, Claimed c) => Show(Authority(c.ClaimNo)),
        (SeesIdConfirmed e, Confirmed c) =>
        [
            new Say(c.DetailsAt is null ? Line.SeesIdConfirmedDetailsMissing : Line.SeesIdConfirmed, c.Posting.Adviser, e.At),
            .. Show(Authority(c.ClaimNo), Surface.Channel, Surface.Adviser),
        ],
        (HandoffPassedOn e, Waiting w) => PassedOn(e, w),
        (ConfirmationWarned e, Confirmed c) => [new Say(Line.ConfirmationRunsOut, c.Specialist, e.At)],
        (ConfirmationLapsed e, Claimed c) =>
        [
            new Say(Line.ConfirmationLapsed, c.Specialist, e.At), new Say(Line.ConfirmationLapsed, c.Posting.Adviser, e.At),
            .. Show(Authority(c.ClaimNo), Surface.Channel, Surface.Adviser),
        ],

        (CallTaken e, Live l) =>
        [
            .. Show(Authority(l.ClaimNo), Surface.Channel, Surface.Adviser, Surface.DetailsForm), .. Leads(l, l.LeadsTold),
            new Say(Line.CallTaken, l.Specialist, e.At), new Say(Line.CallTaken, l.Posting.Adviser, e.At),
        ],
        (LeaseRenewed, Live l) => Banners(l, Urgency.Renewal),
        (StillOnCallAsked, Live l) => Asks(l),
        (StillOnCallReminded e, Live l) =>
        [
            new Say(Line.StillOnCallReminder, l.Specialist, e.At),
            .. l.AdviserLeftAt is null ? [new Say(Line.StillOnCallReminder, l.Posting.Adviser, e.At)] : Array.Empty<Effect>(),
        ],
        (StillOnCallSaid, Live l) => [.. Asks(l), .. Banners(l, Urgency.Card)],
        (AdviserLeft, Live l) => [new ShowCard(Surface.Adviser), .. Asks(l)],
        (PutOffDuty e, _) => e.Who.Select(who => new Say(Line.PutOffDuty, who, e.At)),
        (LeadCameIn e, _) => Leads(after, [e.By]),
        (HandoffEnded e, Ended ended) => Over(e, before, ended),
        (WrapUpSent, _) => Show(Surface.WrapUp),
        (AfterEndReminded e, _) => [new ShowCard(new Surface(e.By.Id == after.Posting.Adviser.Id ? SurfaceKind.ReminderAdviser : SurfaceKind.ReminderSpecialist))],
        (CardBrought e, _) => after.Brought.Where(b => b.Of == e.Of && b.To.Id == e.By.Id).Select(b => new ShowCard(Brought(b.No))),
        _ => [],
    };

    public static Surface Authority(int claim) => new(SurfaceKind.Authority, claim);

    /// <summary>Where a banner may stand still, the cards that were brought once more included.</summary>
    public static IEnumerable<Surface> BannersOf(Ended ended) => ended is { Held: { } held } ? BannersOf(ended, held.ClaimNo) : [];

    /// <summary>Where its banner stands, the cards that were brought once more included.</summary>
    public static IEnumerable<Surface> BannersOf(Live live) => BannersOf(live, live.ClaimNo);

    public static Surface Details(int claim) => new(SurfaceKind.Details, claim);

    private static IEnumerable<Surface> BannersOf(PostedHandoff posted, int claim) =>
        new[] { Authority(claim), Surface.Channel, Surface.Adviser }.SelectMany(surface => posted.BroughtOf(surface).Select(Brought).Prepend(surface));

    private static Surface Brought(int no) => new(SurfaceKind.Brought, no);

    private static IEnumerable<ShowCard> Repeats(ShowCard card, PostedHandoff after) =>
        after.BroughtOf(card.Surface).Select(no => card with { Surface = Brought(no) });

    private static IEnumerable<Effect> PassedOn(HandoffPassedOn e, Waiting w)
    {
        var claim = w.PassedOn.Count;
        Line? line = e.Because switch
        {
            PassedOnBecause.AskedSomeoneElse => Line.GivenToSomeoneElse,
            PassedOnBecause.NoAttempt => Line.WentToSomeoneElse,
            _ => null,
        };

        return
        [
            new ShowCard(Authority(claim), Urgency.End), new ShowCard(Details(claim), Urgency.End), .. PingsOf(w, e.Specialist),
            .. Show(Surface.Channel, Surface.Adviser), .. line is { } told ? [new Say(told, e.Specialist, e.At)] : Array.Empty<Effect>(),
        ];
    }

    private static IEnumerable<Effect> Over(HandoffEnded e, Handoff before, Ended ended)
    {
        List<Effect> owed =
        [
            new ShowCard(Surface.Channel, Urgency.End), new ShowCard(Surface.Adviser, Urgency.End), new ShowCard(Surface.DetailsForm, Urgency.End),
            .. ClosedPings(ended, e.At).Select(p => p with { Urgent = Urgency.End }), .. Leads(ended, ended.LeadsTold),
        ];

        if (ended.Held is { } held)
        {
            owed.AddRange([new ShowCard(Authority(held.ClaimNo), Urgency.End), new ShowCard(Details(held.ClaimNo), Urgency.End)]);
            owed.AddRange(AskCards(held.AskNo, Urgency.End));
        }

        if (ended.WasLive)
        {
            var line = e.Reason == EndReason.LeaseLapsed ? Line.AuthorityLapsed : Line.AuthorityEnded;
            owed.AddRange([new ShowCard(Surface.WrapUp), new Say(line, null, e.At), new Say(line, ended.Held!.Specialist, e.At), new Say(line, ended.Posting.Adviser, e.At)]);
        }
        else
        {
            owed.AddRange(TellWithoutAuthority(e, before, ended));
        }

        return owed;
    }

    private static IEnumerable<Effect> TellWithoutAuthority(HandoffEnded e, Handoff before, Ended ended)
    {
        var holder = (before as HeldHandoff)?.Specialist;
        Line? line = e.Reason switch
        {
            EndReason.Withdrawn => Line.Withdrawn,
            EndReason.NotConfirmed => Line.NotConfirmed,
            EndReason.NotTaken => Line.NotTaken,
            EndReason.EndedByLead => Line.EndedByLead,
            _ => null,
        };
        if (line is not { } told)
            yield break;
        if (holder is not null && holder.Id != e.By?.Id)
            yield return new Say(told, holder, e.At);
        if (ended.Posting.Adviser.Id != e.By?.Id)
            yield return new Say(told, ended.Posting.Adviser, e.At);
    }

    private static IEnumerable<Effect> Show(params Surface[] surfaces) => surfaces.Select(s => new ShowCard(s));

    private static IEnumerable<Effect> Banners(Live l, Urgency urgency) =>
        [new ShowCard(Authority(l.ClaimNo), urgency), new ShowCard(Surface.Channel, urgency), new ShowCard(Surface.Adviser, urgency)];

    private static IEnumerable<ShowCard> Asks(Live l) => AskCards(l.AskNo, Urgency.Card);

    private static IEnumerable<ShowCard> AskCards(int askNo, Urgency urgency) => askNo == 0
        ? []
        : [new ShowCard(new Surface(SurfaceKind.AskSpecialist, askNo), urgency), new ShowCard(new Surface(SurfaceKind.AskAdviser, askNo), urgency)];

    private static IEnumerable<ShowCard> Pings(Waiting w, DateTimeOffset at) =>
        w.Asks.Where(a => a.AskedAt == at && a.Answer == AskAnswer.None).Select(a => new ShowCard(new Surface(SurfaceKind.Ping, a.No), Urgency.Ping));

    private static IEnumerable<ShowCard> PingsOf(PostedHandoff h, Person who) =>
        h.Asks.Where(a => a.Who.Id == who.Id).Select(a => new ShowCard(new Surface(SurfaceKind.Ping, a.No)));

    private static IEnumerable<ShowCard> ChangedPings(PostedHandoff h, DateTimeOffset at) => h.Asks
        .Where(a => a.AnsweredAt == at || a.Answer == AskAnswer.Accepted)
        .Select(a => new ShowCard(new Surface(SurfaceKind.Ping, a.No)));

    /// <summary>Nobody has anything to do any more, whoever declined included.</summary>
    private static IEnumerable<ShowCard> ClosedPings(PostedHandoff h, DateTimeOffset at) => ChangedPings(h, at).Concat(
        h.Asks.Where(a => a.Answer == AskAnswer.Declined).TakeLast(Ladder.MostAsked).Select(a => new ShowCard(new Surface(SurfaceKind.Ping, a.No))));

    private static IEnumerable<ShowCard> Leads(PostedHandoff h, IEnumerable<Person> leads) => h.LeadsTold
        .Select((lead, place) => (lead, place))
        .Where(told => leads.Any(l => l.Id == told.lead.Id))
        .Select(told => new ShowCard(new Surface(SurfaceKind.Lead, told.place + 1)));
}
