using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TeamsStandIn.Transcripts;

/// <summary>A card as lines of text: what a person reads, inputs and buttons in brackets.</summary>
internal static partial class CardText
{
    public static string Render(JsonObject card)
    {
        var lines = new List<string>();
        Elements(card["body"], lines);
        Buttons(card["actions"], lines);
        return string.Join('\n', lines);
    }

    private static void Elements(JsonNode? elements, List<string> lines)
    {
        foreach (var element in (elements as JsonArray)?.OfType<JsonObject>() ?? [])
        {
            if (element["isVisible"] is JsonValue visible && visible.TryGetValue<bool>(out var shown) && !shown) continue;
            Element(element, lines);
        }
    }

    private static void Element(JsonObject element, List<string> lines)
    {
        switch ((string?)element["type"])
        {
            case "TextBlock":
                lines.Add(Plain((string?)element["text"]));
                break;
            case "RichTextBlock":
                lines.Add(string.Concat((element["inlines"] as JsonArray)?.Select(i => i is JsonObject run ? (string?)run["text"] : (string?)i) ?? []));
                break;
            case "FactSet":
                lines.AddRange((element["facts"] as JsonArray)?.Select(f => $"{Plain((string?)f?["title"])}: {Plain((string?)f?["value"])}") ?? []);
                break;
            case "ActionSet":
                Buttons(element["actions"], lines);
                break;
            case "Image":
                lines.Add($"({(string?)element["altText"] ?? "image"})");
                break;
            case { } input when input.StartsWith("Input.", StringComparison.Ordinal):
                lines.Add(Input(element));
                break;
            default:
                foreach (var children in (string[])["items", "columns", "rows", "cells"]) Elements(element[children], lines);
                break;
        }
    }

    private static void Buttons(JsonNode? actions, List<string> lines)
    {
        var shown = (actions as JsonArray)?.OfType<JsonObject>().ToList() ?? [];
        if (shown.Count > 0) lines.Add(string.Join(' ', shown.Select(a => $"[{(string?)a["title"]}]")));
        foreach (var card in shown.Select(a => a["card"]).OfType<JsonObject>()) lines.Add(Render(card));
    }

    private static string Input(JsonObject input)
    {
        var line = new StringBuilder("[").Append((string?)input["label"] ?? (string?)input["title"] ?? (string?)input["id"]);
        if ((string?)input["type"] is "Input.Toggle" && input["label"] is not null) line.Append(": ").Append((string?)input["title"]);
        if (input["choices"] is JsonArray choices) line.Append(": ").AppendJoin(" / ", choices.Select(c => (string?)c?["title"]));
        line.Append(']');
        return input["value"] is { } value ? line.Append(" = ").Append(value).ToString() : line.ToString();
    }

    /// <summary>Evaluates DATE and TIME as a client in UTC would, and takes mention tags off.</summary>
    private static string Plain(string? text) => Moment().Replace(text ?? "", found =>
            DateTimeOffset.TryParse(found.Groups["at"].Value, CultureInfo.InvariantCulture, out var at)
                ? at.ToString(found.Groups["kind"].Value is "TIME" ? "HH:mm" : "d MMMM yyyy", CultureInfo.InvariantCulture)
                : found.Value)
        .Replace("<at>", "@").Replace("</at>", "");

    [GeneratedRegex(@"\{\{(?<kind>DATE|TIME)\((?<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d))(?:, ?(?:COMPACT|SHORT|LONG))?\)\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Moment();
}
