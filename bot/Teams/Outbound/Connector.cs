using System.Text;
using System.Text.Json.Nodes;

namespace VstrsBot.Teams.Outbound;

/// <summary>The connector's REST calls.</summary>
internal sealed class Connector(ConnectorCalls calls, TeamsSettings settings) : IConnector
{
    private const int PageSize = 500;
    private const int MostPages = 200;

    /// <inheritdoc/>
    public async Task<string> CreatePersonalChatAsync(Uri serviceUrl, string tenantId, string memberMri, CancellationToken ct)
    {
        var answer = await calls.SendAsync(HttpMethod.Post, serviceUrl, "/v3/conversations", new JsonObject
        {
            ["isGroup"] = false,
            ["bot"] = new JsonObject { ["id"] = $"28:{settings.AppId}" },
            ["members"] = new JsonArray(new JsonObject { ["id"] = memberMri }),
            ["tenantId"] = tenantId,
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenantId } },
        }, ct);
        return answer.Text("id") ?? throw NoUsable(answer);
    }

    /// <inheritdoc/>
    public async Task<ThreadAddress> CreateThreadAsync(Uri serviceUrl, string tenantId, string channelId, OutgoingActivity first, CancellationToken ct)
    {
        var answer = await calls.SendAsync(HttpMethod.Post, serviceUrl, "/v3/conversations", new JsonObject
        {
            ["isGroup"] = true,
            ["tenantId"] = tenantId,
            ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = channelId } },
            ["activity"] = first.ToJson(),
        }, ct);
        return answer.Text("id") is { } thread && answer.Text("activityId") is { } activity
            ? new ThreadAddress(thread, activity)
            : throw NoUsable(answer);
    }

    /// <inheritdoc/>
    public async Task<string?> SendAsync(Uri serviceUrl, string conversationId, OutgoingActivity activity, CancellationToken ct)
    {
        var answer = await calls.SendAsync(HttpMethod.Post, serviceUrl, $"/v3/conversations/{Escaped(conversationId)}/activities", activity.ToJson(), ct);
        return answer.Text("id");
    }

    /// <inheritdoc/>
    public Task UpdateAsync(Uri serviceUrl, string conversationId, string activityId, OutgoingActivity activity, CancellationToken ct) =>
        calls.SendAsync(HttpMethod.Put, serviceUrl, $"/v3/conversations/{Escaped(conversationId)}/activities/{Escaped(activityId)}", activity.ToJson(), ct);

    /// <inheritdoc/>
    public async Task<Member?> GetMemberAsync(Uri serviceUrl, string conversationId, string memberIdOrObjectId, CancellationToken ct)
    {
        try
        {
            var path = $"/v3/conversations/{Escaped(conversationId)}/members/{Escaped(memberIdOrObjectId)}";
            var answer = await calls.SendAsync(HttpMethod.Get, serviceUrl, path, body: null, ct);
            return answer.Body is { } body ? MemberJson.TryRead(body) : null;
        }
        catch (ConnectorException gone) when (gone is { Status: 404, Code: not "ConversationNotFound" })
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Member>> GetMembersAsync(Uri serviceUrl, string conversationId, CancellationToken ct)
    {
        List<Member> members = [];
        string? next = null;
        for (var page = 0; page < MostPages; page++)
        {
            var path = new StringBuilder($"/v3/conversations/{Escaped(conversationId)}/pagedmembers?pageSize={PageSize}");
            if (next is not null) path.Append("&continuationToken=").Append(Uri.EscapeDataString(next));

            var answer = await calls.SendAsync(HttpMethod.Get, serviceUrl, path.ToString(), body: null, ct);
            members.AddRange(MemberJson.ReadPage(answer));
            next = answer.Text("continuationToken");
            if (next is null) return members;
        }

        throw new ConnectorException(200, ConnectorException.BadAnswer, ambiguous: false); // pages without end
    }

    private static ConnectorException NoUsable(ConnectorAnswer answer) => new(answer.Status, ConnectorException.BadAnswer, ambiguous: true);

    // "." and ".." would be taken as steps in the path, however they are escaped.
    private static string Escaped(string id) => id is not ("" or "." or "..")
        ? Uri.EscapeDataString(id)
        : throw new ConnectorException(status: 0, ConnectorException.BadId, ambiguous: false);
}
