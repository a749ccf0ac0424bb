using VstrsBot.Handoffs;

namespace VstrsBot.Record;

/// <summary>A chain and the row that guards it: where its head stands, and how the row holds another.</summary>
/// <param name="Name">The handoff number or the UTC day.</param>
/// <param name="Key">The guarding row.</param>
/// <param name="HeadIn">The head in the row; null when the row is none that this release may write to.</param>
/// <param name="With">The row with another head.</param>
internal sealed record ChainGuard(string Name, string Key, Func<Row?, RecordHead?> HeadIn, Func<Row?, RecordHead, RowChange> With);

/// <summary>Puts lines at the end of a chain that others may be writing to at the same time.</summary>
internal sealed class GuardedChain(RecordChain chain)
{
    /// <summary>Each lost race means that somebody else got on.</summary>
    private const int MostRaces = 200;

    /// <summary>Appends the entries and makes the changes they record, in one transaction. Where there is no head to go on from, the changes alone are made.</summary>
    /// <returns>False when a condition of <paramref name="changes"/> did not hold; nothing was changed then.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was changed.</exception>
    /// <exception cref="StoreUnsureException">The store gave no clear answer, and the entries were not there when read back.</exception>
    public async Task<bool> TryAppendAsync(
        IHandoffStore store, ChainGuard guard, IReadOnlyList<RecordEntry> entries, IReadOnlyList<RowChange> changes, CancellationToken ct)
    {
        if (entries.Count == 0)
            throw new ArgumentException("There is nothing to record.", nameof(entries));

        for (var race = 0; race < MostRaces; race++)
        {
            var row = await store.FindAsync(guard.Key, ct);
            if (guard.HeadIn(row) is not { } head)
                return changes.Count == 0 || await store.TryCommitAsync(changes, ct);
            var appended = chain.Append(guard.Name, head, entries);
            if (await TryCommitAsync(store, [guard.With(row, appended.Head), .. appended.Rows, .. changes], appended, ct))
                return true;
            if ((await store.FindAsync(guard.Key, ct))?.Tag == row?.Tag)
                return changes.Count > 0 ? false : throw Broken(guard.Key);
        }

        throw new StoreUnavailableException($"Too many others are writing to {guard.Key}. Nothing was recorded.");
    }

    public static InvalidDataException Broken(string key) => new($"The record of {key} does not fit its head. Run: audit verify");

    private static async Task<bool> TryCommitAsync(IHandoffStore store, IReadOnlyList<RowChange> changes, Appended appended, CancellationToken ct)
    {
        try
        {
            return await store.TryCommitAsync(changes, ct);
        }
        catch (StoreUnsureException)
        {
            if (!await StandsAsync(store, appended, ct))
                throw;
            return true;
        }
    }

    private static async Task<bool> StandsAsync(IHandoffStore store, Appended appended, CancellationToken ct)
    {
        try
        {
            return await appended.StandsAsync(store, ct);
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }
}
