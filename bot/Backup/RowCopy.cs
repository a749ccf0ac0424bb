using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Storage;

namespace VstrsBot.Backup;

/// <summary>
/// Copies a desk row by row, out of a store that cannot be copied as of one moment or into another kind of store. A chain is copied with its head, and
/// the register with what puts it in force, each as of one moment. The register comes last: until it is there nobody has a right to anything.
/// </summary>
internal sealed class RowCopy(IHandoffStore from, IHandoffStore to)
{
    private const int Page = 500;
    private const int MostReads = 20;

    // At most 60 KiB a row: a transaction of Azure Tables holds 4 MiB.
    private const int AtOnce = 50;

    private static readonly (string From, string Before) Register = ("q|", "q}");

    private static readonly IReadOnlyList<(string From, string Before)> CopiedApart =
        [.. RowKeys.NotCopied, Range(RecordKeys.Lines), Range(RecordKeys.Handoffs), Range(RecordKeys.Days), Register];

    /// <exception cref="StoreUnavailableException">One of the stores cannot be used now, or changes too fast.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var chain in await new StoredRecord(from).ChainsAsync(ct))
            await CopyAsync(RecordKeys.HeadOf(chain), Range(RecordKeys.LinesOf(chain)), withGuard: true, ct);
        await WriteAsync([.. (await ReadAsync((" ", "~"), ct)).Where(row => !CopiedApart.Any(range => IsIn(row.Key, range)))], ct);
        await CopyAsync("q|current", Register, withGuard: false, ct);
    }

    /// <summary>What a row guards is as of one moment when the row did not change while it was read.</summary>
    private async Task CopyAsync(string guard, (string From, string Before) range, bool withGuard, CancellationToken ct)
    {
        for (var read = 0; read < MostReads; read++)
        {
            var before = await from.FindAsync(guard, ct);
            var rows = await ReadAsync(range, ct);
            if ((await from.FindAsync(guard, ct))?.Tag != before?.Tag)
                continue;
            await WriteAsync(withGuard && before is not null ? [before, .. rows] : rows, ct);
            return;
        }

        throw new StoreUnavailableException($"{guard} changes too fast to be copied.");
    }

    private async Task<List<Row>> ReadAsync((string From, string Before) range, CancellationToken ct)
    {
        List<Row> rows = [];
        var next = range.From;
        while (true)
        {
            var page = await from.ReadAsync(next, range.Before, Page, ct);
            rows.AddRange(page);
            if (page.Count < Page)
                return rows;
            next = page[^1].Key + ' '; // no key holds a lower character
        }
    }

    private async Task WriteAsync(List<Row> rows, CancellationToken ct)
    {
        foreach (var some in rows.Chunk(AtOnce))
        {
            if (!await to.TryCommitAsync([.. some.Select(row => new RowChange.Add(row.Key, row.Value))], ct))
                throw new StoreUnavailableException("The rows are there already.");
        }
    }

    private static (string From, string Before) Range(string prefix) => (prefix, RecordKeys.After(prefix));

    private static bool IsIn(string key, (string From, string Before) range) =>
        string.CompareOrdinal(key, range.From) >= 0 && string.CompareOrdinal(key, range.Before) < 0;
}
