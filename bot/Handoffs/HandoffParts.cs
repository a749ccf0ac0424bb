namespace VstrsBot.Handoffs;

/// <summary>What the adviser posted: nothing of it is about the customer.</summary>
/// <param name="Follows">The ended handoff that this one follows afresh, or null.</param>
internal sealed record Posting(
    HandoffId Id, Person Adviser, string Organisation, string Area, string DebtStage, string WhyNotVstrs, DateTimeOffset PostedAt, HandoffId? Follows = null);

/// <summary>One person asked, by number from 1: each ask has its own ping.</summary>
/// <param name="Why">Why they declined, once they said.</param>
/// <param name="PassedBy">The ladder moved on before they answered. They may answer still.</param>
internal sealed record Ask(int No, Person Who, DateTimeOffset AskedAt, AskAnswer Answer, DateTimeOffset? AnsweredAt, string? Why = null, bool PassedBy = false);

internal enum AskAnswer
{
    /// <summary>Not answered yet.</summary>
    None,
    Declined,
    Accepted,

    /// <summary>Nothing for them to do any more: someone else accepted, or it ended.</summary>
    Over,
}

/// <summary>Someone who had this handoff and has it no more.</summary>
internal sealed record PassedOn(Person Who, DateTimeOffset ClaimedAt, DateTimeOffset At, PassedOnBecause Because);

internal enum PassedOnBecause
{
    GivenBack,
    AskedSomeoneElse,
    NoAttempt,
}

/// <summary>A card that stands once more, by number from 1.</summary>
internal sealed record BroughtCard(int No, Person To, Surface Of);

/// <summary>Where the ladder stands.</summary>
/// <param name="Start">When this run of it began.</param>
/// <param name="Next">The rung to come.</param>
/// <param name="Exhausted">Nobody accepted.</param>
internal sealed record LadderRun(DateTimeOffset Start, int Next, bool Exhausted);

/// <summary>How long a live banner may be believed: both ends, so that a clock that jumped is seen.</summary>
internal sealed record Lease(DateTimeOffset Granted, DateTimeOffset Until);

/// <summary>How far the question "still on the call?" has come.</summary>
internal enum StillAsked
{
    No,
    Asked,
    Reminded,
}

/// <summary>Who held an ended handoff, and how far it came.</summary>
internal sealed record Held(Person Specialist, int ClaimNo, DateTimeOffset ClaimedAt, DateTimeOffset? ConfirmedAt, DateTimeOffset? TakenAt, int AskNo);

/// <summary>What the specialist told after the call.</summary>
internal sealed record WrapUp(string Outcome, bool NoteInIdms, DateTimeOffset At);

/// <summary>Why a handoff ended. One of a fixed list.</summary>
internal enum EndReason
{
    EndedByAdviser,
    EndedBySpecialist,
    EndedByLead,
    NoAnswer,
    Cap,
    LeaseLapsed,
    OffTheRegister,
    Withdrawn,
    CallBackArranged,
    NotConfirmed,
    NotTaken,
}
