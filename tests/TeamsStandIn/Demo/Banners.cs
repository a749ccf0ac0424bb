using System.Text.Json.Nodes;
using TeamsStandIn.Clients;

namespace TeamsStandIn.Demo;

/// <summary>Where authority is shown as live: in the stored card of a message, or in what somebody sees of it.</summary>
internal static class Banners
{
    private const string Mark = "\"authority-live\"";

    /// <summary>One line for each place that shows a banner.</summary>
    public static IReadOnlyList<string> Of(StandIn teams) =>
    [
        .. teams.Tenant.Messages.Where(m => m.DeletedAt is null && IsLive(m.BaseCard)).Select(m => $"stored in {m.ConversationId}"),
        .. teams.Tenant.People.Select(p => teams.As(p.Name)).SelectMany(client =>
            client.Chat.Concat(client.Channel).Where(m => IsLive(m.Card)).Select(m => $"seen by {client.Person.Name} in {Place(client, m)}")),
    ];

    /// <summary>Messages whose stored card shows a banner, each with the end of its lease.</summary>
    public static IReadOnlyDictionary<string, string> Leases(StandIn teams) => teams.Tenant.Messages
        .Where(m => m.DeletedAt is null && IsLive(m.BaseCard))
        .ToDictionary(m => m.Id, m => (string?)m.BaseCard!["refresh"]?["action"]?["data"]?["until"] ?? "");

    private static bool IsLive(JsonObject? card) => card?.ToJsonString().Contains(Mark, StringComparison.Ordinal) == true;

    private static string Place(PersonClient client, SeenMessage message) =>
        client.Chat.Any(m => m.Id == message.Id) ? "their own chat" : "the channel";
}
