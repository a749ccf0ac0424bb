using System.Text.Json.Nodes;

namespace TeamsStandIn.Transcripts;

/// <summary>Finds a text in JSON as people would read it: escapes undone, names and values, letter case ignored.</summary>
internal static class TextSearch
{
    public static bool Holds(JsonNode? node, string text) => node switch
    {
        JsonObject o => o.Any(p => Has(p.Key, text) || Holds(p.Value, text)),
        JsonArray a => a.Any(item => Holds(item, text)),
        JsonValue v => Has(v.TryGetValue<string>(out var s) ? s : v.ToJsonString(), text),
        _ => false,
    };

    private static bool Has(string whole, string part) => whole.Contains(part, StringComparison.OrdinalIgnoreCase);
}
