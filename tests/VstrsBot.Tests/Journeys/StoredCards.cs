using System.Text.Json.Nodes;
using TeamsStandIn.Clients;
using TeamsStandIn.Tenant;
using TeamsStandIn.Transcripts;

namespace VstrsBot.Tests.Journeys;

/// <summary>Cards as Teams stores them, found by the handoff and the surface their buttons point to.</summary>
internal static class StoredCards
{
    /// <summary>The one message that shows this surface of this handoff.</summary>
    public static TeamsMessage CardOf(this Desk desk, string number, string surface, PersonClient? person = null) =>
        desk.CardsOf(number, surface).Single(m => person is null || desk.Teams.Tenant.Find(m.ConversationId)?.Person == person.Person);

    public static IReadOnlyList<TeamsMessage> CardsOf(this Desk desk, string number, string surface) =>
        [.. desk.Teams.Tenant.Messages.Where(m => m.Author is null && m.DeletedAt is null && m.History.Any(edit => PointerOf(TeamsMessage.CardOf(edit.Activity)) == (number, surface)))];

    /// <summary>What everyone there reads who has no view of their own.</summary>
    public static string Says(this TeamsMessage message) => CardText.Render(message.BaseCard!);

    /// <summary>As the person's client has it.</summary>
    public static SeenMessage Sees(this PersonClient person, TeamsMessage message) => person.Now(message.Id);

    /// <summary>The handoff and the surface that the buttons, or the refresh, of a card point to.</summary>
    public static (string? Number, string? Surface) PointerOf(JsonNode? node) => node switch
    {
        JsonObject data when data["surface"] is { } surface => ((string?)data["handoff"], (string?)surface),
        JsonObject one => one.Select(member => PointerOf(member.Value)).FirstOrDefault(found => found.Surface is not null),
        JsonArray many => many.Select(PointerOf).FirstOrDefault(found => found.Surface is not null),
        _ => (null, null),
    };
}
