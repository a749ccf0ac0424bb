using System.Text.Json;
using VstrsBot.Handoffs;

namespace VstrsBot.Record;

/// <summary>
/// Records what belongs to no handoff: register changes, channel changes, refused people. One chain per UTC day, its head
/// in <c>g|yyyy-MM-dd</c>.
/// </summary>
internal sealed class DayChain(RecordChain chain, TimeProvider time)
{
    private readonly GuardedChain lines = new(chain);

    /// <summary>Appends the entries to today's chain, all or none, trying again when someone else appended first.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was recorded.</exception>
    /// <exception cref="StoreUnsureException">The store gave no clear answer, and the entries were not there when read back.</exception>
    public Task AppendAsync(IHandoffStore store, IReadOnlyList<RecordEntry> entries, CancellationToken ct) =>
        TryAppendAsync(store, entries, [], ct);

    /// <summary>Appends the entries and makes the changes they record, in one transaction.</summary>
    /// <returns>False when a condition of <paramref name="changes"/> did not hold; nothing was recorded then.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was recorded.</exception>
    /// <exception cref="StoreUnsureException">The store gave no clear answer, and the entries were not there when read back.</exception>
    public Task<bool> TryAppendAsync(IHandoffStore store, IReadOnlyList<RecordEntry> entries, IReadOnlyList<RowChange> changes, CancellationToken ct)
    {
        var day = RecordKeys.DayOf(time.GetUtcNow());
        return lines.TryAppendAsync(store, new ChainGuard(day, RecordKeys.HeadOf(day), HeadIn, (row, head) => Guard(day, row, head)), entries, changes, ct);
    }

    private static RecordHead HeadIn(Row? guard) => guard is null ? RecordHead.None : RecordHead.Find(guard.Value) ?? throw GuardedChain.Broken(guard.Key);

    private static RowChange Guard(string day, Row? guard, RecordHead head)
    {
        var value = JsonSerializer.SerializeToUtf8Bytes(new { head });
        return guard is null ? new RowChange.Add(RecordKeys.HeadOf(day), value) : new RowChange.Replace(guard.Key, value, guard.Tag);
    }
}
