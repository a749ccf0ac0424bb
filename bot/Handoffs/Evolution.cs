using System.Collections.Immutable;
using System.Diagnostics;

namespace VstrsBot.Handoffs;

/// <summary>How each event changes the state. An impossible history throws.</summary>
internal static class Evolution
{
    public static Handoff Evolve(Handoff state, HandoffEvent happened) => (state, happened) switch
    {
        (PostedHandoff h, CardBrought e) => h with { Brought = h.Brought.Add(new BroughtCard(h.Brought.Count + 1, e.By, e.Of)) },
        (PostedHandoff h, _) => (PostedHandoff)Next(state, happened) with { Brought = h.Brought },
        _ => Next(state, happened),
    };

    private static Handoff Next(Handoff state, HandoffEvent happened) => (state, happened) switch
    {
        (NotPosted, HandoffPosted e) => new Waiting(
            new Posting(e.Id, e.By, e.Organisation, e.Area, e.DebtStage, e.WhyNotVstrs, e.At, e.Follows), [], [], [], [], null, new LadderRun(e.At, 0, false)),

        (Waiting w, SpecialistsAsked e) => w with
        {
            Asks = PassedBy(w, e.At).AddRange(e.Asked.Select((who, n) => new Ask(w.Asks.Count + n + 1, who, e.At, AskAnswer.None, null))),
            LeadsTold = w.LeadsTold.AddRange(e.LeadsTold),
            Ladder = w.Ladder with { Next = e.Rung + 1 },
        },
        (Waiting w, AskDeclined e) => w with { Asks = Answered(w, e.By, AskAnswer.Declined, e.At) },
        (Waiting w, LadderExhausted e) => w with { Asks = PassedBy(w, e.At), Ladder = w.Ladder with { Exhausted = true }, LeadsTold = w.LeadsTold.AddRange(e.LeadsTold) },
        (Waiting w, LadderStartedAgain e) => w with { Asks = AllOver(w, e.At), Ladder = new LadderRun(e.At, 0, false) },
        (Waiting w, HandoffMoved e) => w with { Posting = w.Posting with { Area = e.Area }, Asks = AllOver(w, e.At), Ladder = new LadderRun(e.At, 0, false) },
        (Waiting w, SpecialistClaimed e) => new Claimed(
            w.Posting, Accepted(w, e), w.PassedOn, w.Mismatches, w.LeadsTold, w.DetailsAt, e.By, e.At, e.At, Reminded: false),

        (Claimed c, ClaimReminded) => c with { Reminded = true },
        (Claimed c, SeesIdMismatched e) => c with { Mismatches = c.Mismatches.Add(e.Attempt), QuietSince = e.At, Reminded = false, MatchLapsed = false },
        (Claimed c, SeesIdConfirmed e) => new Confirmed(
            c.Posting, c.Asks, c.PassedOn, c.Mismatches, c.LeadsTold, c.DetailsAt, c.Specialist, c.ClaimedAt, e.At, Warned: false),

        (Confirmed c, ConfirmationWarned) => c with { Warned = true },
        (Confirmed c, ConfirmationLapsed e) => new Claimed(
            c.Posting, c.Asks, c.PassedOn, c.Mismatches, c.LeadsTold, c.DetailsAt, c.Specialist, c.ClaimedAt, e.At, Reminded: false, MatchLapsed: true),
        (Confirmed c, CallTaken e) => new Live(
            c.Posting, c.Asks, c.PassedOn, c.Mismatches, c.LeadsTold, c.DetailsAt, c.Specialist, c.ClaimedAt, c.ConfirmedAt,
            e.At, LastYes: e.At, e.Lease, AdviserLeftAt: null, AskNo: 0, StillAsked.No),

        (Claimed or Confirmed, HandoffPassedOn e) => Back((HeldHandoff)state, e),

        (Live l, LeaseRenewed e) => l with { Lease = e.Lease },
        (Live l, StillOnCallAsked) => l with { Asked = StillAsked.Asked, AskNo = l.AskNo + 1 },
        (Live l, StillOnCallReminded) => l with { Asked = StillAsked.Reminded },
        (Live l, StillOnCallSaid e) => l with { LastYes = e.At, LastYesBy = e.By.Id, Lease = e.Lease, Asked = StillAsked.No },
        (Live l, AdviserLeft e) => l with { AdviserLeftAt = e.At },

        (OpenHandoff h and not Live, DetailsSent e) => h with { DetailsAt = e.At },
        (OpenHandoff h, HandoffEnded e) => End(h, e),
        (OpenHandoff h, LeadCameIn e) => h with { LeadsTold = h.LeadsTold.Add(e.By) },
        (OpenHandoff h, DeclineExplained e) => h with { Asks = Explained(h, e) },
        (PostedHandoff, WasRead or PutOffDuty) => state,

        (Ended e, WrapUpSent w) => e with { WrapUp = new WrapUp(w.Outcome, w.NoteInIdms, w.At) },
        (Ended e, WorkingDataErased) => e with { Erased = true },
        (Ended e, AfterEndReminded r) => e with { Reminded = e.Reminded.Add(r.By.Id) },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot happen in {state.GetType().Name}."),
    };

