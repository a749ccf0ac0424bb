namespace VstrsBot.Handoffs;

/// <summary>Which rungs of the ladder are due, as events.</summary>
internal static class LadderSteps
{
    /// <summary>
    /// Every rung that is due now; and the rungs after it at once while nobody has an unanswered ping, so that nobody waits
    /// for a person who is not there.
    /// </summary>
    public static IEnumerable<HandoffEvent> Next(Ladder ladder, Waiting waiting, DateTimeOffset now, Roster roster)
    {
        var state = waiting;
        while (!state.Ladder.Exhausted && state.Ladder.Next < ladder.Rungs.Length)
        {
            var rung = ladder.Rungs[state.Ladder.Next];
            if (now < state.Ladder.Start + rung.After && state.Asks.Any(a => a.Answer == AskAnswer.None))
                yield break;

            var (ask, tell) = Ladder.Choose(rung, state, roster);
            var off = PutOffDuty(state, now, roster);
            var asked = new SpecialistsAsked(state.Ladder.Next, ask, tell, now);
            yield return asked;
            foreach (var put in off)
                yield return put;
            state = (Waiting)Evolution.Evolve(state, asked);
        }
    }

    /// <summary>The ladder moves on now: who is put off duty by it.</summary>
    public static IReadOnlyList<HandoffEvent> PutOffDuty(Waiting waiting, DateTimeOffset now, Roster roster) =>
        Ladder.NotAnswering(waiting, now, roster) is { IsEmpty: false } who ? [new PutOffDuty(who, now)] : [];

    /// <summary>When the ladder of a waiting handoff moves next; null when it has run out.</summary>
    public static DateTimeOffset? DueAt(Ladder ladder, Waiting waiting) => waiting.Ladder switch
    {
        { Exhausted: true } => null,
        { Next: var next } run when next < ladder.Rungs.Length => run.Start + ladder.Rungs[next].After,
        var run => run.Start + ladder.ExhaustedAfter,
    };
}
