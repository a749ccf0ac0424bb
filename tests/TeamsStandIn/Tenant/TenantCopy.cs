using System.Text.Json.Nodes;

namespace TeamsStandIn.Tenant;

/// <summary>What stands in a pretend tenant at one moment: another can go on from it. What somebody's client alone shows is not kept.</summary>
/// <param name="Events">How many events had an id by then.</param>
internal sealed record TenantCopy(IReadOnlyList<ConversationCopy> Conversations, int Events);

/// <param name="Person">Whose chat, of a personal one.</param>
/// <param name="Messages">As they read then, oldest first.</param>
internal sealed record ConversationCopy(string Id, ConversationKind Kind, string? ChannelId, string? Person, IReadOnlyList<MessageCopy> Messages);

/// <param name="Author">The person's name, or null for the bot.</param>
internal sealed record MessageCopy(string Id, string? Author, DateTimeOffset At, JsonObject Activity);
