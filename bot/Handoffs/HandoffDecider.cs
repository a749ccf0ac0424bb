namespace VstrsBot.Handoffs;

/// <summary>The lifecycle. <see cref="HandoffTimes"/> has spoken before: no state here is past its time.</summary>
internal sealed class HandoffDecider(HandoffRules rules)
{
    /// <summary>Teams gives up on an answer after 10 to 15 seconds, and may deliver again.</summary>
    private static readonly TimeSpan SameYesFor = TimeSpan.FromSeconds(20);

    public Decision Decide(HandoffCommand command, Handoff state, DateTimeOffset now, Roster roster) => (command, state) switch
    {
        (Wake, _) => Decision.Already,

        (Post c, NotPosted) when c.By.Is(Roles.Adviser) => Posted(c, now, roster),
        (BringCard c, PostedHandoff h) => Brought(c, h, now),
        (Post, NotPosted) => new Refusal.NotForYou(Roles.Adviser),
        (Post c, PostedHandoff h) => IsAdviserOf(c, h) ? Decision.Already : new Refusal.NotYourHandoff(),
        (_, NotPosted) => new Refusal.NotInThisState(),

        (RemindAfterEnd c, Ended e) when IsToBeReminded(c.By.Id, e, now) => new AfterEndReminded(c.By.Person, now),
        (RemindAfterEnd, _) => Decision.Already,
        (SendWrapUp or ReadIn { What: Reading.Note }, Ended e) => AfterTheEnd(command, e, now),
        (EndCall or EndAsLead or Withdraw, Ended e) => MayEnd(command.By, e) ? Decision.Already : new Refusal.AlreadyEnded(e.Reason, e.At),
        (_, Ended e) => new Refusal.AlreadyEnded(e.Reason, e.At),

        (EndAtRestore, OpenHandoff h) => Over(h is Live ? EndReason.LeaseLapsed : EndReason.NotTaken, by: null, now),
        (EndAsLead c, OpenHandoff) => c.By.Is(Roles.Lead) ? Over(EndReason.EndedByLead, c.By.Person, now, c.Why) : new Refusal.NotForYou(Roles.Lead),
        (EndCall c, OpenHandoff h) when IsOnlyLeadOf(c, h) => h.LeadsTold.Any(l => l.Id == c.By.Id) ? new Refusal.ReasonNeeded() : new LeadCameIn(c.By.Person, now),
        (Renew c, Live l) => Renewed(c, l, now),
        (Renew, _) => Decision.Already,

        (SendDetails or Withdraw or AskSomeoneElse or AskAgain or ArrangeCallBack or LeaveCall, OpenHandoff h) when !IsAdviserOf(command, h) => new Refusal.NotYourHandoff(),
        (SendDetails, Live) => new Refusal.NotInThisState(),
        (SendDetails c, OpenHandoff) => new DetailsSent(c.By.Person, c.Matter, c.CallBack, c.CallBackBy, now),
        (Withdraw, Live) => new Refusal.NotInThisState(),
        (Withdraw c, OpenHandoff) => Over(EndReason.Withdrawn, c.By.Person, now, c.PostedInError ? "Posted in error" : null),
        (AskAgain, Waiting { Ladder.Exhausted: false }) => Decision.Already,
        (AskAgain c, Waiting w) => LadderFrom(w, [new LadderStartedAgain(c.By.Person, now)], now, roster),
        (ArrangeCallBack { Kind: "" or "none" }, Waiting) => new Refusal.NoCallBackKind(),
        (ArrangeCallBack { Due: null }, Waiting) => new Refusal.NoCallBackKind(),
        (ArrangeCallBack c, Waiting) => new HandoffEnded(EndReason.CallBackArranged, c.By.Person, c.Kind, c.Due, roster.Leads, now),
        (AskSomeoneElse, Waiting) => Decision.Already,
        (AskSomeoneElse c, HeldHandoff h) when IsOfAnEarlierClaim(c, h) => Decision.Already,
        (AskSomeoneElse c, Claimed or Confirmed) => PassOn((HeldHandoff)state, c.By.Person, PassedOnBecause.AskedSomeoneElse, now, roster),

        (Claim c, OpenHandoff h) when IsAdviserOf(c, h) => new Refusal.OwnHandoff(),
        (Claim c, OpenHandoff) when !c.By.Is(Roles.Specialist) => new Refusal.NotForYou(Roles.Specialist),
        (Claim c, HeldHandoff h) => IsSpecialistOf(c, h) ? Decision.Already : new Refusal.AcceptedBy(h.Specialist, h.ClaimedAt),
        (Claim { Holds: { } other }, Waiting) => new Refusal.HoldsAnother(other),
        (Claim c, Waiting) => new SpecialistClaimed(c.By.Person, now),

        (Decline or GiveReason, OpenHandoff) when !command.By.Is(Roles.Specialist) => new Refusal.NotForYou(Roles.Specialist),
        (Decline c, HeldHandoff h) => IsSpecialistOf(c, h) ? new Refusal.NotInThisState() : new Refusal.AcceptedBy(h.Specialist, h.ClaimedAt),
        (Decline c, Waiting w) => Declined(c, w, now, roster),
        (GiveReason c, OpenHandoff h) => Explained(c, h, now),

        (Move c, OpenHandoff) when !c.By.Is(Roles.Lead) => new Refusal.NotForYou(Roles.Lead),
        (Move c, Waiting w) => c.Area == w.Posting.Area ? Decision.Already : LadderFrom(w, [new HandoffMoved(c.By.Person, c.Area, c.Why, now)], now, roster),

        (SayStillOnCall or EndCall, Live l) => OnTheCall(command, l, now),
        (LeaveCall c, Live l) => l.AdviserLeftAt is null ? new AdviserLeft(c.By.Person, now) : Decision.Already,

        (GiveBack or CheckSeesId or NotSatisfied or TakeCall or ReadIn, HeldHandoff h) when !IsSpecialistOf(command, h) => new Refusal.NotTheClaimant(),
        (GiveBack c, HeldHandoff h) when IsOfAnEarlierClaim(c, h) => Decision.Already,
        (ClaimCommand c, HeldHandoff h) when IsOfAnEarlierClaim(c, h) => new Refusal.EarlierClaim(),
        (GiveBack c, Claimed or Confirmed) => PassOn((HeldHandoff)state, c.By.Person, PassedOnBecause.GivenBack, now, roster),
        (GiveBack, Waiting w) when w.PassedOn.Any(p => p.Who.Id == command.By.Id) => Decision.Already,
        (NotSatisfied c, Claimed or Confirmed) => Over(EndReason.NotConfirmed, c.By.Person, now, null, roster) with { CodeMayBeOld = c.FailedBefore },
        (CheckSeesId c, Claimed s) => Checked(c, s, now, roster),
        (CheckSeesId c, Confirmed or Live) when c.Matches => Decision.Already,
        (TakeCall { BothOnRegister: false }, Confirmed) => new Refusal.OffTheRegister(),
        (TakeCall, Confirmed { DetailsAt: null } s) => new Refusal.DetailsMissing(s.Posting.Adviser),
        (TakeCall c, Confirmed) => new CallTaken(c.By.Person, Grant(now, now, now), now),
        (TakeCall, Live) => Decision.Already,
        (ReadIn { What: Reading.Details } c, Confirmed or Live) => new WasRead(c.By.Person, c.What, now),
        (ReadIn { What: Reading.Authority } c, Live) => new WasRead(c.By.Person, c.What, now),
        _ => new Refusal.NotInThisState(),
    };

