using System.Text.Json.Nodes;

namespace VstrsBot.Tests.Infra;

/// <summary>Looks into what a deployment would make.</summary>
internal static class Predicted
{
    public static IEnumerable<JsonNode> Resources(this JsonObject snapshot) => snapshot["predictedResources"]!.AsArray().Select(resource => resource!);

    public static IEnumerable<JsonNode> Of(this JsonObject snapshot, string type) => snapshot.Resources().Where(resource => (string?)resource["type"] == type);

    public static JsonNode One(this JsonObject snapshot, string type) => snapshot.Of(type).Single();

    public static JsonNode Properties(this JsonObject snapshot, string type) => snapshot.One(type)["properties"]!;

    public static IReadOnlyDictionary<string, string> AppSettings(this JsonObject snapshot) => snapshot.Properties("Microsoft.Web/sites/config").AsObject()
        .ToDictionary(setting => setting.Key, setting => (string)setting.Value!, StringComparer.Ordinal);
}
