using System.Text.Json.Nodes;
using TeamsStandIn.Tenant;

namespace TeamsStandIn.Clients;

/// <summary>The app comes and goes, people join and leave: the events Teams sends for it.</summary>
internal static class Installs
{
    /// <summary>The app is added for the person: <c>conversationUpdate</c>, then <c>installationUpdate</c>.</summary>
    public static async Task InstallForPersonAsync(this PersonClient client, CancellationToken ct = default)
    {
        client.Person.AppInstalled = true;
        await BotCameAsync(client.Teams, client.Person, client.Teams.Tenant.ChatWith(client.Person), eventType: null, ct);
    }

    public static async Task UninstallForPersonAsync(this PersonClient client, CancellationToken ct = default)
    {
        client.Person.AppInstalled = false;
        await InstallationAsync(client.Teams, client.Person, client.Teams.Tenant.ChatWith(client.Person), "remove", ct);
    }

    /// <summary>The person adds the app to the team. The conversation of the events is General.</summary>
    public static async Task InstallInTeamAsync(this PersonClient client, CancellationToken ct = default)
    {
        client.Teams.Tenant.BotInTeam = true;
        await BotCameAsync(client.Teams, client.Person, General(client.Teams), "teamMemberAdded", ct);
    }

    /// <summary>The person takes the app out of the team.</summary>
    public static async Task RemoveFromTeamAsync(this PersonClient client, CancellationToken ct = default)
    {
        client.Teams.Tenant.BotInTeam = false;
        await MembersAsync(client.Teams, client.Person, General(client.Teams), "membersRemoved", Bot(client.Teams), "teamMemberRemoved", ct);
        await InstallationAsync(client.Teams, client.Person, General(client.Teams), "remove", ct);
    }

    /// <summary>The person becomes a member of the team.</summary>
    public static async Task JoinTeamAsync(this PersonClient client, CancellationToken ct = default)
    {
        client.Person.InTeam = true;
        await MembersAsync(client.Teams, client.Person, General(client.Teams), "membersAdded", Bare(client.Person), "teamMemberAdded", ct);
    }

    public static async Task LeaveTeamAsync(this PersonClient client, CancellationToken ct = default)
    {
        client.Person.InTeam = false;
        await MembersAsync(client.Teams, client.Person, General(client.Teams), "membersRemoved", Bare(client.Person), "teamMemberRemoved", ct);
    }

    private static async Task BotCameAsync(StandIn teams, TeamsPerson by, Conversation place, string? eventType, CancellationToken ct)
    {
        await MembersAsync(teams, by, place, "membersAdded", Bot(teams), eventType, ct);
        await InstallationAsync(teams, by, place, "add", ct);
    }

    private static Task<BotAnswer> MembersAsync(StandIn teams, TeamsPerson by, Conversation place, string list, JsonObject member, string? eventType, CancellationToken ct)
    {
        var activity = teams.Shapes.Event(by, place, "conversationUpdate");
        activity[list] = new JsonArray(member);
        if (eventType is not null) activity["channelData"]!["eventType"] = eventType;
        return teams.DeliverAsync(activity, ct: ct);
    }

    private static Task<BotAnswer> InstallationAsync(StandIn teams, TeamsPerson by, Conversation place, string action, CancellationToken ct)
    {
        var activity = teams.Shapes.Event(by, place, "installationUpdate");
        activity["action"] = action;
        return teams.DeliverAsync(activity, ct: ct);
    }

    private static Conversation General(StandIn teams) => teams.Tenant.Find(teams.Tenant.TeamId)!;

    private static JsonObject Bot(StandIn teams) => new() { ["id"] = teams.Tenant.BotId };

    private static JsonObject Bare(TeamsPerson person) => new() { ["id"] = person.Mri, ["aadObjectId"] = person.ObjectId.ToString() };
}
