using System.Text.Json.Nodes;
using TeamsStandIn.Tenant;

namespace TeamsStandIn.Clients;

/// <summary>Activities as Teams sends them. Teams: channel and group conversations; subscribe to conversation events.</summary>
internal sealed class ActivityShapes(StandIn teams)
{
    private int invokes;

    /// <summary>How many events have an id.</summary>
    public int Events
    {
        get => Volatile.Read(ref invokes);
        set => Volatile.Write(ref invokes, value);
    }

    public static string Timestamp(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:ss.fffZ");

    public JsonObject Message(TeamsPerson from, Conversation place, string id, string? text)
    {
        var activity = About(from, place, "message", id);
        if (text is null) return activity;
        activity["text"] = text;
        activity["textFormat"] = "plain";
        activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = $"<div>{text}</div>" });
        return activity;
    }

    public JsonObject Invoke(TeamsPerson from, Conversation place, string name, JsonNode? value)
    {
        var activity = About(from, place, "invoke", NextEventId());
        activity["name"] = name;
        activity["value"] = value;
        return activity;
    }

    public JsonObject Event(TeamsPerson from, Conversation place, string type) => About(from, place, type, NextEventId());

    public string NextEventId() => $"f:{new Guid(Interlocked.Increment(ref invokes), 0, 0, [0, 0, 0, 0, 0, 0, 0, 1])}";

    /// <summary>Puts the bot's mention before the text, and the entity that makes it one.</summary>
    public void MentionBot(JsonObject activity)
    {
        var tag = $"<at>{teams.Tenant.BotName}</at>";
        activity["text"] = $"{tag} {(string?)activity["text"]}\n";
        activity["entities"]!.AsArray().Insert(0, new JsonObject
        {
            ["type"] = "mention",
            ["text"] = tag,
            ["mentioned"] = new JsonObject { ["id"] = teams.Tenant.BotId, ["name"] = teams.Tenant.BotName },
        });
    }

    private JsonObject About(TeamsPerson from, Conversation place, string type, string id)
    {
        var now = teams.Time.GetUtcNow();
        var conversation = new JsonObject { ["id"] = place.Id, ["conversationType"] = place.WireType, ["tenantId"] = from.Role is UserRole.Anonymous ? teams.Tenant.Id : from.TenantId };
        var channelData = new JsonObject { ["tenant"] = new JsonObject { ["id"] = (string?)conversation["tenantId"] } };
        if (place.ChannelId is { } channel)
        {
            conversation["isGroup"] = true;
            channelData["team"] = new JsonObject { ["id"] = teams.Tenant.TeamId };
            channelData["channel"] = new JsonObject { ["id"] = channel };
        }

        if (type is "message" or "invoke") channelData["source"] = new JsonObject { ["name"] = "message" };
        return new JsonObject
        {
            ["type"] = type,
            ["id"] = id,
            ["timestamp"] = Timestamp(now),
            ["localTimestamp"] = now.ToString("yyyy-MM-ddTHH:mm:ss.fffzzz"),
            ["serviceUrl"] = teams.ServiceUrl,
            ["channelId"] = "msteams",
            ["from"] = from.AsFrom(),
            ["conversation"] = conversation,
            ["recipient"] = new JsonObject { ["id"] = teams.Tenant.BotId, ["name"] = teams.Tenant.BotName },
            ["locale"] = "en-GB",
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-GB", ["country"] = "GB", ["platform"] = "Web", ["timezone"] = "Europe/London" }),
            ["channelData"] = channelData,
        };
    }
}
