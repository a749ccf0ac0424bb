using VstrsBot.Handoffs;

namespace VstrsBot.Storage;

/// <summary>
/// Reads rows, and keeps what it read for the next look at the same bytes: rows are looked at far more often than they change. Every look
/// still asks the store, and what differs by one byte is read anew.
/// </summary>
/// <typeparam name="T">What cannot be changed once it is read, and holds nothing about a customer.</typeparam>
/// <param name="places">Of what is kept at most: a place is given to whoever came last.</param>
internal sealed class RowMemo<T>(int places)
    where T : class
{
    private readonly Kept?[] kept = new Kept?[places];

    /// <exception cref="UnreadableRowException">Not what this release writes, nor the one before.</exception>
    public T Read(Row row)
    {
        ref var place = ref kept[(uint)string.GetHashCode(row.Key, StringComparison.Ordinal) % places];
        if (Volatile.Read(ref place) is { } before && before.Key == row.Key && before.Value.AsSpan().SequenceEqual(row.Value))
            return before.Read;

        var read = HandoffJson.Read<T>(row);
        Volatile.Write(ref place, new Kept(row.Key, row.Value, read));
        return read;
    }

    private sealed record Kept(string Key, byte[] Value, T Read);
}
