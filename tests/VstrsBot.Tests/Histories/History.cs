using System.Collections.Concurrent;

namespace VstrsBot.Tests.Histories;

/// <summary>One act in a history.</summary>
/// <param name="Called">Its place among all calls and returns.</param>
/// <param name="Returned">The place of its answer, or <see cref="Never"/>.</param>
/// <param name="Said">What was answered; null where nobody knows what became of it: it may happen at any time after its call, or never.</param>
internal sealed record Operation(int Called, int Returned, Act Act, Said? Said)
{
    public const int Never = int.MaxValue;

    public override string ToString() => $"{Called,4}..{(Said is null ? "" : Returned),-4} {Act,-40} {(Said is null ? "may have happened" : $"says {Said}")}";
}

/// <summary>Who asked what, and what they were answered, in the order in which they could know it. There is no clock but the counter.</summary>
internal sealed class History
{
    private readonly ConcurrentBag<Operation> operations = [];
    private int places;

    /// <summary>Every act, by its call.</summary>
    public IReadOnlyList<Operation> Operations => [.. operations.OrderBy(operation => operation.Called)];

    /// <summary>Asks and waits. An answer that leaves open what became of it is null.</summary>
    public Task RecordAsync(Act act, Func<Task<Said?>> ask) => RecordAsync(async () => (act, await ask()));

    /// <summary>The same of an act that only its answer names.</summary>
    public async Task RecordAsync(Func<Task<(Act Act, Said? Said)>> ask)
    {
        var called = Call();
        var (act, said) = await ask();
        Return(called, act, said);
    }

    /// <summary>It is asked now, and nobody will hear the answer.</summary>
    public void RecordUnheard(Act act) => Return(Call(), act, said: null);

    /// <summary>The place of a call.</summary>
    public int Call() => Interlocked.Increment(ref places);

    /// <summary>It is answered now.</summary>
    public void Return(int called, Act act, Said? said) =>
        operations.Add(new Operation(called, said is null ? Operation.Never : Interlocked.Increment(ref places), act, said));

    /// <summary>What was known of it at that place: what was not answered by then is open.</summary>
    public static IReadOnlyList<Operation> UpTo(IReadOnlyList<Operation> history, int place) =>
    [
        .. history.Where(operation => operation.Called <= place)
            .Select(operation => operation.Returned <= place ? operation : operation with { Returned = Operation.Never, Said = null }),
    ];
}
