using System.Text.Json.Nodes;

namespace TeamsStandIn.Tenant;

/// <summary>What stood on a message, and since when.</summary>
internal sealed record Edit(DateTimeOffset At, JsonObject Activity);

/// <summary>The card the last answer showed one person; it hides the base card from that person alone.</summary>
internal sealed record PersonalView(DateTimeOffset At, JsonObject Card);

/// <summary>A toast with its feed entry.</summary>
internal sealed record Alert(DateTimeOffset At, string Person, string Text, string ConversationId, string MessageId);

/// <summary>One message and all it ever said.</summary>
/// <param name="Author">The person's name, or null for the bot.</param>
internal sealed record TeamsMessage(string Id, string ConversationId, string? Author, DateTimeOffset At)
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";

    /// <summary>Every state of the base message, oldest first; never empty.</summary>
    public List<Edit> History { get; } = [];

    public DateTimeOffset? DeletedAt { get; set; }

    public Dictionary<string, PersonalView> Views { get; } = [];

    /// <summary>When a person's client last fetched a view, which a PUT does not forget.</summary>
    public Dictionary<string, DateTimeOffset> Refreshed { get; } = [];

    public JsonObject Activity => History[^1].Activity;

    public string? Text => (string?)Activity["text"];

    public string? Summary => (string?)Activity["summary"];

    /// <summary>The base card: what everyone sees who has no view of their own.</summary>
    public JsonObject? BaseCard => CardOf(Activity);

    public static JsonObject? CardOf(JsonObject activity) =>
        (activity["attachments"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(a => (string?)a["contentType"] == CardType)?["content"] as JsonObject;
}
