namespace VstrsBot.Handoffs;

/// <summary>The time a state is read at.</summary>
/// <param name="Now">Wall clock, UTC.</param>
/// <param name="LeaseOutlived">This process's monotonic clock has seen the present lease for longer than the lease lasts.</param>
internal readonly record struct Moment(DateTimeOffset Now, bool LeaseOutlived = false);

/// <summary>What time alone has caused. Computed whenever a state is read, never awaited.</summary>
internal sealed class HandoffTimes(HandoffRules rules)
{
    /// <summary>Everything that is due, in the order it fell due. Empty when time has nothing to say.</summary>
    public IReadOnlyList<HandoffEvent> DueBy(Handoff state, Moment moment, Roster roster)
    {
        var happened = new List<HandoffEvent>();
        while (Next(state, moment, roster) is { Count: > 0 } due)
        {
            happened.AddRange(due);
            state = due.Aggregate(state, Evolution.Evolve);
        }

        return happened;
    }

    /// <summary>When <see cref="DueBy"/> has something to say next; null when never. A live lease also wakes for its renewal.</summary>
    public DateTimeOffset? NextAt(Handoff state) => state switch
    {
        Waiting w => Earliest(NotTakenAt(w), LadderSteps.DueAt(rules.Ladder, w)),
        Claimed c => Earliest(NotTakenAt(c), c.QuietSince + (c.Reminded ? rules.ClaimLasts : rules.ClaimReminder)),
        Confirmed c => Earliest(NotTakenAt(c), c.ConfirmedAt + (c.Warned ? rules.ConfirmationLasts : rules.ConfirmationWarning)),
        Live l => Earliest(RenewAt(l), Earliest(l.Lease.Until, AskStepAt(l))),
        Ended { Erased: false } e => EraseAt(e),
        _ => null,
    };

    /// <summary>Renewals are spread over the minute, so that many live handoffs do not speak at once.</summary>
    public DateTimeOffset RenewAt(Live l)
    {
        var spread = l.Id.Value.Aggregate(17, (sum, letter) => (sum * 31) + letter) % 16;
        return l.Lease.Granted + (rules.RenewEvery * (1 - (spread / 100.0)));
    }

    private IReadOnlyList<HandoffEvent> Next(Handoff state, Moment at, Roster roster) => state switch
    {
        Live l => InLive(l, at),
        OpenHandoff h when at.Now >= NotTakenAt(h) => [Over(EndReason.NotTaken, NotTakenAt(h))],
        Waiting w when LadderSteps.DueAt(rules.Ladder, w) is { } due && at.Now >= due => InWaiting(w, at.Now, roster),
        Claimed { Reminded: false } c when at.Now >= c.QuietSince + rules.ClaimReminder => [new ClaimReminded(c.QuietSince + rules.ClaimReminder)],
        Claimed { Reminded: true } c when at.Now >= c.QuietSince + rules.ClaimLasts => PassOn(c, c.QuietSince + rules.ClaimLasts, at.Now, roster),
        Confirmed { Warned: false } c when at.Now >= c.ConfirmedAt + rules.ConfirmationWarning => [new ConfirmationWarned(c.ConfirmedAt + rules.ConfirmationWarning)],
        Confirmed { Warned: true } c when at.Now >= c.ConfirmedAt + rules.ConfirmationLasts => [new ConfirmationLapsed(c.ConfirmedAt + rules.ConfirmationLasts)],
        Ended { Erased: false } e when at.Now >= EraseAt(e) => [new WorkingDataErased(at.Now)],
        _ => [],
    };

    private IReadOnlyList<HandoffEvent> InLive(Live l, Moment at)
    {
        var cap = l.TakenAt + rules.Cap;
        var answerBy = AnswerBy(l);
        var until = l.Lease.Until;

        if (at.Now >= cap && cap <= until)
            return [Over(EndReason.Cap, cap)];
        if (at.Now >= answerBy && answerBy <= until && l.Asked != StillAsked.No)
            return [Over(EndReason.NoAnswer, answerBy)];
        if (at.Now >= until)
            return [Over(EndReason.LeaseLapsed, until)];
        if (at.LeaseOutlived || ReadsFromTheFuture(l.Lease, at.Now))
            return [Over(EndReason.LeaseLapsed, at.Now < until ? at.Now : until)];
        if (l.Asked == StillAsked.No && at.Now >= l.LastYes + rules.AskEvery)
            return [new StillOnCallAsked(answerBy, at.Now)];
        if (l.Asked == StillAsked.Asked && at.Now >= answerBy - rules.RemindBefore)
            return [new StillOnCallReminded(answerBy, at.Now)];
        return [];
    }

    // A clock that jumped back never lengthens authority.
    private bool ReadsFromTheFuture(Lease lease, DateTimeOffset now) =>
        lease.Granted > now + HandoffRules.Skew || lease.Until - now > rules.Lease + HandoffRules.Skew;

    private IReadOnlyList<HandoffEvent> InWaiting(Waiting w, DateTimeOffset now, Roster roster) =>
        w.Ladder.Next < rules.Ladder.Rungs.Length
            ? [.. LadderSteps.Next(rules.Ladder, w, now, roster)]
            : [new LadderExhausted([.. roster.Leads.Where(l => !w.LeadsTold.Any(t => t.Id == l.Id))], now), .. LadderSteps.PutOffDuty(w, now, roster)];

    private List<HandoffEvent> PassOn(Claimed c, DateTimeOffset since, DateTimeOffset now, Roster roster)
    {
        var passed = new HandoffPassedOn(c.Specialist, By: null, PassedOnBecause.NoAttempt, since);
        return [passed, .. LadderSteps.Next(rules.Ladder, (Waiting)Evolution.Evolve(c, passed), now, roster)];
    }

    private DateTimeOffset AskStepAt(Live l) => l.Asked switch
    {
        StillAsked.No => l.LastYes + rules.AskEvery,
        StillAsked.Asked => AnswerBy(l) - rules.RemindBefore,
        _ => AnswerBy(l),
    };

    private DateTimeOffset AnswerBy(Live l) => l.LastYes + rules.AskEvery + rules.AnswerWithin;

    private DateTimeOffset NotTakenAt(OpenHandoff h) => h.Posting.PostedAt + rules.NotTakenAfter;

    private DateTimeOffset EraseAt(Ended e) =>
        e.At + (e.Held?.ConfirmedAt is null || e.Reason == EndReason.NotConfirmed ? rules.WorkingDataUnconfirmed : rules.WorkingDataAfterEnd);

    private static HandoffEnded Over(EndReason reason, DateTimeOffset at) => new(reason, By: null, Note: null, Due: null, LeadsTold: [], at);

    private static DateTimeOffset Earliest(DateTimeOffset one, DateTimeOffset? other) => other < one ? other.Value : one;
}
