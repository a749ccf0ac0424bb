using System.Text.Json.Nodes;

namespace TeamsStandIn.Tenant;

/// <summary>Whom a new message of the bot rings. Teams: conversation messages; channel and group conversations.</summary>
internal static class AlertRules
{
    /// <summary>The alert flag rings the person of a personal chat; a mention rings each member mentioned. An edit rings nobody.</summary>
    public static IEnumerable<Alert> Raised(TeamsMessage message, Conversation place, TeamsTenant tenant)
    {
        var activity = message.Activity;
        var flagged = (bool?)activity["channelData"]?["notification"]?["alert"] is true && place.Kind is ConversationKind.Personal;
        var mentions = Mentions(activity).ToList();
        var toast = activity["summary"] ?? activity["text"];
        return tenant.MembersOf(place)
            .Where(person => flagged || mentions.Exists(person.IsCalled))
            .Select(person => new Alert(message.At, person.Name, (string?)toast ?? "Sent a card", place.Id, message.Id));
    }

    private static IEnumerable<string> Mentions(JsonObject activity) =>
        In(activity["entities"], (string?)activity["text"] ?? "")
            .Concat(TeamsMessage.CardOf(activity) is { } card ? In(card["msteams"]?["entities"], string.Join('\n', TextsOf(card))) : []);

    /// <summary>A mention whose text does not stand in the message to the character is no mention.</summary>
    private static IEnumerable<string> In(JsonNode? entities, string text) =>
        from entity in (entities as JsonArray)?.OfType<JsonObject>() ?? []
        where (string?)entity["type"] == "mention" && (string?)entity["text"] is { Length: > 0 } shown && text.Contains(shown)
        select (string?)entity["mentioned"]?["id"] ?? "";

    private static IEnumerable<string> TextsOf(JsonNode? node) => node switch
    {
        JsonObject o => o.Where(p => p.Key != "msteams").SelectMany(p => TextsOf(p.Value)),
        JsonArray a => a.SelectMany(TextsOf),
        JsonValue v when v.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
