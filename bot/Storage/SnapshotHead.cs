using System.Text.Json;
using VstrsBot.Record;

namespace VstrsBot.Storage;

/// <summary>
/// The head of the record in a snapshot's row, read and replaced without reading the state: the bytes around it stay as they are.
/// </summary>
internal static class SnapshotHead
{
    /// <summary>Null when the row is not of the form that this release writes: it is never rewritten.</summary>
    public static RecordHead? Find(ReadOnlySpan<byte> row) => Place(row) is { } place ? JsonSerializer.Deserialize<RecordHead>(row[place]) : null;

    /// <summary>The row with another head.</summary>
    /// <exception cref="ArgumentException">There is none to replace.</exception>
    public static byte[] Replace(ReadOnlySpan<byte> row, RecordHead head)
    {
        var place = Place(row) ?? throw new ArgumentException("The row holds no head.", nameof(row));
        return [.. row[..place.Start], .. JsonSerializer.SerializeToUtf8Bytes(head), .. row[place.End..]];
    }

    private static Range? Place(ReadOnlySpan<byte> row)
    {
        try
        {
            var (known, head) = (false, (Range?)null);
            var reader = new Utf8JsonReader(row);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (isForm, isHead) = (reader.ValueTextEquals("v"u8), reader.ValueTextEquals("head"u8));
                reader.Read();
                known |= isForm && reader.TryGetInt32(out var form) && form == Snapshot.Form;
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                if (isHead)
                    head = start..(int)reader.BytesConsumed;
            }

            return known ? head : null;
        }
        catch (Exception unread) when (unread is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
