using VstrsBot.Handoffs;
using VstrsBot.Keys;

namespace VstrsBot.Storage;

/// <summary>Everything about the customer: one encrypted row a handoff, read only for an answer to an invoke.</summary>
internal sealed class WorkingData(IHandoffStore store, WorkingDataCipher cipher)
{
    /// <summary>The row, for the step that it belongs to.</summary>
    public RowChange Row<T>(HandoffId id, T details) =>
        new RowChange.Put(RowKeys.WorkingData(id), cipher.Encrypt(id.Value, HandoffJson.Write(details)));

    /// <summary>What was sent last; null when nothing was, or it was erased.</summary>
    /// <exception cref="WorkingDataException">The row was not made with this desk's key for this handoff.</exception>
    public async Task<T?> FindAsync<T>(HandoffId id, CancellationToken ct)
        where T : class =>
        await store.FindAsync(RowKeys.WorkingData(id), ct) is { } row
            ? HandoffJson.Read<T>(row with { Value = cipher.Decrypt(id.Value, row.Value) })
            : null;
}