    /// <summary>Only a card of their own; a card that was brought is not brought again, but its original is.</summary>
    private static Decision Brought(BringCard c, PostedHandoff h, DateTimeOffset now) =>
        c.Of.Kind != SurfaceKind.Brought && Readers.Of(h, c.Of) is { } reader && reader.Id == c.By.Id
            ? new CardBrought(c.By.Person, c.Of, now)
            : new Refusal.NotInThisState();

    /// <summary>
    /// No lease reaches past the time an answer is due, or the cap. Each is granted later than the one before, if only by a tick,
    /// so that <see cref="LeaseWatch"/> knows them apart.
    /// </summary>
    private Lease Grant(DateTimeOffset now, DateTimeOffset lastYes, DateTimeOffset takenAt, Lease? before = null)
    {
        DateTimeOffset[] ends = [now + rules.Lease, lastYes + rules.AskEvery + rules.AnswerWithin, takenAt + rules.Cap];
        return new Lease(before is { Granted: var last } && last >= now ? last.AddTicks(1) : now, ends.Min());
    }

    private Decision Renewed(Renew c, Live l, DateTimeOffset now) => c.BothOnRegister
        ? new LeaseRenewed(Grant(now, l.LastYes, l.TakenAt, l.Lease), now)
        : Over(EndReason.OffTheRegister, null, now);

    private Decision OnTheCall(HandoffCommand c, Live l, DateTimeOffset now) => c switch
    {
        EndCall when IsAdviserOf(c, l) => Over(EndReason.EndedByAdviser, c.By.Person, now),
        EndCall when IsSpecialistOf(c, l) => Over(EndReason.EndedBySpecialist, c.By.Person, now),
        SayStillOnCall when IsAdviserOf(c, l) && l.AdviserLeftAt is not null => new Refusal.AdviserHasLeft(),
        SayStillOnCall when (IsAdviserOf(c, l) || IsSpecialistOf(c, l)) && IsTheSameYes(l, now) => Decision.Already,
        SayStillOnCall when IsAdviserOf(c, l) || IsSpecialistOf(c, l) => new StillOnCallSaid(c.By.Person, Grant(now, now, l.TakenAt, l.Lease), now),
        _ => new Refusal.NotTheClaimant(),
    };

    /// <summary>Delivered again, or said by both at once: it is recorded once. A clock that was set back does not keep a yes from counting.</summary>
    private static bool IsTheSameYes(Live l, DateTimeOffset now) => l.LastYes > l.TakenAt && now >= l.LastYes && now < l.LastYes + SameYesFor;

