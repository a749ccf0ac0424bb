using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Storage;

namespace VstrsBot.Tests.Journeys;

/// <summary>Reads an exported line back as what happened.</summary>
internal static class RecordedEvent
{
    private static readonly Dictionary<string, Type> Kinds = typeof(HandoffEvent).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(known => (string)known.TypeDiscriminator!, known => known.DerivedType, StringComparer.Ordinal);

    /// <summary>Null for a line that is no change of the handoff.</summary>
    public static HandoffEvent? Of(RecordLine line)
    {
        if (!Kinds.TryGetValue(line.Kind, out var kind))
            return null;

        var json = new JsonObject { ["is"] = line.Kind, ["at"] = line.At };
        if (line.By is not null)
            json["by"] = new JsonObject { ["id"] = line.By, ["name"] = line.Name };
        foreach (var (fact, text) in line.Facts)
            json[fact] = IsText(kind, fact) ? text : JsonNode.Parse(text);
        return json.Deserialize<HandoffEvent>(HandoffJson.Options);
    }

    private static bool IsText(Type kind, string fact)
    {
        var property = kind.GetProperty(fact, BindingFlags.IgnoreCase | BindingFlags.Public | BindingFlags.Instance)!.PropertyType;
        var type = Nullable.GetUnderlyingType(property) ?? property;
        return type == typeof(string) || type.IsEnum || type == typeof(DateTimeOffset) || type == typeof(HandoffId) || type == typeof(Surface);
    }
}
