using System.Text.RegularExpressions;
using TeamsStandIn.Tenant;
using TeamsStandIn.Transcripts;
using VstrsBot.Handoffs;
using VstrsBot.Outbox;
using VstrsBot.Record;
using VstrsBot.Storage;
using VstrsBot.Tests.Journeys;
using Xunit;

namespace VstrsBot.Tests.Crashes;

/// <summary>What stands where at one moment: the state, its record, the cards as Teams has them, and what nobody can know.</summary>
/// <param name="Number">The handoff; null while there is none.</param>
/// <param name="Record">Its lines.</param>
/// <param name="Cards">What each known card says, by surface, without times.</param>
/// <param name="Unknown">Cards that Teams took and whose place was not stored yet, by message: each may come once more, and is never updated.</param>
/// <param name="Saying">Words that were on their way: each may come once more.</param>
internal sealed partial record CrashView(
    string? Number, Handoff State, IReadOnlyList<RecordLine> Record, IReadOnlyDictionary<string, string> Cards, IReadOnlyDictionary<string, string> Unknown, int Saying)
{
    /// <summary>Reads it, and checks that the record verifies and that the state is what the record says.</summary>
    public static Task<CrashView> OfAsync(CrashDesk desk) => desk.InStoreAsync(async store =>
    {
        var (seal, said, ct) = (new RecordSeal(desk.Keys.Record), new StringWriter(), CancellationToken.None);
        Assert.True(await new AuditVerify(seal).RunAsync(store, said, ct) == AuditExit.Good, said.ToString());

        if (await store.ListAllAsync(RowKeys.AllHandoffs, ct) is not [var row])
            return new CrashView(null, NotPosted.Yet, [], new Dictionary<string, string>(), new Dictionary<string, string>(), 0);
        var id = RowKeys.HandoffOf(row.Key);
        var state = HandoffJson.Read<Snapshot>(row).State;
        var lines = (await new StoredRecord(store).ReadAsync(id.Value, ct))!.Lines.Select(line => RecordLineJson.Read(line.Value)!).ToList();
        Assert.Equal(Aftermath.Plain(state), Aftermath.Plain(lines.Select(RecordedEvent.Of).OfType<HandoffEvent>().Aggregate((Handoff)NotPosted.Yet, Evolution.Evolve)));

        var places = (await store.ListAllAsync(RowKeys.CardsOf(id), ct)).ToDictionary(card => card.Key.Split('|')[2], HandoffJson.Read<CardAddress>);
        var owed = await store.ListAllAsync(RowKeys.AllOwed, ct);
        return new CrashView(
            id.Value,
            state,
            lines,
            places.ToDictionary(place => place.Key, place => WithoutTimes(desk.Teams.Tenant.Message(place.Value.ActivityId)!, id)),
            PostedIn(desk).Where(card => !places.Values.Any(place => place.ActivityId == card.Message.Id)).ToDictionary(card => card.Message.Id, card => card.Surface),
            owed.Count(one => HandoffJson.Read<Owed>(one).Effect.Show is null && OwedClaim.Read(one.Claim).Until is not null));
    });

    /// <summary>Every card of a handoff that the bot ever posted, with the surface and the place it was posted for.</summary>
    public static IEnumerable<(TeamsMessage Message, string Surface)> PostedIn(CrashDesk desk) => desk.Teams.Tenant.Messages
        .Where(message => message.Author is null)
        .Select(message => (Message: message, Points: StoredCards.PointerOf(TeamsMessage.CardOf(message.History[0].Activity))))
        .Where(card => card.Points is { Number: not null, Surface: not null })
        .Select(card => (card.Message, $"{card.Points.Surface} in {card.Message.ConversationId.Split(';')[0]}"));

    private static string WithoutTimes(TeamsMessage message, HandoffId id) =>
        Times().Replace(CardText.Render(message.BaseCard!), "then").Replace(id.Value, "K7F3", StringComparison.Ordinal);

    [GeneratedRegex(@"\d{1,2}(:\d{2}){0,2}(am|pm)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Times();
}
