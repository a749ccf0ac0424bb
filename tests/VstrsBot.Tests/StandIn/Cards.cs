using System.Text.Json.Nodes;

namespace VstrsBot.Tests.PretendTeams;

/// <summary>Cards and activities for the tests of the pretend Teams, as plain JSON.</summary>
internal static class Cards
{
    public static JsonObject Saying(string text, params JsonNode[] more) => new()
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["body"] = new JsonArray([new JsonObject { ["type"] = "TextBlock", ["text"] = text }, .. more]),
    };

    public static JsonObject Buttons(params JsonNode[] actions) => new() { ["type"] = "ActionSet", ["actions"] = new JsonArray(actions) };

    public static JsonObject Execute(string title, string verb, JsonNode? data = null, JsonNode? fallback = null) => new()
    {
        ["type"] = "Action.Execute",
        ["title"] = title,
        ["verb"] = verb,
        ["data"] = data,
        ["fallback"] = fallback,
    };

    public static JsonObject Submit(string title, JsonNode? data) => new() { ["type"] = "Action.Submit", ["title"] = title, ["data"] = data };

    public static JsonObject Following(this JsonObject card, params string[] mris)
    {
        card["refresh"] = new JsonObject
        {
            ["action"] = Execute("Refresh", "view", new JsonObject { ["handoff"] = "K7F3" }),
            ["userIds"] = new JsonArray([.. mris.Select(mri => (JsonNode)mri)]),
        };
        return card;
    }

    public static JsonObject Message(JsonObject card, string? summary = null) => new()
    {
        ["type"] = "message",
        ["summary"] = summary,
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = card }),
    };

    public static JsonObject Text(string text) => new() { ["type"] = "message", ["text"] = text };

    public static JsonObject Alerting(this JsonObject message)
    {
        message["channelData"] = new JsonObject { ["notification"] = new JsonObject { ["alert"] = true } };
        return message;
    }

    /// <summary>The answer to an invoke that shows a card.</summary>
    public static JsonObject Answer(JsonObject card) => new()
    {
        ["statusCode"] = 200,
        ["type"] = "application/vnd.microsoft.card.adaptive",
        ["value"] = card,
    };

    /// <summary>The answer to an invoke that opens a dialog.</summary>
    public static JsonObject DialogAnswer(string title, JsonObject card) => new()
    {
        ["task"] = new JsonObject
        {
            ["type"] = "continue",
            ["value"] = new JsonObject
            {
                ["title"] = title,
                ["card"] = new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = card },
            },
        },
    };
}
