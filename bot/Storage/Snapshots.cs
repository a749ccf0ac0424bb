using VstrsBot.Handoffs;
using VstrsBot.Record;

namespace VstrsBot.Storage;

/// <summary>
/// Reads the rows of handoffs, and keeps what it read for the next look at the same bytes. Each line of the record moves the head in the row
/// and leaves the state as it is: then the head alone is read anew.
/// </summary>
internal sealed class Snapshots
{
    private const int Places = 512;

    private readonly Kept?[] kept = new Kept?[Places];

    /// <exception cref="UnreadableRowException">Not what this release writes, nor the one before.</exception>
    public Snapshot Read(Row row)
    {
        ref var place = ref kept[(uint)string.GetHashCode(row.Key, StringComparison.Ordinal) % Places];
        var before = Volatile.Read(ref place);
        if (before is { } same && same.Value.AsSpan().SequenceEqual(row.Value))
            return same.Read;

        var head = SnapshotHead.Find(row.Value);
        var read = (before is { } other && head is { } at ? WithHead(other, row, at) : null) ?? HandoffJson.Read<Snapshot>(row);
        if (head is { } found)
            Volatile.Write(ref place, new Kept(row.Value, found, read));
        return read;
    }

    /// <summary>What the row holds; null when it is of another release, or broken. It is never rewritten then.</summary>
    public Snapshot? Find(Row row)
    {
        try
        {
            return Read(row) is { V: Snapshot.Form } known ? known : null;
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }

    /// <summary>Null where more than the head differs.</summary>
    private static Snapshot? WithHead(Kept before, Row row, Range at)
    {
        var isElse = !row.Value.AsSpan(..at.Start).SequenceEqual(before.Value.AsSpan(..before.Head.Start))
            || !row.Value.AsSpan(at.End..).SequenceEqual(before.Value.AsSpan(before.Head.End..));
        return !isElse && HandoffJson.Find<RecordHead>(row with { Value = row.Value[at] }) is { } head ? before.Read with { Head = head } : null;
    }

    private sealed record Kept(byte[] Value, Range Head, Snapshot Read);
}
