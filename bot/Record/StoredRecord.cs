using VstrsBot.Handoffs;
using VstrsBot.Storage;

namespace VstrsBot.Record;

/// <summary>One chain as the store holds it: its lines in key order, and its head if it has one.</summary>
internal sealed record StoredChain(string Chain, IReadOnlyList<Row> Lines, RecordHead? Head);

/// <summary>Reads the record out of the store, chain by chain in key order, while others go on writing.</summary>
internal sealed class StoredRecord(IHandoffStore store)
{
    private const int MostReads = 10;

    /// <summary>The names of all chains that have lines or a head, in key order.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    public async Task<IReadOnlyCollection<string>> ChainsAsync(CancellationToken ct)
    {
        var chains = new SortedSet<string>(Comparer<string>.Create((one, other) =>
            string.CompareOrdinal(RecordKeys.LinesOf(one), RecordKeys.LinesOf(other))));

        foreach (var prefix in (string[])[RecordKeys.Handoffs, RecordKeys.Days])
        {
            await foreach (var row in RowsAsync(prefix, ct))
                chains.Add(row.Key[prefix.Length..]);
        }

        var from = RecordKeys.Lines;
        while (await store.ReadAsync(from, RecordKeys.After(RecordKeys.Lines), 1, ct) is [var first])
        {
            var chain = first.Key[RecordKeys.Lines.Length..].Split('|')[0];
            chains.Add(chain);
            from = RecordKeys.After(RecordKeys.LinesOf(chain));
        }

        return chains;
    }

    /// <summary>Lines and head as of one moment: read again when the guarding row moved meanwhile. Null when the chain is gone.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    public async Task<StoredChain?> ReadAsync(string chain, CancellationToken ct)
    {
        for (var read = 0; read < MostReads; read++)
        {
            var guard = await store.FindAsync(RecordKeys.HeadOf(chain), ct);
            if (guard is null && await store.FindAsync(RecordKeys.RemovalOf(chain), ct) is not null)
                return null;
            var lines = new List<Row>();
            // A row that names no place in the chain is damage, and must be seen.
            if (await store.FindAsync(RecordKeys.Lines + chain, ct) is { } placeless)
                lines.Add(placeless);
            await foreach (var row in RowsAsync(RecordKeys.LinesOf(chain), ct))
                lines.Add(row);
            if ((await store.FindAsync(RecordKeys.HeadOf(chain), ct))?.Tag != guard?.Tag)
                continue;
            return guard is null && lines.Count == 0 ? null : new StoredChain(chain, lines, guard is null ? null : RecordHead.Find(guard.Value));
        }

        throw new StoreUnavailableException($"The record of {chain} moves too fast to be read.");
    }

    private IAsyncEnumerable<Row> RowsAsync(string prefix, CancellationToken ct) => store.ReadAllAsync((prefix, RecordKeys.After(prefix)), ct);
}