    private static Waiting Back(HeldHandoff h, HandoffPassedOn e) => new(
        h.Posting, AllOver(h, e.At), h.PassedOn.Add(new PassedOn(h.Specialist, h.ClaimedAt, e.At, e.Because)),
        h.Mismatches, h.LeadsTold, h.DetailsAt, new LadderRun(e.At, 0, false));

    private static Ended End(OpenHandoff h, HandoffEnded e) => new(
        h.Posting, AllOver(h, e.At), h.PassedOn, h.Mismatches,
        h.LeadsTold.AddRange(e.LeadsTold.Where(l => !h.LeadsTold.Any(t => t.Id == l.Id))), h.DetailsAt,
        e.Reason, e.At, e.By, e.Note, HeldBy(h), WrapUp: null, Erased: false)
    {
        CodeMayBeOld = e.CodeMayBeOld,
        CallBackBy = e.Due,
    };

    private static Held? HeldBy(OpenHandoff h) => h switch
    {
        Claimed c => new Held(c.Specialist, c.ClaimNo, c.ClaimedAt, null, null, 0),
        Confirmed c => new Held(c.Specialist, c.ClaimNo, c.ClaimedAt, c.ConfirmedAt, null, 0),
        Live l => new Held(l.Specialist, l.ClaimNo, l.ClaimedAt, l.ConfirmedAt, l.TakenAt, l.AskNo),
        _ => null,
    };

    private static ImmutableList<Ask> Answered(OpenHandoff h, Person by, AskAnswer answer, DateTimeOffset at)
    {
        var asked = h.Asks.FindLastIndex(a => a.Who.Id == by.Id);
        return asked < 0
            ? h.Asks.Add(new Ask(h.Asks.Count + 1, by, at, answer, at))
            : h.Asks.SetItem(asked, h.Asks[asked] with { Answer = answer, AnsweredAt = at });
    }

    private static ImmutableList<Ask> Explained(OpenHandoff h, DeclineExplained e)
    {
        var declined = h.Asks.FindLastIndex(a => a.Who.Id == e.By.Id && a.Answer == AskAnswer.Declined);
        return declined < 0 ? h.Asks : h.Asks.SetItem(declined, h.Asks[declined] with { Why = e.Why });
    }

    private static ImmutableList<Ask> Accepted(Waiting w, SpecialistClaimed e)
    {
        var mine = w.Asks.FindLastIndex(a => a.Who.Id == e.By.Id);
        var over = AllOver(w, e.At);
        return mine < 0 ? over : over.SetItem(mine, over[mine] with { Answer = AskAnswer.Accepted, AnsweredAt = e.At });
    }

    private static ImmutableList<Ask> PassedBy(Waiting w, DateTimeOffset at) =>
        [.. w.Asks.Select(a => a.Answer == AskAnswer.None && a.AskedAt < at ? a with { PassedBy = true } : a)];

    private static ImmutableList<Ask> AllOver(OpenHandoff h, DateTimeOffset at) =>
        [.. h.Asks.Select(a => a.Answer == AskAnswer.None ? a with { Answer = AskAnswer.Over, AnsweredAt = at } : a)];
}
