using System.Text.Json;

namespace VstrsBot.Tests.Cards;

/// <summary>Finds things in a card's JSON, wherever they stand.</summary>
internal static class CardReading
{
    /// <summary>Every object in the card, itself first, in reading order.</summary>
    public static IEnumerable<JsonElement> Objects(this JsonElement from) => from.ValueKind switch
    {
        JsonValueKind.Object => from.EnumerateObject().SelectMany(property => property.Value.Objects()).Prepend(from),
        JsonValueKind.Array => from.EnumerateArray().SelectMany(item => item.Objects()),
        _ => [],
    };

    public static IEnumerable<JsonElement> OfType(this JsonElement card, params string[] types) => card.Objects().Where(o => types.Contains(o.Text("type")));

    public static IEnumerable<JsonElement> Inputs(this JsonElement card) =>
        card.Objects().Where(o => o.Text("type")?.StartsWith("Input.", StringComparison.Ordinal) is true);

    /// <summary>What stands in body: buttons a person sees, without the refresh and the fallbacks.</summary>
    public static IEnumerable<JsonElement> Buttons(this JsonElement card) => card.OfType("ActionSet").SelectMany(set => set.List("actions"));

    /// <summary>Every text a person reads, in order: TextBlocks, and rich text joined from its runs.</summary>
    public static IEnumerable<string> Texts(this JsonElement from) => from.OfType("TextBlock", "RichTextBlock").Select(block =>
        block.Text("text") ?? string.Concat(block.List("inlines").Select(run => run.Text("text"))));

    /// <summary>Every string in the card, whatever it is for.</summary>
    public static IEnumerable<string> Strings(this JsonElement from) => from.ValueKind switch
    {
        JsonValueKind.String => [from.GetString()!],
        JsonValueKind.Object => from.EnumerateObject().SelectMany(property => property.Value.Strings()),
        JsonValueKind.Array => from.EnumerateArray().SelectMany(item => item.Strings()),
        _ => [],
    };

    public static string? Text(this JsonElement from, string name) =>
        from.ValueKind is JsonValueKind.Object && from.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    public static bool Is(this JsonElement from, string name) =>
        from.ValueKind is JsonValueKind.Object && from.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True;

    public static JsonElement? Child(this JsonElement from, string name) =>
        from.ValueKind is JsonValueKind.Object && from.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    public static IReadOnlyList<JsonElement> List(this JsonElement from, string name) =>
        from.Child(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];
}
