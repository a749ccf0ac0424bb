using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace VstrsBot.Teams.Inbound;

/// <summary>Reads a body strictly: UTF-8, one value, no member twice, no deeper than 32, every text a real text.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    MaxDepth = 32)]
[JsonSerializable(typeof(Activity))]
internal sealed partial class ActivityJson : JsonSerializerContext
{
    /// <summary>The activity, or null when the body is none.</summary>
    public static Activity? TryRead(ReadOnlySpan<byte> body)
    {
        try
        {
            return Utf8.IsValid(body) && HasWholeTexts(body) && JsonSerializer.Deserialize(body, Default.Activity) is { Type.Length: > 0 } activity
                ? activity
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Half a surrogate pair (\ud800) is legal JSON and no text: reading it later would throw far from here.
    private static bool HasWholeTexts(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 32 });
        while (reader.Read())
        {
            if (reader.ValueIsEscaped && !IsWhole(ref reader)) return false;
        }

        return true;
    }

    private static bool IsWhole(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
