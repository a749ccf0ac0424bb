using System.Text.Json;
using VstrsBot.Record;

namespace VstrsBot.Storage;

/// <summary>
/// The head of the record in a snapshot's row, replaced without writing the state anew: the bytes around it stay as they are.
/// </summary>
internal static class SnapshotHead
{
    /// <summary>The row with another head: a row that this release can read.</summary>
    /// <exception cref="ArgumentException">There is none to replace.</exception>
    public static byte[] Replace(ReadOnlySpan<byte> row, RecordHead head)
    {
        var place = Find(row) ?? throw new ArgumentException("The row holds no head.", nameof(row));
        return [.. row[..place.Start], .. JsonSerializer.SerializeToUtf8Bytes(head), .. row[place.End..]];
    }

    /// <summary>Where it stands; null where the row holds none.</summary>
    public static Range? Find(ReadOnlySpan<byte> row)
    {
        try
        {
            Range? head = null;
            var reader = new Utf8JsonReader(row);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isHead = reader.ValueTextEquals("head"u8);
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                if (isHead)
                    head = start..(int)reader.BytesConsumed;
            }

            return head;
        }
        catch (Exception unread) when (unread is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
