using System.Numerics;

namespace VstrsBot.Tests.Histories;

/// <summary>
/// Looks for an order of a history's acts in which each happens at one moment between its call and its answer and the model gives every answer.
/// One without an answer may happen at any moment after its call, or never.
/// </summary>
/// <remarks>
/// Source: J. M. Wing and C. Gong, "Testing and verifying concurrent objects" (1993); G. Lowe, "Testing for linearizability" (2017): what was
/// done already, and the state it led to, are looked at once.
/// </remarks>
internal sealed class Linearization
{
    private const int MostOrders = 200_000;
    private readonly Operation[] acts;
    private readonly bool[] mayChange;
    private readonly BigInteger answered;
    private readonly Dictionary<(BigInteger Answered, DeskModel State), List<BigInteger>> seen = [];
    private int orders;

    /// <summary>In the order of the answers, which is near to the one looked for; those without one come last.</summary>
    private Linearization(IEnumerable<Operation> history)
    {
        acts = [.. history.Where(act => act.Said is not null || MayChange(act)).OrderBy(act => act.Returned).ThenBy(act => act.Called)];
        mayChange = [.. acts.Select(MayChange)];
        answered = Bit(acts.Count(act => act.Said is not null)) - 1;
    }

    /// <summary>Whether some order explains every answer.</summary>
    public static bool Explains(IEnumerable<Operation> history) => new Linearization(history).Extend(BigInteger.Zero, DeskModel.Empty);

    private bool Extend(BigInteger done, DeskModel state)
    {
        var first = Enumerable.Range(0, acts.Length).FirstOrDefault(n => !Has(done, n), acts.Length);
        if (first == acts.Length || acts[first].Said is null)
            return true;
        if (IsSeen(done, state))
            return false;

        // Whatever was answered before another was called comes before it.
        var next = Enumerable.Range(first, acts.Length - first).Where(n => !Has(done, n) && acts[n].Called < acts[first].Returned).ToList();
        var reading = next.FindIndex(n => !mayChange[n] && MayStand(n, state));
        if (reading >= 0)
            return Extend(done | Bit(next[reading]), state); // it changes nothing: where it can stand, it can as well stand first

        // The first answer waits for what is done to its own handoff, and to those that may have to do with it: all else can as well come after it.
        var together = Together(acts[first].Act.Handoff, next, state);
        return next.Exists(n => together.Contains(acts[n].Act.Handoff) && MayStand(n, state) && Extend(done | Bit(n), state.After(acts[n].Act)));
    }

    /// <summary>Handoffs whose acts do not go by without each other: of a person who accepts one and holds or accepts another, or is told that they do.</summary>
    private HashSet<string> Together(string handoff, List<int> next, DeskModel state)
    {
        var accepted = next.Where(n => mayChange[n] && acts[n].Act.Verb == Verb.Accept).GroupBy(n => acts[n].Act.By)
            .Select(one => one.Select(n => acts[n].Act.Handoff).Concat(state.HeldBy(one.Key)).ToHashSet());
        var told = next.Where(n => acts[n].Said?.Number is not null).Select(n => new HashSet<string> { acts[n].Act.Handoff, acts[n].Said!.Number! });
        List<HashSet<string>> some = [.. accepted, .. told];
        HashSet<string> together = [handoff];
        while (some.Find(one => one.Overlaps(together) && !one.IsSubsetOf(together)) is { } more)
            together.UnionWith(more);
        return together;
    }

    private bool MayStand(int n, DeskModel state)
    {
        var after = state.After(acts[n].Act);
        return acts[n].Said is { } said ? after.Fits(acts[n].Act, said) && (mayChange[n] || ReferenceEquals(after, state)) : !ReferenceEquals(after, state);
    }

    /// <summary>The same answered acts led to the same state before, and of those without an answer no more had happened.</summary>
    private bool IsSeen(BigInteger done, DeskModel state)
    {
        var key = (done & answered, state);
        if (!seen.TryGetValue(key, out var before))
            seen[key] = before = [];
        if (before.Exists(fewer => (fewer & done) == fewer))
            return true;
        before.Add(done);
        return ++orders > MostOrders ? throw new InvalidOperationException("Too many orders: nothing is known of this history.") : false;
    }

    /// <summary>Whether there is any state that the act could change and be answered so: most that are refused, or see what others did, have none.</summary>
    public static bool MayChange(Operation operation) => DeskModel.Conceivable(operation.Act, operation.Said).Any(state =>
        state.After(operation.Act) is var after && !ReferenceEquals(after, state) && (operation.Said is null || after.Fits(operation.Act, operation.Said)));

    private static bool Has(BigInteger done, int n) => !(done & Bit(n)).IsZero;

    private static BigInteger Bit(int n) => BigInteger.One << n;
}
