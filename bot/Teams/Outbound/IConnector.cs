namespace VstrsBot.Teams.Outbound;

/// <summary>
/// The calls the bot makes to Teams. Each is one attempt, bounded in time (<see cref="TeamsSettings.SendTimeout"/>); only a 401 is tried
/// once more, with a fresh token. Every call checks the host against the list before a token is asked for.
/// </summary>
/// <remarks>Every method throws <see cref="ConnectorException"/>. Source: Bot Connector REST API reference.</remarks>
internal interface IConnector
{
    /// <summary>The id of the 1:1 chat with a person; the same every time.</summary>
    /// <param name="serviceUrl">The person's service address.</param>
    /// <param name="tenantId">The person's tenant.</param>
    /// <param name="memberMri">29:….</param>
    /// <param name="ct">Gives up.</param>
    Task<string> CreatePersonalChatAsync(Uri serviceUrl, string tenantId, string memberMri, CancellationToken ct);

    /// <summary>Starts a thread in a channel with its first message.</summary>
    /// <param name="serviceUrl">The channel's service address.</param>
    /// <param name="tenantId">The channel's tenant.</param>
    /// <param name="channelId">19:…@thread.tacv2, without a thread.</param>
    /// <param name="first">The thread's first message.</param>
    /// <param name="ct">Gives up.</param>
    Task<ThreadAddress> CreateThreadAsync(Uri serviceUrl, string tenantId, string channelId, OutgoingActivity first, CancellationToken ct);

    /// <summary>Posts a new message in a chat or thread. There is no idempotency key.</summary>
    /// <returns>Its id, or null when Teams gave none.</returns>
    Task<string?> SendAsync(Uri serviceUrl, string conversationId, OutgoingActivity activity, CancellationToken ct);

    /// <summary>Replaces one of the bot's own messages. Safe to repeat.</summary>
    Task UpdateAsync(Uri serviceUrl, string conversationId, string activityId, OutgoingActivity activity, CancellationToken ct);

    /// <summary>One member of a conversation, by MRI or Entra object id; null when they are not in it.</summary>
    Task<Member?> GetMemberAsync(Uri serviceUrl, string conversationId, string memberIdOrObjectId, CancellationToken ct);

    /// <summary>Everyone in a conversation.</summary>
    Task<IReadOnlyList<Member>> GetMembersAsync(Uri serviceUrl, string conversationId, CancellationToken ct);
}

/// <summary>A new thread in a channel.</summary>
/// <param name="ConversationId">19:…@thread.tacv2;messageid=….</param>
/// <param name="ActivityId">Its first message.</param>
internal sealed record ThreadAddress(string ConversationId, string ActivityId);

/// <summary>A member of a conversation as Teams knows them.</summary>
/// <param name="Id">MRI, 29:….</param>
/// <param name="ObjectId">Entra object id; null for anonymous people and where Teams gives none.</param>
/// <param name="Name">Display name: a label.</param>
/// <param name="TenantId">The person's own tenant.</param>
/// <param name="UserRole">user, guest or anonymous.</param>
internal sealed record Member(string Id, Guid? ObjectId, string? Name, string? TenantId, string? UserRole)
{
    /// <summary>One of a tenant's own people: no guest, not anonymous, of no other tenant. A record that does not say so is no proof.</summary>
    public bool IsStaffOf(Guid tenant) =>
        ObjectId is not null
        && string.Equals(UserRole, "user", StringComparison.OrdinalIgnoreCase)
        && Guid.TryParseExact(TenantId, "D", out var own) && own == tenant;
}
