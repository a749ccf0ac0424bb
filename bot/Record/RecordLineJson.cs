using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace VstrsBot.Record;

/// <summary>The canonical form of a line: one line of UTF-8 JSON, members in fixed order, facts in ordinal order, no white space.</summary>
internal static class RecordLineJson
{
    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Canonical(string chain, long seq, RecordEntry entry)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text, Plain))
        {
            json.WriteStartObject();
            json.WriteString("chain", chain);
            json.WriteNumber("seq", seq);
            json.WriteString("at", entry.At.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture));
            json.WriteString("kind", entry.Kind);
            json.WriteString("by", entry.By);
            json.WriteString("name", entry.Name);
            json.WriteStartObject("facts");
            foreach (var (name, value) in (entry.Facts ?? new Dictionary<string, string>()).OrderBy(fact => fact.Key, StringComparer.Ordinal))
                json.WriteString(name, value);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return text.WrittenSpan.ToArray();
    }

    /// <summary>Null when the bytes are no line.</summary>
    public static RecordLine? Read(ReadOnlyMemory<byte> stored)
    {
        try
        {
            using var json = JsonDocument.Parse(stored);
            var line = json.RootElement;
            var facts = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var fact in line.GetProperty("facts").EnumerateObject())
                facts[fact.Name] = fact.Value.GetString()!;

            return new RecordLine(
                line.GetProperty("chain").GetString()!,
                line.GetProperty("seq").GetInt64(),
                DateTimeOffset.ParseExact(line.GetProperty("at").GetString()!, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                line.GetProperty("kind").GetString()!,
                line.GetProperty("by").GetString(),
                line.GetProperty("name").GetString(),
                facts,
                line.GetProperty("mac").GetString()!,
                stored);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentNullException)
        {
            return null;
        }
    }
}
