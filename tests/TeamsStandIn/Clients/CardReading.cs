using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TeamsStandIn.Clients;

/// <summary>How a client reads a card: its buttons, its inputs, and what a press sends.</summary>
internal static class CardReading
{
    private static readonly string[] Nested = ["body", "items", "columns", "rows", "cells", "inlines", "actions", "card", "selectAction"];

    /// <summary>Every action, those of ShowCards and selectActions too; not those of <c>refresh</c> and <c>fallback</c>.</summary>
    public static IEnumerable<JsonObject> ActionsOf(JsonNode? card) => Parts(card).Where(p => TypeOf(p).StartsWith("Action.", StringComparison.Ordinal));

    public static IEnumerable<JsonObject> InputsOf(JsonNode? card) => Parts(card).Where(p => TypeOf(p).StartsWith("Input.", StringComparison.Ordinal));

    /// <summary>The button of that title, or else the action of that verb.</summary>
    public static JsonObject Button(JsonObject card, string titleOrVerb) =>
        ActionsOf(card).FirstOrDefault(a => (string?)a["title"] == titleOrVerb)
        ?? ActionsOf(card).FirstOrDefault(a => (string?)a["verb"] == titleOrVerb)
        ?? throw new InvalidOperationException($"No button \"{titleOrVerb}\" on this card:\n{Transcripts.CardText.Render(card)}");

    /// <summary>
    /// The <c>data</c> a press sends: the action's own, and every input as a string (AdaptiveCards #6669, #6670).
    /// What is not typed keeps the card's value; a toggle gives <c>valueOn</c> or <c>valueOff</c>.
    /// </summary>
    public static JsonNode? Data(JsonObject card, JsonObject action, IReadOnlyDictionary<string, string>? typed)
    {
        if ((string?)action["associatedInputs"] is "none") return action["data"]?.DeepClone();
        var inputs = Values(card, typed);
        if (inputs.Count is 0) return action["data"]?.DeepClone();
        var data = action["data"] is JsonObject own ? own.DeepClone().AsObject() : [];
        foreach (var (id, value) in inputs) data[id] = value;
        return data;
    }

    /// <summary>What the client finds wrong before it sends. Teams: input validation.</summary>
    public static IReadOnlyList<string> InputErrors(JsonObject card, JsonObject action, IReadOnlyDictionary<string, string>? typed)
    {
        if ((string?)action["associatedInputs"] is "none") return [];
        var values = Values(card, typed);
        return [.. InputsOf(card).Where(input => !Accepts(input, values.GetValueOrDefault(IdOf(input)) ?? "")).Select(input => (string?)input["errorMessage"] ?? IdOf(input))];
    }

    private static Dictionary<string, string> Values(JsonObject card, IReadOnlyDictionary<string, string>? typed)
    {
        var values = new Dictionary<string, string>();
        foreach (var input in InputsOf(card))
        {
            if (Standing(input) is { } standing) values[IdOf(input)] = standing;
        }

        foreach (var (id, value) in typed ?? new Dictionary<string, string>())
        {
            if (!InputsOf(card).Any(input => IdOf(input) == id)) throw new InvalidOperationException($"No input \"{id}\" on this card.");
            values[id] = value;
        }

        return values;
    }

    private static string? Standing(JsonObject input) => input["value"] is JsonValue value
        ? value.TryGetValue<string>(out var text) ? text : value.ToJsonString()
        : TypeOf(input) is "Input.Toggle" ? (string?)input["valueOff"] ?? "false" : null;

    private static bool Accepts(JsonObject input, string value)
    {
        if (value.Length is 0) return (bool?)input["isRequired"] is not true;
        if (TypeOf(input) is "Input.Toggle") return (bool?)input["isRequired"] is not true || value == ((string?)input["valueOn"] ?? "true");
        if (input["maxLength"] is JsonValue most && value.Length > most.GetValue<int>()) return false;
        if ((string?)input["regex"] is { } pattern && !Regex.IsMatch(value, pattern, RegexOptions.None, TimeSpan.FromSeconds(1))) return false;
        return TypeOf(input) is not "Input.Number" || double.TryParse(value, CultureInfo.InvariantCulture, out _);
    }

    private static IEnumerable<JsonObject> Parts(JsonNode? node) => node switch
    {
        JsonArray many => many.SelectMany(Parts),
        JsonObject one => Nested.SelectMany(name => Parts(one[name])).Prepend(one),
        _ => [],
    };

    private static string TypeOf(JsonObject part) => (string?)part["type"] ?? "";

    private static string IdOf(JsonObject input) => (string?)input["id"] ?? "";
}
