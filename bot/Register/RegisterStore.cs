using System.Text;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Storage;

namespace VstrsBot.Register;

/// <summary>
/// The register in the store: rows <c>q|{generation}|{part}</c>, and <c>q|current</c> which names the generation in force. A register may be
/// longer than a transaction, so its rows are written first and put in force, with the line of the record, in one.
/// </summary>
internal sealed class RegisterStore(IHandoffStore store, DayChain days, RandomSource random)
{
    private const string Current = "q|current";

    /// <summary>The longest legal entries of a part fit into a row.</summary>
    private const int RowsPerPart = 25;

    private static readonly (string From, string Before) AllParts = ("q|", "q}");

    /// <summary>The register in force.</summary>
    public Task<RegisterInForce> ReadAsync(CancellationToken ct) => ReadAsync(before: null, ct);

    /// <summary>The same, in one look where the one read before is still in force.</summary>
    public async Task<RegisterInForce> ReadAsync(RegisterInForce? before, CancellationToken ct)
    {
        for (var race = 0; race < 20; race++)
        {
            if (await store.FindAsync(Current, ct) is not { } current)
                return new RegisterInForce(RegisterSnapshot.Empty, null);
            if (before?.Tag == current.Tag)
                return before;

            var (from, upTo) = PartsOf(Encoding.UTF8.GetString(current.Value));
            var read = (await store.ReadAsync(from, upTo, int.MaxValue, ct)).Select(HandoffJson.Read<RegisterSnapshot>).ToList();

            // An import drops the parts of the one before: what was read while it did so may be short of people.
            if ((await store.FindAsync(Current, ct))?.Tag == current.Tag)
                return new RegisterInForce(new RegisterSnapshot([.. read.SelectMany(p => p.People)], [.. read.SelectMany(p => p.Organisations)], [.. read.SelectMany(p => p.Rota)]), current.Tag);
        }

        throw new StoreUnavailableException("The register changes too often to be read.");
    }

    /// <summary>False when somebody else imported meanwhile: read again and show the difference again.</summary>
    /// <param name="lines">The change as lines of the record.</param>
    public async Task<bool> TryApplyAsync(RegisterSnapshot register, string? tag, IReadOnlyList<RecordEntry> lines, CancellationToken ct)
    {
        var generation = random.NewGuid().ToString("N");
        foreach (var (part, no) in Parts(register).Select((part, no) => (part, no)))
            await store.TryCommitAsync([new RowChange.Put($"{PartsOf(generation).From}{no:D5}", HandoffJson.Write(part))], ct);

        var value = Encoding.UTF8.GetBytes(generation);
        RowChange inForce = tag is null ? new RowChange.Add(Current, value) : new RowChange.Replace(Current, value, tag);
        var applied = await days.TryAppendAsync(store, lines, [inForce], ct);
        try
        {
            await SweepAsync(generation, applied, ct);
        }
        catch (Exception left) when (left is StoreUnavailableException or StoreUnsureException)
        {
            // Nobody reads what is left, and the next import drops it.
        }

        return applied;
    }

    /// <summary>Drops this import's parts, or all others': whoever else is writing parts has lost the race already.</summary>
    private async Task SweepAsync(string generation, bool applied, CancellationToken ct)
    {
        var (from, before) = applied ? AllParts : PartsOf(generation);
        foreach (var row in await store.ReadAsync(from, before, int.MaxValue, ct))
        {
            if (row.Key != Current && !(applied && row.Key.StartsWith(PartsOf(generation).From, StringComparison.Ordinal)))
                await store.TryCommitAsync([new RowChange.Drop(row.Key)], ct);
        }
    }

    private static (string From, string Before) PartsOf(string generation) => ($"q|{generation}|", $"q|{generation}}}");

    private static IEnumerable<RegisterSnapshot> Parts(RegisterSnapshot register) =>
    [
        .. register.People.Chunk(RowsPerPart).Select(people => new RegisterSnapshot([.. people], [], [])),
        .. register.Organisations.Chunk(RowsPerPart).Select(organisations => new RegisterSnapshot([], [.. organisations], [])),
        .. register.Rota.Chunk(RowsPerPart).Select(rota => new RegisterSnapshot([], [], [.. rota])),
    ];
}

/// <summary>A register as it was read.</summary>
/// <param name="Tag">To apply the next one with; null while there is none.</param>
internal sealed record RegisterInForce(RegisterSnapshot Register, string? Tag);
