namespace VstrsBot.Tests.Histories;

/// <summary>What is wrong with a little desk.</summary>
internal enum Flaw
{
    None,

    /// <summary>It writes what it decided though somebody else wrote meanwhile.</summary>
    LostUpdates,

    /// <summary>Some who look are shown a copy that is behind.</summary>
    StaleReadings,

    /// <summary>What nobody was answered happens, and is taken back later.</summary>
    UndoneUnknowns,
}

/// <summary>The model on a single cell that is read, and written if nobody wrote meanwhile; a seed says who goes on next. Flawed it must be found out.</summary>
internal sealed class LittleDesk(Random chance, Flaw flaw)
{
    private readonly History history = new();
    private DeskModel state = DeskModel.Empty;
    private DeskModel copy = DeskModel.Empty;
    private int tag;

    /// <summary>Each person does theirs in turn, and all at the same time.</summary>
    public IReadOnlyList<Operation> Play(IEnumerable<Act> plan)
    {
        var people = plan.GroupBy(act => act.By).Select(mine => mine.SelectMany(Do).GetEnumerator()).ToList();
        while (people.Count > 0)
        {
            var next = people[chance.Next(people.Count)];
            if (!next.MoveNext())
                people.Remove(next);
        }

        return history.Operations;
    }

    private IEnumerable<int> Do(Act act)
    {
        var called = history.Call();
        var unheard = !act.IsReading && act.Verb != Verb.Post && chance.Next(6) == 0;
        yield return 0;
        var (read, after) = (state, state);
        for (var written = false; !written;)
        {
            (read, var at) = (flaw == Flaw.StaleReadings && act.IsReading && chance.Next(2) == 0 ? copy : state, tag);
            copy = chance.Next(4) == 0 ? state : copy;
            after = read.After(act);
            yield return 1;
            written = ReferenceEquals(after, read) || TryWrite(after, at);
        }

        yield return 2;
        history.Return(called, act, unheard ? null : SaidOf(after[act.Handoff]));
        if (!unheard || flaw != Flaw.UndoneUnknowns)
            yield break;
        yield return 3;
        (state, tag) = (new DeskModel(state.Calls.SetItem(act.Handoff, read[act.Handoff])), tag + 1);
    }

    private bool TryWrite(DeskModel after, int at)
    {
        if (at != tag && flaw != Flaw.LostUpdates)
            return false;
        (state, tag) = (after, tag + 1);
        return true;
    }

    private static Said SaidOf(Call call) => new(call.Stage, call.Holder) { Details = call.Details, Missed = call.Missed.Length };
}
