using VstrsBot.Teams.Outbound;

namespace CrashHost;

/// <summary>The connector, with a place to die at each send.</summary>
internal sealed class CrashingConnector(IConnector connector, CrashPoint point) : IConnector
{
    public Task<string> CreatePersonalChatAsync(Uri serviceUrl, string tenantId, string memberMri, CancellationToken ct) =>
        point.PassAsync("send: create a chat", () => connector.CreatePersonalChatAsync(serviceUrl, tenantId, memberMri, ct));

    public Task<ThreadAddress> CreateThreadAsync(Uri serviceUrl, string tenantId, string channelId, OutgoingActivity first, CancellationToken ct) =>
        point.PassAsync("send: create the thread", () => connector.CreateThreadAsync(serviceUrl, tenantId, channelId, first, ct));

    public Task<string?> SendAsync(Uri serviceUrl, string conversationId, OutgoingActivity activity, CancellationToken ct) =>
        point.PassAsync($"send: post in {conversationId}", () => connector.SendAsync(serviceUrl, conversationId, activity, ct));

    public Task UpdateAsync(Uri serviceUrl, string conversationId, string activityId, OutgoingActivity activity, CancellationToken ct) => point.PassAsync(
        $"send: update {activityId} in {conversationId}",
        async () =>
        {
            await connector.UpdateAsync(serviceUrl, conversationId, activityId, activity, ct);
            return true;
        });

    public Task<Member?> GetMemberAsync(Uri serviceUrl, string conversationId, string memberIdOrObjectId, CancellationToken ct) =>
        connector.GetMemberAsync(serviceUrl, conversationId, memberIdOrObjectId, ct);

    public Task<IReadOnlyList<Member>> GetMembersAsync(Uri serviceUrl, string conversationId, CancellationToken ct) =>
        connector.GetMembersAsync(serviceUrl, conversationId, ct);
}
