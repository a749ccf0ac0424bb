using VstrsBot.Handoffs;
using VstrsBot.Storage;

namespace VstrsBot.Record;

/// <summary>
/// Removes whole chains. A chain may be longer than a transaction: its head goes first, and a row that says so stands until the last
/// line is gone, so that nobody takes the rest for damage and a removal that was cut off is finished by the next sweep.
/// </summary>
internal sealed class ChainRemoval(IHandoffStore store)
{
    /// <summary>Removes a chain with other rows that go with it.</summary>
    /// <param name="head">The row that guards the chain, as it was read.</param>
    /// <param name="also">Ranges of rows that belong to it.</param>
    /// <returns>How many lines went; null when the chain moved meanwhile, and stays.</returns>
    public async Task<int?> RemoveAsync(string chain, Row head, IReadOnlyList<(string From, string Before)> also, CancellationToken ct)
    {
        RowChange[] begin = [new RowChange.Delete(head.Key, head.Tag), new RowChange.Put(RecordKeys.RemovalOf(chain), [])];
        if (!await store.TryCommitAsync(begin, ct))
            return null;
        foreach (var range in also)
            await DropAsync(range, ct);
        return await FinishAsync(chain, ct);
    }

    /// <summary>Finishes the removals that were cut off.</summary>
    /// <returns>How many lines went.</returns>
    public async Task<int> FinishAllAsync(CancellationToken ct)
    {
        var lines = 0;
        await foreach (var row in store.ReadAllAsync((RecordKeys.Removals, RecordKeys.After(RecordKeys.Removals)), ct))
            lines += await FinishAsync(row.Key[RecordKeys.Removals.Length..], ct);
        return lines;
    }

    private async Task<int> FinishAsync(string chain, CancellationToken ct)
    {
        var lines = await DropAsync((RecordKeys.LinesOf(chain), RecordKeys.After(RecordKeys.LinesOf(chain))), ct);
        await store.TryCommitAsync([new RowChange.Drop(RecordKeys.RemovalOf(chain))], ct);
        return lines;
    }

    private async Task<int> DropAsync((string From, string Before) range, CancellationToken ct)
    {
        var dropped = 0;
        while (await store.ReadAsync(range.From, range.Before, RowRules.MostChanges, ct) is { Count: > 0 } rows)
        {
            await store.TryCommitAsync([.. rows.Select(row => new RowChange.Drop(row.Key))], ct);
            dropped += rows.Count;
        }

        return dropped;
    }
}
