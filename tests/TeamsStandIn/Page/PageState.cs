using TeamsStandIn.Clients;
using TeamsStandIn.Control;
using TeamsStandIn.Sandbox;
using TeamsStandIn.Tenant;

namespace TeamsStandIn.Page;

/// <summary>What the page draws.</summary>
/// <param name="Version">Another one means that something changed.</param>
/// <param name="Now">The clock of the pretend Teams.</param>
/// <param name="Desk">Null when nothing changed since the version asked for.</param>
internal sealed record PageState(string Version, DateTimeOffset Now, DeskView? Desk)
{
    public static PageState Since(StandIn teams, string? known)
    {
        var version = $"{teams.Tenant.Changes}.{teams.Faults.Changes}.{teams.Bot?.State}"; // before the look: what changes meanwhile shows at the next
        return new(version, teams.Time.GetUtcNow(), version == known ? null : DeskView.Of(teams));
    }
}

/// <param name="Bot">Null where the bot is no child of this program.</param>
internal sealed record DeskView(BotState? Bot, IReadOnlyList<PersonScreen> People, string ChannelId, IReadOnlyList<FaultView> Faults)
{
    public static DeskView Of(StandIn teams) => new(
        teams.Bot?.State, [.. teams.Tenant.People.Select(p => PersonScreen.Of(teams.As(p.Name)))], teams.Tenant.DmbChannelId, [.. teams.Faults.Standing.Select(FaultView.Of)]);
}

/// <summary>One person and all they see now.</summary>
internal sealed record PersonScreen(
    string Name, string? Role, string? SeesId, bool InTeam, IReadOnlyList<Alert> Alerts, IReadOnlyList<SeenMessage> Chat, IReadOnlyList<SeenMessage> Channel)
{
    public static PersonScreen Of(PersonClient client) => new(
        client.Person.Name, CastMember.Find(client.Person.Name)?.Role, CastMember.Find(client.Person.Name)?.SeesId, client.Person.InTeam, client.Alerts, client.Chat, client.Channel);
}
