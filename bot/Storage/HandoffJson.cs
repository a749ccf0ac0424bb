using System.Text.Json;
using System.Text.Json.Serialization;
using VstrsBot.Handoffs;

namespace VstrsBot.Storage;

/// <summary>How state, events and effects stand in rows.</summary>
internal static class HandoffJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        Converters =
        {
            new JsonStringEnumConverter(),
            new TextConverter<HandoffId>(HandoffId.Parse),
            new TextConverter<PersonId>(PersonId.Parse),
            new TextConverter<Surface>(Surface.Parse),
        },
    };

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <exception cref="UnreadableRowException">Not what this release writes, nor the one before.</exception>
    public static T Read<T>(Row row)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(row.Value, Options) ?? throw new UnreadableRowException(row.Key);
        }
        catch (Exception unread) when (unread is JsonException or NotSupportedException or FormatException)
        {
            throw new UnreadableRowException(row.Key, unread);
        }
    }

    private sealed class TextConverter<T>(Func<string, T> parse) : JsonConverter<T>
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => parse(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}

/// <summary>A row of another release, or a broken one. It is never rewritten: authority is not confirmed.</summary>
internal sealed class UnreadableRowException(string key, Exception? inner = null) : Exception($"The row {key} cannot be read.", inner);
