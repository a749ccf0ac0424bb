using System.Text.Json.Nodes;
using TeamsStandIn.Faults;

namespace TeamsStandIn.Connector;

/// <summary>One request of the bot, as read.</summary>
/// <param name="Conversation">The conversation it is about; of a create, the channel or the chat it will lead to.</param>
/// <param name="Person">Whose chat, or whose member record, it is about.</param>
internal sealed record ConnectorCall(Op Op, string? Conversation, string? ActivityId, string? Person, JsonNode? Body)
{
    public FaultSubject Subject => new(Op, Conversation, Person, ActivityId);
}
