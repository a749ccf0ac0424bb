using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VstrsBot.Handoffs;

/// <summary>Whether a person can be asked, and what limits them: one row a person, so one tag guards "one open handoff at a time".</summary>
/// <param name="Who">The person.</param>
/// <param name="Holds">The open handoff they accepted.</param>
/// <param name="AskedFor">The handoff whose ping they have not answered.</param>
/// <param name="OnDutyUntil">They put themselves on duty until then.</param>
/// <param name="OffDutyAt">They last took themselves off duty then, in a turn of the rota: it holds until the next turn begins.</param>
/// <param name="FreeSince">When they last gave up or ended a handoff.</param>
/// <param name="NotConfirmed">When a handoff of this adviser last ended as not confirmed.</param>
/// <param name="Missed">Mismatches of this specialist on the day of the last one.</param>
/// <param name="MissedOn">That day, UTC.</param>
/// <param name="AskedAt">When the ping came; null again once the ladder has moved on past it.</param>
/// <param name="Unanswered">Pings in a row that the ladder moved on past, nothing being heard of the person.</param>
internal sealed record Availability(
    PersonId Who, HandoffId? Holds = null, HandoffId? AskedFor = null, DateTimeOffset? OnDutyUntil = null, DateTimeOffset? FreeSince = null,
    DateTimeOffset? NotConfirmed = null, DateTimeOffset? OffDutyAt = null, int Missed = 0, DateOnly? MissedOn = null,
    DateTimeOffset? AskedAt = null, int Unanswered = 0)
{
    /// <summary>So many unanswered pings put a person off duty.</summary>
    public const int MostUnanswered = 2;

    private const int MostCalls = 10;

    /// <summary>What a later release put into the row. It stays there: this row is written by every release that serves the desk.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; init; }

    /// <summary>Handoffs of theirs whose SEES ID was confirmed, newest first: for a day after the end of a call whoever writes is reminded.</summary>
    public ImmutableList<HandoffId> Calls { get; init; } = [];

    public bool FreeFor(HandoffId? handoff) => Holds is null && (AskedFor is null || AskedFor == handoff);

    /// <param name="onRotaSince">When the turn of duty began that the rota has them on, or null.</param>
    public bool IsOnDuty(DateTimeOffset? onRotaSince, DateTimeOffset now) => OnDutyUntil > now || (onRotaSince is { } began && !(OffDutyAt >= began));

    public int MissedBy(DateTimeOffset now) => MissedOn == DayOf(now) ? Missed : 0;

    /// <summary>Everybody whose row these events change.</summary>
    public static IEnumerable<PersonId> Touched(Handoff before, IEnumerable<HandoffEvent> events) =>
        events.SelectMany(e => TouchedBy(before, e)).Distinct();

    /// <summary>The row after an event.</summary>
    public Availability After(HandoffEvent happened, HandoffId id) => happened switch
    {
        SpecialistsAsked e when e.Asked.Any(p => p.Id == Who) => this with { AskedFor = id, AskedAt = e.At },
        SpecialistsAsked or LadderExhausted when AskedFor == id && AskedAt < happened.At => this with { AskedAt = null, Unanswered = Unanswered + 1 },
        PutOffDuty e when e.Who.Any(p => p.Id == Who) => this with { OnDutyUntil = null, OffDutyAt = e.At, Unanswered = 0 },
        SpecialistClaimed e when e.By.Id == Who => this with { Holds = id, AskedFor = Unasked(id), Unanswered = 0 },
        HandoffPassedOn e when e.Specialist.Id == Who => this with { Holds = null, AskedFor = Unasked(id), FreeSince = e.At },
        // Such an end touches whoever holds it and the adviser.
        HandoffEnded { Reason: EndReason.NotConfirmed } e when Holds != id => this with { NotConfirmed = e.At },
        HandoffEnded e => this with
        {
            Holds = Holds == id ? null : Holds,
            AskedFor = Unasked(id),
            FreeSince = Holds == id ? e.At : FreeSince,
        },
        SeesIdConfirmed => this with { Calls = [id, .. Calls.Where(call => call != id).Take(MostCalls - 1)] },
        AfterEndReminded => this with { Calls = Calls.Remove(id) },
        SeesIdMismatched e => e.By.Id == Who ? this with { Missed = MissedBy(e.At) + 1, MissedOn = DayOf(e.At) } : this,
        AskDeclined e => e.By.Id == Who ? this with { AskedFor = Unasked(id), Unanswered = 0 } : this,
        SpecialistClaimed or LadderStartedAgain or HandoffMoved => this with { AskedFor = Unasked(id) },
        _ => this,
    };

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    private HandoffId? Unasked(HandoffId id) => AskedFor == id ? null : AskedFor;

    private static IEnumerable<PersonId> TouchedBy(Handoff before, HandoffEvent happened) => happened switch
    {
        SpecialistsAsked e => [.. e.Asked.Select(p => p.Id), .. StillAsked(before)],
        PutOffDuty e => e.Who.Select(p => p.Id),
        AskDeclined e => [e.By.Id],
        SeesIdMismatched e => [e.By.Id],
        SpecialistClaimed e => [e.By.Id, .. StillAsked(before)],
        HandoffPassedOn e => [e.Specialist.Id],
        SeesIdConfirmed when before is HeldHandoff h => [h.Specialist.Id, h.Posting.Adviser.Id],
        AfterEndReminded e => [e.By.Id],
        LadderExhausted or LadderStartedAgain or HandoffMoved => StillAsked(before),
        HandoffEnded { Reason: EndReason.NotConfirmed } when before is HeldHandoff h => [h.Specialist.Id, h.Posting.Adviser.Id],
        HandoffEnded => before is HeldHandoff h ? [h.Specialist.Id] : StillAsked(before),
        _ => [],
    };

    private static IEnumerable<PersonId> StillAsked(Handoff before) =>
        before is OpenHandoff open ? open.Asks.Where(a => a.Answer == AskAnswer.None).Select(a => a.Who.Id) : [];
}
