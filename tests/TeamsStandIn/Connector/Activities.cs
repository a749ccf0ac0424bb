using System.Text.Json.Nodes;
using TeamsStandIn.Tenant;

namespace TeamsStandIn.Connector;

/// <summary>Send, reply, update and delete.</summary>
internal static class Activities
{
    /// <summary>A message of a thread may be named under the bare channel: it is the thread's all the same.</summary>
    public static ConnectorCall Aim(TeamsTenant tenant, ConnectorCall call)
    {
        var thread = call.ActivityId is { } id && tenant.Message(id)?.ConversationId is { } place && place.StartsWith(call.Conversation + ";", StringComparison.Ordinal) ? place : null;
        return call with { Conversation = thread ?? call.Conversation, Person = tenant.Find(call.Conversation!)?.Person?.Name };
    }

    /// <summary>A bare channel starts a new thread, unless the message replied to is in it. In a thread or chat a reply is a send.</summary>
    public static Answer Send(TeamsTenant tenant, ConnectorCall call)
    {
        if (tenant.Find(call.Conversation!) is not { } place) return Answer.NoSuchConversation;
        if (tenant.Barred(place) is { } barred) return barred;
        if (MessageRules.Fault(call.Body) is { } fault) return fault;
        if ((string?)call.Body!["type"] == "typing") return Answer.Done(202, body: null);
        if (place.Kind is ConversationKind.Channel && call.ActivityId is not null) return Answer.NoSuchActivity;

        var messages = MessageRules.Split(call.Body.AsObject());
        var first = tenant.Add(place, author: null, messages[0]);
        foreach (var more in messages.Skip(1)) tenant.Add(tenant.Find(first.ConversationId)!, author: null, more);
        return Answer.Done(201, messages.Count is 1 ? new JsonObject { ["id"] = first.Id } : new JsonObject());
    }

    public static Answer Update(TeamsTenant tenant, ConnectorCall call)
    {
        if (Own(tenant, call, out var refused) is not { } message) return refused!;
        if (MessageRules.Fault(call.Body) is { } fault) return fault;
        tenant.Update(message, call.Body!.DeepClone().AsObject());
        return Answer.Done(200, new JsonObject { ["id"] = message.Id });
    }

    public static Answer Delete(TeamsTenant tenant, ConnectorCall call)
    {
        if (Own(tenant, call, out var refused) is not { } message) return refused!;
        tenant.Delete(message);
        return Answer.Done(200, body: null);
    }

    private static TeamsMessage? Own(TeamsTenant tenant, ConnectorCall call, out Answer? refused)
    {
        var place = tenant.Find(call.Conversation!);
        refused = place is null ? Answer.NoSuchConversation : tenant.Barred(place);
        if (refused is not null) return null;
        var message = tenant.Message(call.ActivityId!);
        refused = message is not { DeletedAt: null } || message.ConversationId != place!.Id ? Answer.NoSuchActivity
            : message.Author is not null ? Answer.Error(403, "NotEnoughPermissions", "Only the author can change a message.")
            : null;
        return refused is null ? message : null;
    }
}
