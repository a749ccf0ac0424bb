namespace TeamsStandIn.Tenant;

internal enum ConversationKind
{
    Personal,
    Channel,
    Thread,
}

/// <summary>A chat with the bot, a channel, or one reply chain of a channel.</summary>
/// <param name="ChannelId">The bare channel id, of a channel and of its threads.</param>
/// <param name="Person">Whose chat, of a personal one.</param>
internal sealed record Conversation(string Id, ConversationKind Kind, string? ChannelId = null, TeamsPerson? Person = null)
{
    public List<TeamsMessage> Messages { get; } = [];

    /// <summary>The person removed the chat's history: its id answers 404 from then on.</summary>
    public bool Gone { get; set; }

    public string WireType => Kind is ConversationKind.Personal ? "personal" : "channel";
}

/// <summary>A channel of the one team.</summary>
/// <param name="Name">Null for General, as on the wire.</param>
internal sealed record Channel(string Id, string? Name);
