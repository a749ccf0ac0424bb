using System.Text.Json.Nodes;

namespace VstrsBot.Tests.Teams;

/// <summary>Activities as Teams sends them.</summary>
internal static class Said
{
    public static JsonObject Message(string? text = "help") => new()
    {
        ["type"] = "message",
        ["id"] = "1700000000000",
        ["serviceUrl"] = Ids.ServiceUrl,
        ["channelId"] = "msteams",
        ["from"] = new JsonObject { ["id"] = Ids.TomMri, ["name"] = "Tom Reed", ["aadObjectId"] = Ids.TomReed },
        ["recipient"] = new JsonObject { ["id"] = $"28:{Ids.App}", ["name"] = "Handoffs" },
        ["conversation"] = new JsonObject { ["id"] = "a:1tom", ["conversationType"] = "personal", ["tenantId"] = Ids.Tenant },
        ["text"] = text,
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Ids.Tenant } },
    };

    public static JsonObject Invoke(string name, JsonNode? value = null)
    {
        var activity = Message(text: null);
        activity["type"] = "invoke";
        activity["name"] = name;
        activity["value"] = value;
        return activity;
    }

    public static JsonObject Event(string type)
    {
        var activity = Message(text: null);
        activity["type"] = type;
        return activity;
    }

    public static JsonObject With(this JsonObject activity, string path, JsonNode? value)
    {
        var (parent, name) = Find(activity, path);
        parent[name] = value;
        return activity;
    }

    public static JsonObject Without(this JsonObject activity, string path)
    {
        var (parent, name) = Find(activity, path);
        parent.Remove(name);
        return activity;
    }

    private static (JsonObject Parent, string Name) Find(JsonObject activity, string path)
    {
        var steps = path.Split('.');
        var parent = steps[..^1].Aggregate(activity, (at, step) => at[step]!.AsObject());
        return (parent, steps[^1]);
    }
}
