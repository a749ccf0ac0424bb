using System.Globalization;
using System.Text.Json.Nodes;
using TeamsStandIn.Tenant;

namespace TeamsStandIn.Connector;

/// <summary>Members, the team and its channels. Teams: get Teams context.</summary>
internal static class Rosters
{
    public static ConnectorCall Aim(TeamsTenant tenant, ConnectorCall call, string? memberId) =>
        call with { Person = tenant.People.FirstOrDefault(p => memberId is not null && p.IsCalled(memberId))?.Name ?? tenant.Find(call.Conversation!)?.Person?.Name };

    public static Answer One(TeamsTenant tenant, ConnectorCall call, string memberId)
    {
        if (Place(tenant, call, out var refused) is not { } place) return refused!;
        return tenant.MembersOf(place).FirstOrDefault(p => p.IsCalled(memberId)) is { } person
            ? Answer.Ok(person.AsMember())
            : Answer.Error(404, "MemberNotFoundInConversation", "Member not found in conversation.");
    }

    /// <summary>Paged: under 50 a page means 50, over 500 means 500; chats are never paged.</summary>
    public static Answer Paged(TeamsTenant tenant, ConnectorCall call, string? pageSize, string? continuation)
    {
        if (Place(tenant, call, out var refused) is not { } place) return refused!;
        var size = Math.Clamp(int.TryParse(pageSize, CultureInfo.InvariantCulture, out var asked) ? asked : 200, 50, 500);
        if (!int.TryParse(continuation ?? "0", CultureInfo.InvariantCulture, out var from) || from < 0) return Answer.Error(400, "BadArgument", "Bad continuation token.");
        var members = tenant.MembersOf(place).ToList();
        var body = new JsonObject { ["members"] = new JsonArray([.. members.Skip(from).Take(size).Select(p => (JsonNode)p.AsMember())]) };
        if (from + size < members.Count) body["continuationToken"] = (from + size).ToString();
        return Answer.Ok(body);
    }

    /// <summary>The old roster: no pages, and the object id has another name.</summary>
    public static Answer Unpaged(TeamsTenant tenant, ConnectorCall call) =>
        Place(tenant, call, out var refused) is { } place
            ? Answer.Ok(new JsonArray([.. tenant.MembersOf(place).Select(p => (JsonNode)p.AsMember("objectId"))]))
            : refused!;

    public static Answer Team(TeamsTenant tenant, ConnectorCall call) => InTeam(tenant, call) ?? Answer.Ok(new JsonObject
    {
        ["id"] = tenant.TeamId,
        ["name"] = "Debt Management",
        ["aadGroupId"] = "4f1d2c3b-5a69-4788-9b0c-1d2e3f405162",
        ["tenantId"] = tenant.Id,
        ["channelCount"] = tenant.Channels.Count,
        ["memberCount"] = tenant.People.Count(p => p.InTeam),
    });

    public static Answer Channels(TeamsTenant tenant, ConnectorCall call) => InTeam(tenant, call) ?? Answer.Ok(new JsonObject
    {
        ["conversations"] = new JsonArray([.. tenant.Channels.Select(c => (JsonNode)new JsonObject { ["id"] = c.Id, ["name"] = c.Name })]),
    });

    private static Answer? InTeam(TeamsTenant tenant, ConnectorCall call) =>
        call.Conversation != tenant.TeamId ? Answer.Error(404, "NotFound", "Team not found.") : tenant.BotInTeam ? null : Answer.NotInRoster;

    private static Conversation? Place(TeamsTenant tenant, ConnectorCall call, out Answer? refused)
    {
        var place = tenant.Find(call.Conversation!);
        refused = place is null ? Answer.NoSuchConversation : tenant.Barred(place);
        return refused is null ? place : null;
    }
}
