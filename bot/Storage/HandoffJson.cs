using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VstrsBot.Handoffs;

namespace VstrsBot.Storage;

/// <summary>
/// How state, events and effects stand in rows. A row is read whole or not at all: what a later release put into it may bound what this one would
/// show, and would be lost when it is written again. Only types that are marked so skip what they do not know.
/// </summary>
internal static class HandoffJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireWhatIsAlwaysWritten } },
        Converters =
        {
            new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false),
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

    /// <summary>The same; null where <see cref="Read"/> throws.</summary>
    public static T? Find<T>(Row row)
        where T : class
    {
        try
        {
            return Read<T>(row);
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }

    private static void RequireWhatIsAlwaysWritten(JsonTypeInfo type)
    {
        foreach (var member in type.Properties.Where(member => member.Get is not null))
            member.IsRequired |= member.AssociatedParameter is { HasDefaultValue: false, IsNullable: false };
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
