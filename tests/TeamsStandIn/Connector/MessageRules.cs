using System.Text.Json.Nodes;
using TeamsStandIn.Tenant;

namespace TeamsStandIn.Connector;

/// <summary>What Teams does with a message the bot sends. Teams: conversation messages; format cards.</summary>
internal static class MessageRules
{
    /// <summary>The size of an activity counted as UTF-16.</summary>
    public const int LargestBytes = 100 * 1024;

    private const int MostAttachments = 10;

    public static Answer? Fault(JsonNode? body) => body switch
    {
        not JsonObject => Answer.Error(400, "BadSyntax", "An activity is required."),
        JsonObject o when (string?)o["type"] is not ("message" or "typing") => Answer.Error(400, "BadArgument", "Unknown activity type."),
        JsonObject o when o["attachments"] is JsonArray { Count: > MostAttachments } => Answer.Error(400, "BadArgument", "Too many attachments."),
        JsonObject o when (string?)o["type"] == "message" && (string?)o["text"] is null or "" && o["attachments"] is not JsonArray { Count: > 0 } =>
            Answer.Error(400, "BadArgument", "A message needs text or an attachment."),
        _ => null,
    };

    /// <summary>Whether the bot may write there now.</summary>
    public static Answer? Barred(this TeamsTenant tenant, Conversation place) => place switch
    {
        { Person: { Blocked: true } } => Answer.BlockedByUser,
        { Person: { } person } when !tenant.MayReach(person) => Answer.NotInRoster,
        { Person: null } when !tenant.BotInTeam => Answer.NotInRoster,
        _ => null,
    };

    /// <summary>The app is installed for the person, or for a team the person is in.</summary>
    public static bool MayReach(this TeamsTenant tenant, TeamsPerson person) =>
        person.TenantId == tenant.Id && (person.AppInstalled || (tenant.BotInTeam && person.InTeam));

    /// <summary>Text together with a card becomes two messages, and the answer carries no usable id.</summary>
    public static IReadOnlyList<JsonObject> Split(JsonObject activity)
    {
        if ((string?)activity["text"] is null or "" || activity["attachments"] is not JsonArray { Count: > 0 }) return [activity.DeepClone().AsObject()];
        var text = activity.DeepClone().AsObject();
        text.Remove("attachments");
        var card = activity.DeepClone().AsObject();
        card.Remove("text");
        return [text, card];
    }
}
