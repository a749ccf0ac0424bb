using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VstrsBot.Manifest;

/// <summary>manifest.json with its <c>${{NAMES}}</c> filled in; the Agents Toolkit writes them so.</summary>
internal static partial class ManifestTemplate
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="PackException">The template names something that is not given.</exception>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values)
    {
        var manifest = JsonNode.Parse(template)!;
        FillIn(manifest, values);
        return manifest.ToJsonString(Readable) + "\n";
    }

    /// <summary>The app's version, three numbers.</summary>
    /// <exception cref="PackException">Not three numbers.</exception>
    public static Version VersionOf(string manifest) => ReadVersion((string?)JsonNode.Parse(manifest)!["version"]);

    /// <exception cref="PackException">Not three numbers.</exception>
    public static Version ReadVersion(string? text) => Version.TryParse(text, out var version) && version is { Build: >= 0, Revision: -1 }
        ? version
        : throw new PackException($"\"{text}\" is no version. Give three numbers, for example 1.2.0.");

    private static void FillIn(JsonNode node, IReadOnlyDictionary<string, string> values)
    {
        IEnumerable<JsonNode> children = node switch
        {
            JsonObject members => members.Select(member => member.Value).OfType<JsonNode>(),
            JsonArray items => items.OfType<JsonNode>(),
            _ => [],
        };
        foreach (var child in children.ToList())
        {
            if (child is JsonValue leaf && leaf.TryGetValue(out string? text) && Placeholder().IsMatch(text))
                leaf.ReplaceWith(Filled(text, values));
            else
                FillIn(child, values);
        }
    }

    private static string Filled(string text, IReadOnlyDictionary<string, string> values) => Placeholder().Replace(text, found =>
        values.TryGetValue(found.Groups["name"].Value, out var value) ? value : throw new PackException($"manifest.json names {found.Groups["name"].Value}, which is not given."));

    [GeneratedRegex(@"\$\{\{(?<name>\w+)\}\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60000)]
    private static partial Regex Placeholder();
}
