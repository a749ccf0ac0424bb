using System.Runtime.CompilerServices;
using VstrsBot.Handoffs;

namespace VstrsBot.Storage;

/// <summary>Reads a whole range of rows page by page: no call reads without bound.</summary>
internal static class RowRanges
{
    private const int Page = 500;

    /// <summary>Every row of the range, in key order. A row that comes or goes meanwhile may or may not be among them.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    public static async IAsyncEnumerable<Row> ReadAllAsync(
        this IHandoffStore store, (string From, string Before) range, [EnumeratorCancellation] CancellationToken ct)
    {
        var (from, before) = range;
        while (true)
        {
            var page = await store.ReadAsync(from, before, Page, ct);
            foreach (var row in page)
                yield return row;
            if (page.Count < Page)
                yield break;
            from = page[^1].Key + ' '; // no key holds a lower character
        }
    }

    /// <summary>The whole range at once, where it is known to be short.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    public static async Task<IReadOnlyList<Row>> ListAllAsync(this IHandoffStore store, (string From, string Before) range, CancellationToken ct)
    {
        List<Row> rows = [];
        await foreach (var row in store.ReadAllAsync(range, ct))
            rows.Add(row);
        return rows;
    }
}
