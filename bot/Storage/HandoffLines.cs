using VstrsBot.Handoffs;
using VstrsBot.Record;

namespace VstrsBot.Storage;

/// <summary>
/// Lines of a handoff's record that are no change of it: what was sent, what was refused. The chain's head stands in the snapshot's row, which
/// moves with each line; the state in it is not read or written anew.
/// </summary>
internal sealed class HandoffLines(IHandoffStore store, RecordChain chain, Snapshots snapshots)
{
    private readonly GuardedChain lines = new(chain);

    /// <summary>
    /// Appends the entries and makes the changes they record, in one transaction; tried again when the handoff moved first. A handoff whose row
    /// this release may not write to gets no line: the changes alone are made.
    /// </summary>
    /// <returns>False when a condition of <paramref name="changes"/> did not hold. Nothing was changed then.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was changed.</exception>
    /// <exception cref="StoreUnsureException">The store gave no clear answer, and the entries were not there when read back.</exception>
    public Task<bool> TryAppendAsync(HandoffId id, IReadOnlyList<RecordEntry> entries, IReadOnlyList<RowChange> changes, CancellationToken ct) =>
        lines.TryAppendAsync(store, new ChainGuard(id.Value, RowKeys.Handoff(id), HeadIn, With), entries, changes, ct);

    private RecordHead? HeadIn(Row? row) => row is null ? null : snapshots.Find(row)?.Head;

    private static RowChange.Replace With(Row? row, RecordHead head) => new(row!.Key, SnapshotHead.Replace(row.Value, head), row.Tag);
}
