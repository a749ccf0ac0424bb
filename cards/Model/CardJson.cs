using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VstrsBot.Cards.Model;

/// <summary>Writes a card as Teams reads it: camelCase, nothing that is null.</summary>
public static class CardJson
{
    private static readonly JsonSerializerOptions Options = Make(indented: false);
    private static readonly JsonSerializerOptions Indented = Make(indented: true);

    public static string Write(AdaptiveCard card) => JsonSerializer.Serialize(card, Options);

    /// <summary>For people: the same, with line breaks.</summary>
    public static string WriteIndented(AdaptiveCard card) => JsonSerializer.Serialize(card, Indented);

    /// <summary>For an activity's attachment or an invoke's answer.</summary>
    public static JsonElement ToElement(AdaptiveCard card) => JsonSerializer.SerializeToElement(card, Options);

    private static JsonSerializerOptions Make(bool indented) => new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // application/json, never inside HTML
        WriteIndented = indented,
        NewLine = "\n",
    };
}
