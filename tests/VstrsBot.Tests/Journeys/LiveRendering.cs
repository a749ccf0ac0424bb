using System.Globalization;
using System.Text.Json.Nodes;
using TeamsStandIn.Faults;
using TeamsStandIn.Transcripts;

namespace VstrsBot.Tests.Journeys;

/// <summary>A card that says authority is live, on its way out: as a message for everyone there, or as the answer to one person.</summary>
/// <param name="At">When it was sent.</param>
/// <param name="Until">Until when it says to believe it.</param>
internal sealed record LiveRendering(TranscriptEntry Entry, DateTimeOffset At, string Number, string Surface, DateTimeOffset Until, JsonObject Card)
{
    /// <summary>Until when its words say to believe it: what a person reads.</summary>
    public IReadOnlyList<DateTimeOffset> Printed => PrintedTimes.EndsIn(Card["body"]!.ToJsonString(), Until);

    /// <summary>Every one of them, in the order they were sent.</summary>
    public static IReadOnlyList<LiveRendering> In(Transcript transcript) => [.. transcript.Entries.SelectMany(Of)];

    /// <summary>Those that were updates of one card, in order.</summary>
    public static IReadOnlyList<LiveRendering> Updates(Transcript transcript, string number, string surface) =>
        [.. In(transcript).Where(live => live.Entry is BotRequest && live.Number == number && live.Surface == surface)];

    private static IEnumerable<LiveRendering> Of(TranscriptEntry entry)
    {
        var (card, at) = entry switch
        {
            BotRequest { Op: not Op.Members } r => (r.Card, r.At),
            Delivery d => ((d.Answer as JsonObject)?["value"] as JsonObject, d.AnsweredAt ?? d.At),
            _ => (null, entry.At),
        };
        if (card?["body"] is not JsonArray body || !body.OfType<JsonObject>().Any(box => (string?)box["id"] == "authority-live"))
            yield break;

        var data = card["refresh"]!["action"]!["data"]!;
        var until = DateTimeOffset.ParseExact((string)data["until"]!, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        yield return new LiveRendering(entry, at, (string)data["handoff"]!, (string)data["surface"]!, until, card);
    }
}
