using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace VstrsBot.Record;

/// <summary>
/// The last line of an export: its range, counts and the head of each chain, sealed, so that a line or a chain cut from
/// the file shows without the store.
/// </summary>
internal sealed record ExportTrailer(DateOnly From, DateOnly To, long Lines, IReadOnlyList<KeyValuePair<string, RecordHead?>> Heads)
{
    private const string DayForm = "yyyy-MM-dd";
    private static readonly byte[] Start = Encoding.UTF8.GetBytes("{\"trailer\":");

    public static bool IsTrailer(ReadOnlySpan<byte> line) => line.StartsWith(Start);

    public byte[] Sealed(RecordSeal seal)
    {
        var canonical = Canonical();
        return SealedText.Join(canonical, MacOf(seal, canonical));
    }

    /// <summary>The heads, or null when the line is not as it was written.</summary>
    public static IReadOnlyDictionary<string, RecordHead?>? Open(ReadOnlySpan<byte> line, RecordSeal seal)
    {
        if (!SealedText.TrySplit(line, out var canonical, out var mac) || mac != MacOf(seal, canonical))
            return null;

        using var json = JsonDocument.Parse(canonical);
        return json.RootElement.GetProperty("trailer").GetProperty("heads").Deserialize<Dictionary<string, RecordHead?>>();
    }

    private static string MacOf(RecordSeal seal, byte[] canonical) => Convert.ToBase64String(seal.Of(new byte[RecordSeal.Length], canonical));

    private byte[] Canonical()
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteStartObject("trailer");
            json.WriteString("from", From.ToString(DayForm, CultureInfo.InvariantCulture));
            json.WriteString("to", To.ToString(DayForm, CultureInfo.InvariantCulture));
            json.WriteNumber("chains", Heads.Count);
            json.WriteNumber("lines", Lines);
            json.WriteStartObject("heads");
            foreach (var (chain, head) in Heads)
            {
                json.WritePropertyName(chain);
                JsonSerializer.Serialize(json, head);
            }

            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return text.WrittenSpan.ToArray();
    }
}
