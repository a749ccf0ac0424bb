using VstrsBot.Keys;

namespace VstrsBot.Handoffs;

/// <summary>Someone on the register, with the roles they hold today.</summary>
internal sealed record Actor(Person Person, Roles Roles)
{
    public PersonId Id => Person.Id;

    /// <summary>Which delivery of Teams they act by; null where none is known. Delivered again it does nothing again.</summary>
    public string? Delivery { get; init; }

    public bool Is(Roles role) => (Roles & role) != Roles.None;
}

/// <summary>What is asked of a handoff.</summary>
/// <param name="By">Who the validated activity says it was.</param>
internal abstract record HandoffCommand(Actor By);

/// <summary>Part 1 of the form: posts the handoff and starts the ladder.</summary>
/// <param name="Follows">The adviser's own ended handoff that this one follows afresh. It hands on no authority.</param>
internal sealed record Post(Actor By, HandoffId Id, string Organisation, string Area, string DebtStage, string WhyNotVstrs, HandoffId? Follows = null)
    : HandoffCommand(By);

/// <summary>Part 2 of the form is in. Only what the record may hold is named here; the details themselves are working data.</summary>
internal sealed record SendDetails(Actor By, string Matter, string CallBack, DateTimeOffset? CallBackBy) : HandoffCommand(By);

/// <summary>"I'll take it".</summary>
/// <param name="By">Any specialist, asked or not.</param>
/// <param name="Holds">The open handoff they hold already, if any.</param>
internal sealed record Claim(Actor By, HandoffId? Holds) : HandoffCommand(By);

internal sealed record Decline(Actor By) : HandoffCommand(By);

internal sealed record GiveReason(Actor By, string Why) : HandoffCommand(By);

/// <summary>Means one claim of the handoff: pressed on the card of an earlier one it does nothing to the present one.</summary>
/// <param name="By">Who pressed.</param>
/// <param name="Claim">The claim whose card was pressed, from 1; null when typed.</param>
internal abstract record ClaimCommand(Actor By, int? Claim) : HandoffCommand(By);

internal sealed record GiveBack(Actor By, int? Claim = null) : ClaimCommand(By, Claim);

internal sealed record AskSomeoneElse(Actor By, int? Claim = null) : ClaimCommand(By, Claim);

/// <summary>The SEES ID as heard on the phone, digested: the code itself goes no further than the handler.</summary>
/// <param name="By">The specialist who holds it.</param>
/// <param name="Typed">Digest of what was typed.</param>
/// <param name="OnFile">Digest the register holds for the submitting adviser, or null.</param>
/// <param name="Attempt">Digest of what was typed, for this handoff only: the same value again is the same attempt.</param>
/// <param name="Claim">The claim whose card was pressed.</param>
internal sealed record CheckSeesId(Actor By, CodeDigest Typed, CodeDigest? OnFile, string Attempt, int? Claim = null) : ClaimCommand(By, Claim)
{
    public bool Matches => OnFile is { } onFile && onFile.Matches(Typed);

    /// <summary>Another handoff of this adviser ended as not confirmed on the same UK day.</summary>
    public bool FailedBefore { get; init; }

    /// <summary>How often the specialist has missed today, over all handoffs.</summary>
    public int MissedToday { get; init; }
}

internal sealed record NotSatisfied(Actor By, int? Claim = null) : ClaimCommand(By, Claim)
{
    /// <inheritdoc cref="CheckSeesId.FailedBefore"/>
    public bool FailedBefore { get; init; }
}

internal sealed record TakeCall(Actor By, bool BothOnRegister, int? Claim = null) : ClaimCommand(By, Claim);

/// <summary>The service renews a lease for nobody in particular.</summary>
internal sealed record Renew(bool BothOnRegister) : HandoffCommand(TheService)
{
    public static readonly Actor TheService = new(new Person(default, "The service"), Roles.None);
}

/// <summary>Only lets time speak.</summary>
/// <param name="AtStart">Only of what is over, for which a start is kept waiting: the steps of a ladder are taken when their timers are looked at.</param>
internal sealed record Wake(bool AtStart = false) : HandoffCommand(Renew.TheService)
{
    public bool Concerns(HandoffEvent due) => !AtStart || due is not (SpecialistsAsked or LadderExhausted or PutOffDuty);
}

/// <summary>The desk is restored from a back-up: what was open in it is over, whatever became of it since.</summary>
internal sealed record EndAtRestore() : HandoffCommand(Renew.TheService);

internal sealed record SayStillOnCall(Actor By) : HandoffCommand(By);

internal sealed record LeaveCall(Actor By) : HandoffCommand(By);

internal sealed record EndCall(Actor By) : HandoffCommand(By);

/// <summary>A lead ends any open handoff, with a reason.</summary>
internal sealed record EndAsLead(Actor By, string Why) : HandoffCommand(By);

internal sealed record Withdraw(Actor By, bool PostedInError) : HandoffCommand(By);

internal sealed record AskAgain(Actor By) : HandoffCommand(By);

internal sealed record ArrangeCallBack(Actor By, string Kind, DateTimeOffset? Due) : HandoffCommand(By);

/// <summary>A lead moves a waiting handoff to another area, with a reason.</summary>
internal sealed record Move(Actor By, string Area, string Why) : HandoffCommand(By);

internal sealed record SendWrapUp(Actor By, string Outcome, bool NoteInIdms) : HandoffCommand(By);

/// <summary>A reading by the verified specialist; each is recorded.</summary>
internal sealed record ReadIn(Actor By, Reading What) : HandoffCommand(By);

/// <summary>Something was typed: the present card comes once more, below what was typed.</summary>
/// <param name="By">Whose card it is.</param>
/// <param name="Of">The card meant.</param>
internal sealed record BringCard(Actor By, Surface Of) : HandoffCommand(By);

/// <summary>Somebody wrote: if this handoff of theirs ended within the day, they are reminded, once.</summary>
internal sealed record RemindAfterEnd(Actor By) : HandoffCommand(By);

internal enum Reading
{
    Details,
    Authority,
    Note,
}
