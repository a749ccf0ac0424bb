namespace VstrsBot.Record;

/// <summary>What a verification found.</summary>
/// <param name="Lines">Good lines, up to the first bad one of each chain.</param>
/// <param name="FirstBad">Null when the record is as it was written.</param>
internal sealed record Verified(int Chains, long Lines, BadLine? FirstBad);

/// <summary>Finds any line that was edited, inserted, deleted, moved or cut off the end.</summary>
internal sealed class RecordVerifier(RecordSeal seal)
{
    /// <exception cref="Handoffs.StoreUnavailableException">The store cannot be read now.</exception>
    public async Task<Verified> VerifyAsync(StoredRecord record, CancellationToken ct)
    {
        var found = new Verified(0, 0, null);
        foreach (var chain in await record.ChainsAsync(ct))
        {
            if (await record.ReadAsync(chain, ct) is not { } stored)
                continue;

            var walk = Walk(stored);
            found = new Verified(found.Chains + 1, found.Lines + walk.Lines, found.FirstBad ?? walk.Bad);
        }

        return found;
    }

    /// <summary>Walks one chain, its row keys included.</summary>
    public ChainWalk Walk(StoredChain stored)
    {
        var walk = new ChainWalk(seal, stored.Chain);
        foreach (var row in stored.Lines)
        {
            if (row.Key != RecordKeys.Line(stored.Chain, walk.Lines + 1))
                walk.Stop(walk.Lines + 1, $"the row {row.Key} stands in its place");
            walk.Take(row.Value);
        }

        walk.End(stored.Head);
        return walk;
    }
}
