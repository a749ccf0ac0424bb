using System.Text.Json.Nodes;
using TeamsStandIn.Tenant;

namespace TeamsStandIn.Connector;

/// <summary><c>POST /v3/conversations</c>, as measured on Teams in April 2026 (microsoft/teams.net: CreateConversation-API-Behavior).</summary>
internal static class CreateConversation
{
    /// <summary>The conversation a create is about, before it is decided: the channel, or the person whose chat it is.</summary>
    public static ConnectorCall Aim(TeamsTenant tenant, ConnectorCall call)
    {
        var person = Member(tenant, call.Body);
        return call with { Conversation = ChannelOf(call.Body) ?? person?.ChatId ?? person?.Mri, Person = person?.Name };
    }

    public static Answer Do(TeamsTenant tenant, ConnectorCall call)
    {
        if (call.Body is not JsonObject body) return Incorrect;
        if (ChannelOf(body) is { } channel) return NewThread(tenant, body, channel);
        if ((bool?)body["isGroup"] is true || body["members"] is not JsonArray { Count: 1 }) return Incorrect;
        if ((string?)body["tenantId"] != tenant.Id) return Answer.Error(400, "BadArgument", "Missing or unknown tenantId.");
        if (Member(tenant, body) is not { } person) return Answer.Error(400, "BadArgument", "Failed to decrypt pairwise id.");
        if (person.Blocked) return Answer.BlockedByUser;
        if (!tenant.MayReach(person)) return Answer.NotInRoster;

        var chat = tenant.ChatWith(person);
        if (body["activity"] is JsonObject activity) tenant.Add(chat, author: null, activity.DeepClone().AsObject());
        return Answer.Done(201, new JsonObject { ["id"] = chat.Id });
    }

    private static Answer Incorrect => Answer.Error(400, "BadSyntax", "Incorrect conversation creation parameters");

    private static Answer NewThread(TeamsTenant tenant, JsonObject body, string channelId)
    {
        if (tenant.Find(channelId) is not { Kind: ConversationKind.Channel } channel) return Answer.NoSuchConversation;
        if (MessageRules.Fault(body["activity"]) is not null) return Incorrect;
        if (tenant.Barred(channel) is { } barred) return barred;
        var messages = MessageRules.Split(body["activity"]!.AsObject());
        var root = tenant.Add(channel, author: null, messages[0]);
        foreach (var more in messages.Skip(1)) tenant.Add(tenant.Find(root.ConversationId)!, author: null, more);
        return Answer.Done(201, new JsonObject { ["id"] = root.ConversationId, ["activityId"] = root.Id });
    }

    private static string? ChannelOf(JsonNode? body) => Text((body as JsonObject)?["channelData"] is JsonObject data ? (data["channel"] as JsonObject)?["id"] : null);

    private static TeamsPerson? Member(TeamsTenant tenant, JsonNode? body) =>
        (body as JsonObject)?["members"] is JsonArray { Count: > 0 } members && Text((members[0] as JsonObject)?["id"]) is { } id
            ? tenant.People.FirstOrDefault(p => p.IsCalled(id))
            : null;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
