using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace VstrsBot.Handoffs;

/// <summary>What happened. Each is a line of the record under its JSON name.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(HandoffPosted), "HandoffPosted")]
[JsonDerivedType(typeof(SpecialistsAsked), "SpecialistsAsked")]
[JsonDerivedType(typeof(AskDeclined), "AskDeclined")]
[JsonDerivedType(typeof(DeclineExplained), "DeclineExplained")]
[JsonDerivedType(typeof(LadderExhausted), "LadderExhausted")]
[JsonDerivedType(typeof(PutOffDuty), "PutOffDuty")]
[JsonDerivedType(typeof(LadderStartedAgain), "LadderStartedAgain")]
[JsonDerivedType(typeof(DetailsSent), "DetailsSent")]
[JsonDerivedType(typeof(SpecialistClaimed), "SpecialistClaimed")]
[JsonDerivedType(typeof(ClaimReminded), "ClaimReminded")]
[JsonDerivedType(typeof(SeesIdMismatched), "SeesIdMismatched")]
[JsonDerivedType(typeof(SeesIdConfirmed), "SeesIdConfirmed")]
[JsonDerivedType(typeof(HandoffPassedOn), "HandoffPassedOn")]
[JsonDerivedType(typeof(ConfirmationWarned), "ConfirmationWarned")]
[JsonDerivedType(typeof(ConfirmationLapsed), "ConfirmationLapsed")]
[JsonDerivedType(typeof(CallTaken), "CallTaken")]
[JsonDerivedType(typeof(LeaseRenewed), "LeaseRenewed")]
[JsonDerivedType(typeof(StillOnCallAsked), "StillOnCallAsked")]
[JsonDerivedType(typeof(StillOnCallReminded), "StillOnCallReminded")]
[JsonDerivedType(typeof(StillOnCallSaid), "StillOnCallSaid")]
[JsonDerivedType(typeof(AdviserLeft), "AdviserLeft")]
[JsonDerivedType(typeof(LeadCameIn), "LeadCameIn")]
[JsonDerivedType(typeof(HandoffMoved), "HandoffMoved")]
[JsonDerivedType(typeof(HandoffEnded), "HandoffEnded")]
[JsonDerivedType(typeof(WrapUpSent), "WrapUpSent")]
[JsonDerivedType(typeof(WorkingDataErased), "WorkingDataErased")]
[JsonDerivedType(typeof(WasRead), "WasRead")]
[JsonDerivedType(typeof(CardBrought), "CardBrought")]
[JsonDerivedType(typeof(AfterEndReminded), "AfterEndReminded")]
internal abstract record HandoffEvent(DateTimeOffset At);

/// <param name="CallerVerified">Part 1 cannot be sent without it.</param>
internal sealed record HandoffPosted(Person By, HandoffId Id, string Organisation, string Area, string DebtStage, string WhyNotVstrs, DateTimeOffset At,
    bool CallerVerified = true, string AuthorityReliedOn = "DMBM512015, via VSTRS", HandoffId? Follows = null) : HandoffEvent(At);

internal sealed record SpecialistsAsked(int Rung, ImmutableArray<Person> Asked, ImmutableArray<Person> LeadsTold, DateTimeOffset At) : HandoffEvent(At);

internal sealed record AskDeclined(Person By, DateTimeOffset At) : HandoffEvent(At);

internal sealed record DeclineExplained(Person By, string Why, DateTimeOffset At) : HandoffEvent(At);

internal sealed record LadderExhausted(ImmutableArray<Person> LeadsTold, DateTimeOffset At) : HandoffEvent(At);

/// <summary>The ladder moved on past a second ping in a row that these people did not answer.</summary>
internal sealed record PutOffDuty(ImmutableArray<Person> Who, DateTimeOffset At) : HandoffEvent(At);

internal sealed record LadderStartedAgain(Person By, DateTimeOffset At) : HandoffEvent(At);

internal sealed record DetailsSent(Person By, string Matter, string CallBack, DateTimeOffset? CallBackBy, DateTimeOffset At) : HandoffEvent(At);

internal sealed record SpecialistClaimed(Person By, DateTimeOffset At) : HandoffEvent(At);

internal sealed record ClaimReminded(DateTimeOffset At) : HandoffEvent(At);

internal sealed record SeesIdMismatched(Person By, [property: JsonIgnore] string Attempt, int TriesLeft, DateTimeOffset At) : HandoffEvent(At);

internal sealed record SeesIdConfirmed(Person By, DateTimeOffset At) : HandoffEvent(At);

internal sealed record HandoffPassedOn(Person Specialist, Person? By, PassedOnBecause Because, DateTimeOffset At) : HandoffEvent(At);

internal sealed record ConfirmationWarned(DateTimeOffset At) : HandoffEvent(At);

internal sealed record ConfirmationLapsed(DateTimeOffset At) : HandoffEvent(At);

internal sealed record CallTaken(Person By, Lease Lease, DateTimeOffset At) : HandoffEvent(At);

internal sealed record LeaseRenewed(Lease Lease, DateTimeOffset At) : HandoffEvent(At);

internal sealed record StillOnCallAsked(DateTimeOffset AnswerBy, DateTimeOffset At) : HandoffEvent(At);

internal sealed record StillOnCallReminded(DateTimeOffset AnswerBy, DateTimeOffset At) : HandoffEvent(At);

internal sealed record StillOnCallSaid(Person By, Lease Lease, DateTimeOffset At) : HandoffEvent(At);

internal sealed record AdviserLeft(Person By, DateTimeOffset At) : HandoffEvent(At);

/// <summary>A lead who had not been told of the handoff wants to end it, and is sent the card that asks for the reason.</summary>
internal sealed record LeadCameIn(Person By, DateTimeOffset At) : HandoffEvent(At);

internal sealed record HandoffMoved(Person By, string Area, string Why, DateTimeOffset At) : HandoffEvent(At);

/// <param name="Reason">One of the fixed list.</param>
/// <param name="By">Who ended it; nobody where time did.</param>
/// <param name="Note">A lead's reason, or the kind of call back.</param>
/// <param name="Due">When a call back is due.</param>
/// <param name="LeadsTold">Leads who are told of it.</param>
/// <param name="At">When authority, if any, ended: for a lapse the time it lapsed, not the time it was seen.</param>
internal sealed record HandoffEnded(EndReason Reason, Person? By, string? Note, DateTimeOffset? Due, ImmutableArray<Person> LeadsTold, DateTimeOffset At)
    : HandoffEvent(At)
{
    /// <summary>Committed later than shown, because the store could not be written.</summary>
    public bool Late { get; init; }

    /// <summary>The second of this adviser in a day that was not confirmed: the code on file may be out of date.</summary>
    public bool CodeMayBeOld { get; init; }
}

internal sealed record WrapUpSent(Person By, string Outcome, bool NoteInIdms, DateTimeOffset At) : HandoffEvent(At);

internal sealed record WorkingDataErased(DateTimeOffset At) : HandoffEvent(At);

internal sealed record WasRead(Person By, Reading What, DateTimeOffset At) : HandoffEvent(At);

/// <param name="Of">The card that stands once more, in a message of its own.</param>
internal sealed record CardBrought(Person By, Surface Of, DateTimeOffset At) : HandoffEvent(At);

/// <summary>One of the two wrote after the end, and is reminded that authority ended with the call.</summary>
internal sealed record AfterEndReminded(Person By, DateTimeOffset At) : HandoffEvent(At);
