namespace VstrsBot.Tests.Histories;

/// <summary>What a crowd does: drawn by a seed before anybody does anything.</summary>
internal static class Plans
{
    /// <summary>Who may accept. The last takes no part in the rush: they are on a call of their own.</summary>
    public static readonly string[] Specialists = ["Priya Shah", "Amir Khan", "Nell Byrne", "Omar Diaz", "Wanda Pryce"];

    private static readonly Verb[] Between = [Verb.Look, Verb.Look, Verb.Glance, Verb.Glance, Verb.Check, Verb.GiveBack, Verb.Accept, Verb.End, Verb.NotSatisfied];

    private static readonly Verb[] OfTheAdviser = [Verb.Look, Verb.Look, Verb.Look, Verb.Glance, Verb.Details, Verb.SomeoneElse, Verb.Left, Verb.Accept, Verb.End, Verb.Withdraw];

    /// <summary>One handoff goes live, act by act, and at each step somebody tries what is not theirs, or not yet, to do.</summary>
    public static IEnumerable<IEnumerable<(Act Act, Way Way)>> ToLive(string number, string other)
    {
        var (holder, another) = (Specialists[^1], Specialists[0]);
        yield return [(new Act(holder, Verb.Accept, number), Way.AgainLater), (new Act(holder, Verb.GiveBack, number), Way.Pressed)];
        (string By, Verb Verb, string Typed)[] acts =
        [
            (holder, Verb.Accept, ""), (another, Verb.Accept, ""), (another, Verb.Sees, Act.RightCode), (holder, Verb.Sees, "a"), (holder, Verb.Take, ""),
            (holder, Verb.Sees, Act.RightCode), (holder, Verb.Take, ""), (DeskModel.Adviser, Verb.Details, ""), (another, Verb.Take, ""), (holder, Verb.Take, ""),
            (another, Verb.End, ""), (holder, Verb.Look, ""),
        ];
        foreach (var (by, verb, typed) in acts)
            yield return [(new Act(by, verb, number, typed), Way.Pressed)];
        yield return [(new Act(holder, Verb.Accept, other), Way.Pressed), (new Act(DeskModel.Adviser, Verb.Look, other), Way.Pressed)];
    }

    /// <summary>Everybody tries to get as far as they can with one of those that wait, does other things on the way, and some of it with another.</summary>
    public static IEnumerable<Act> Rush(Random chance, string[] waiting)
    {
        foreach (var person in Specialists[..^1])
        {
            var number = OneOf(chance, waiting);
            foreach (var verb in new[] { Verb.Accept, Verb.Sees, Verb.Sees, Verb.Take })
            {
                yield return Some(chance, person, verb, chance.Next(6) > 0 ? number : OneOf(chance, waiting));
                if (chance.Next(2) == 0)
                    yield return Some(chance, person, OneOf(chance, Between), number);
            }
        }

        foreach (var number in waiting)
            yield return new Act(DeskModel.Adviser, Verb.Details, number);
        for (var more = 0; more < 5; more++)
            yield return Some(chance, DeskModel.Adviser, OneOf(chance, OfTheAdviser), OneOf(chance, waiting));
        yield return Some(chance, DeskModel.Lead, chance.Next(3) == 0 ? Verb.LeadEnd : Verb.Glance, OneOf(chance, waiting));
    }

    /// <summary>All who are on a live call, and some who are not, end it, look at it, and press what came before.</summary>
    public static IEnumerable<Act> Ends(Random chance, string live)
    {
        var holder = Specialists[^1];
        foreach (var verb in Shuffled(chance, Verb.Look, Verb.End, Verb.Check, Verb.Take, Verb.GiveBack, Verb.Sees))
            yield return Some(chance, holder, verb, live);
        foreach (var verb in Shuffled(chance, Verb.Left, Verb.End, Verb.Look, Verb.Withdraw, Verb.Details))
            yield return new Act(DeskModel.Adviser, verb, live);
        foreach (var verb in Shuffled(chance, chance.Next(3) == 0 ? Verb.LeadEnd : Verb.Glance, Verb.Glance))
            yield return new Act(DeskModel.Lead, verb, live);
        foreach (var verb in Shuffled(chance, Verb.Glance, Verb.End, Verb.Accept, Verb.Glance))
            yield return new Act(OneOf(chance, Specialists), verb, live);
    }

    private static Act Some(Random chance, string person, Verb verb, string number) =>
        new(person, verb, number, verb == Verb.Sees ? chance.Next(3) > 0 ? Act.RightCode : OneOf(chance, ["a", "b", "c", "d"]) : "");

    private static T OneOf<T>(Random chance, T[] some) => some[chance.Next(some.Length)];

    private static Verb[] Shuffled(Random chance, params Verb[] verbs)
    {
        chance.Shuffle(verbs);
        return verbs;
    }
}
