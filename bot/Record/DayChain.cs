using System.Text.Json;
using VstrsBot.Handoffs;

namespace VstrsBot.Record;

/// <summary>
/// Records what belongs to no handoff: register changes, channel changes, refused people. One chain per UTC day, its head
/// in <c>g|yyyy-MM-dd</c>.
/// </summary>
internal sealed class DayChain(RecordChain chain, TimeProvider time)
{
    /// <summary>Others may append at the same time; each lost race means that one of them got on.</summary>
    private const int MostRaces = 100;

    /// <summary>Appends the entries to today's chain, all or none, trying again when someone else appended first.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was recorded.</exception>
    /// <exception cref="StoreUnsureException">The store gave no clear answer, and the entries were not there when read back.</exception>
    public Task AppendAsync(IHandoffStore store, IReadOnlyList<RecordEntry> entries, CancellationToken ct) =>
        TryAppendAsync(store, entries, [], ct);

    /// <summary>Appends the entries and makes the changes they record, in one transaction.</summary>
    /// <returns>False when a condition of <paramref name="changes"/> did not hold; nothing was recorded then.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was recorded.</exception>
    /// <exception cref="StoreUnsureException">The store gave no clear answer, and the entries were not there when read back.</exception>
    public async Task<bool> TryAppendAsync(IHandoffStore store, IReadOnlyList<RecordEntry> entries, IReadOnlyList<RowChange> changes, CancellationToken ct)
    {
        if (entries.Count == 0)
            throw new ArgumentException("There is nothing to record.", nameof(entries));

        var day = RecordKeys.DayOf(time.GetUtcNow());
        var key = RecordKeys.HeadOf(day);

        for (var race = 0; race < MostRaces; race++)
        {
            var guard = await store.FindAsync(key, ct);
            var appended = chain.Append(day, HeadIn(guard), entries);
            if (await TryCommitAsync(store, [Guard(key, guard, appended.Head), .. appended.Rows, .. changes], appended, ct))
                return true;
            if ((await store.FindAsync(key, ct))?.Tag == guard?.Tag)
                return changes.Count > 0 ? false : throw Broken(key);
        }

        throw new StoreUnavailableException($"Too many others are writing to {key}. Nothing was recorded.");
    }

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

    private static RecordHead HeadIn(Row? guard) => guard is null ? RecordHead.None : RecordHead.Find(guard.Value) ?? throw Broken(guard.Key);

    private static RowChange Guard(string key, Row? guard, RecordHead head)
    {
        var value = JsonSerializer.SerializeToUtf8Bytes(new { head });
        return guard is null ? new RowChange.Add(key, value) : new RowChange.Replace(key, value, guard.Tag);
    }

    private static InvalidDataException Broken(string key) => new($"The record of {key} does not fit its head. Run: audit verify");
}
