using System.Text.Json.Nodes;
using VstrsBot.Handoffs;
using VstrsBot.Record;

namespace VstrsBot.Storage;

/// <summary>Events as entries of the record: there is no second history.</summary>
internal static class RecordedEvents
{
    private static readonly string[] Elsewhere = ["is", "at", "by"];

    public static RecordEntry Entry(HandoffEvent happened)
    {
        var json = (JsonObject)System.Text.Json.JsonSerializer.SerializeToNode(happened, HandoffJson.Options)!;
        var facts = json.Where(member => !Elsewhere.Contains(member.Key) && member.Value is not null)
            .ToDictionary(member => member.Key, member => Text(member.Value!));
        return new RecordEntry(
            happened.At, json["is"]!.GetValue<string>(), json["by"]?["id"]?.GetValue<string>(), json["by"]?["name"]?.GetValue<string>(), facts);
    }

    private static string Text(JsonNode value) => value is JsonValue one && one.TryGetValue<string>(out var text) ? text : value.ToJsonString();
}
