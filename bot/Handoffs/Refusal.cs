namespace VstrsBot.Handoffs;

/// <summary>What the decider answers.</summary>
internal abstract record Decision
{
    internal sealed record Happened(IReadOnlyList<HandoffEvent> Events) : Decision;

    /// <summary>What was asked is so already: the present card, not an error.</summary>
    internal sealed record AlreadySo : Decision;

    internal sealed record Refused(Refusal Why) : Decision;

    public static readonly Decision Already = new AlreadySo();

    public static implicit operator Decision(HandoffEvent happened) => new Happened([happened]);

    public static implicit operator Decision(HandoffEvent[] happened) => new Happened(happened);

    public static implicit operator Decision(Refusal why) => new Refused(why);
}

/// <summary>Why not. A refusal is a value, and changes nothing.</summary>
internal abstract record Refusal
{
    /// <summary>The role for this is not theirs.</summary>
    internal sealed record NotForYou(Roles Needed) : Refusal;

    internal sealed record OwnHandoff : Refusal;

    internal sealed record AcceptedBy(Person Who, DateTimeOffset Since) : Refusal;

    internal sealed record HoldsAnother(HandoffId Which) : Refusal;

    /// <summary>Only the specialist who accepted it.</summary>
    internal sealed record NotTheClaimant : Refusal;

    /// <summary>Pressed on the card of an earlier claim.</summary>
    internal sealed record EarlierClaim : Refusal;

    /// <summary>Only the adviser who posted it.</summary>
    internal sealed record NotYourHandoff : Refusal;

    internal sealed record DetailsMissing(Person Adviser) : Refusal;

    internal sealed record OffTheRegister : Refusal;

    /// <summary>The register holds no SEES ID for the adviser.</summary>
    internal sealed record NoSeesIdOnFile : Refusal;

    /// <summary>The specialist has missed too often today: nothing was compared.</summary>
    internal sealed record MissedTooOften : Refusal;

    internal sealed record NotInThisState : Refusal;

    internal sealed record AlreadyEnded(EndReason Reason, DateTimeOffset At) : Refusal;

    internal sealed record AdviserHasLeft : Refusal;

    internal sealed record NoCallBackKind : Refusal;

    /// <summary>A lead ends a handoff with a reason.</summary>
    internal sealed record ReasonNeeded : Refusal;
}