    private Decision Checked(CheckSeesId c, Claimed s, DateTimeOffset now, Roster roster)
    {
        if (c.OnFile is null)
            return new Refusal.NoSeesIdOnFile();
        if (c.MissedToday >= rules.MismatchesADay)
            return new Refusal.MissedTooOften();
        if (s.Mismatches.Contains(c.Attempt))
            return Decision.Already;
        if (c.Matches)
            return new SeesIdConfirmed(c.By.Person, now);

        var left = Math.Min(rules.Attempts - s.Mismatches.Count, rules.MismatchesADay - c.MissedToday) - 1;
        var mismatch = new SeesIdMismatched(c.By.Person, c.Attempt, left, now);
        return left > 0 ? mismatch : new HandoffEvent[] { mismatch, Over(EndReason.NotConfirmed, c.By.Person, now, null, roster) with { CodeMayBeOld = c.FailedBefore } };
    }

    private bool IsToBeReminded(PersonId who, Ended e, DateTimeOffset now) =>
        e.WasLive && now < e.At + rules.RemindAfterEnd && !e.Reminded.Contains(who) && (who == e.Posting.Adviser.Id || who == e.Held?.Specialist.Id);

    private static Decision AfterTheEnd(HandoffCommand c, Ended e, DateTimeOffset now) => c switch
    {
        _ when e.Held is not { } held || held.Specialist.Id != c.By.Id => new Refusal.NotTheClaimant(),
        _ when !e.WasLive => new Refusal.AlreadyEnded(e.Reason, e.At),
        SendWrapUp when e.WrapUp is not null => Decision.Already,
        SendWrapUp w => WrappedUp(new WrapUpSent(w.By.Person, w.Outcome, w.NoteInIdms, now), e),
        ReadIn r when !e.Erased => new WasRead(r.By.Person, r.What, now),
        _ => new Refusal.AlreadyEnded(e.Reason, e.At),
    };

    private static HandoffEvent[] WrappedUp(WrapUpSent sent, Ended e) => e.Erased ? [sent] : [sent, new WorkingDataErased(sent.At)];

    private HandoffEvent[] Posted(Post c, DateTimeOffset now, Roster roster)
    {
        var posted = new HandoffPosted(c.By.Person, c.Id, c.Organisation, c.Area, c.DebtStage, c.WhyNotVstrs, now) { Follows = c.Follows };
        return LadderFrom(null, [posted], now, roster);
    }

    private Decision Declined(Decline c, Waiting w, DateTimeOffset now, Roster roster) =>
        w.Asks.LastOrDefault(a => a.Who.Id == c.By.Id) is { Answer: AskAnswer.Declined or AskAnswer.Accepted }
            ? Decision.Already
            : LadderFrom(w, [new AskDeclined(c.By.Person, now)], now, roster);

    private static Decision Explained(GiveReason c, OpenHandoff h, DateTimeOffset now) =>
        h.Asks.LastOrDefault(a => a.Who.Id == c.By.Id && a.Answer == AskAnswer.Declined) switch
        {
            null => new Refusal.NotInThisState(),
            var declined when declined.Why == c.Why => Decision.Already,
            _ => new DeclineExplained(c.By.Person, c.Why, now),
        };

    private HandoffEvent[] PassOn(HeldHandoff h, Person by, PassedOnBecause because, DateTimeOffset now, Roster roster) =>
        LadderFrom(h, [new HandoffPassedOn(h.Specialist, by, because, now)], now, roster);

    /// <summary>What happened, and whom the ladder asks because of it, at once.</summary>
    private HandoffEvent[] LadderFrom(Handoff? state, HandoffEvent[] happened, DateTimeOffset now, Roster roster)
    {
        var after = happened.Aggregate(state ?? NotPosted.Yet, Evolution.Evolve);
        return [.. happened, .. LadderSteps.Next(rules.Ladder, (Waiting)after, now, roster)];
    }

    private static HandoffEnded Over(EndReason reason, Person? by, DateTimeOffset now, string? note = null, Roster? tell = null) =>
        new(reason, by, note, Due: null, tell is null ? [] : [.. tell.Leads.Concat(tell.AdviserLeads).DistinctBy(l => l.Id)], now);

    private static bool IsAdviserOf(HandoffCommand c, PostedHandoff h) => c.By.Id == h.Posting.Adviser.Id;

    private static bool IsSpecialistOf(HandoffCommand c, HeldHandoff h) => c.By.Id == h.Specialist.Id;

    private static bool IsOfAnEarlierClaim(ClaimCommand c, HeldHandoff h) => c.Claim is { } claim && claim != h.ClaimNo;

    /// <summary>A lead ends with a reason, on a card that asks for it: <see cref="EndAsLead"/>.</summary>
    private static bool IsOnlyLeadOf(HandoffCommand c, OpenHandoff h) =>
        c.By.Is(Roles.Lead) && !IsAdviserOf(c, h) && !(h is HeldHandoff held && IsSpecialistOf(c, held));

    private static bool MayEnd(Actor by, Ended e) =>
        by.Id == e.Posting.Adviser.Id || by.Id == e.Held?.Specialist.Id || by.Is(Roles.Lead);
}
