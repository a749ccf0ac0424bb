namespace VstrsBot.Cards.Views;

/// <summary>The one reason a handoff ended.</summary>
public enum EndReason
{
    /// <summary>The adviser marked the call ended.</summary>
    Adviser,

    /// <summary>The specialist marked the call ended.</summary>
    Specialist,

    /// <summary>A lead ended it.</summary>
    Lead,

    /// <summary>Nobody answered "still on the call?".</summary>
    NoAnswer,

    /// <summary>The longest time allowed was reached.</summary>
    Cap,

    /// <summary>The lease was not renewed.</summary>
    LeaseLapsed,

    /// <summary>One of the two left the register.</summary>
    OffRegister,

    /// <summary>Withdrawn by the adviser.</summary>
    Withdrawn,

    /// <summary>A call back was arranged instead.</summary>
    CallBackArranged,

    /// <summary>The SEES ID was not confirmed, or the specialist was not satisfied.</summary>
    NotConfirmed,

    /// <summary>Not live in time.</summary>
    NotTaken,
}

/// <summary>How a handoff ended, in what a card needs to say it.</summary>
/// <param name="Reason">The one reason.</param>
/// <param name="At">When; for a lease that lapsed, when it lapsed.</param>
/// <param name="WasLive">Whether there was authority that ended.</param>
/// <param name="By">The name of the person who ended it, or null when nobody did.</param>
public sealed record Ending(EndReason Reason, UkTime At, bool WasLive, string? By = null)
{
    /// <summary>The reader ended it.</summary>
    public bool ByYou { get; init; }

    /// <summary>False while the end could not be committed yet.</summary>
    public bool Recorded { get; init; } = true;

    /// <summary>The state, in twelve words or fewer.</summary>
    internal string State(string number) => this switch
    {
        { Recorded: false } => "Treat the authority as ended. It is not recorded yet.",
        { Reason: EndReason.LeaseLapsed } => $"This service can no longer confirm authority for {number}, since {At.Time}.",
        { Reason: EndReason.NotConfirmed } => "Handoff ended. SEES ID not confirmed. Do not disclose.",
        { Reason: EndReason.Withdrawn } => $"Handoff withdrawn at {At.Time}. Do not disclose.",
        { WasLive: true } => $"Authority ended at {At.Time}. Do not disclose.",
        _ => $"Handoff ended at {At.Time}. Do not disclose.",
    };

    /// <summary>The state for people who were not on the call: not why a check failed.</summary>
    internal string StateForOthers(string number) => (Reason is EndReason.NotConfirmed ? this with { Reason = EndReason.NotTaken } : this).State(number);

    /// <summary>Whether the state itself says "Do not disclose.": said twice, it is read past.</summary>
    internal bool SaysDoNotDisclose => Recorded && Reason is not EndReason.LeaseLapsed;

    /// <summary>Which handoff it was, in one sentence.</summary>
    internal static string Line(string number, string area, string? acceptedBy) => $"{number}, {area}, {(acceptedBy is null ? "nobody accepted it" : $"accepted by {acceptedBy}")}.";

    /// <summary>Why, in one sentence.</summary>
    internal string Why => Reason switch
    {
        EndReason.Adviser or EndReason.Specialist => $"{Who} marked the call ended.",
        EndReason.Lead => $"{Who} ended it.",
        EndReason.NoAnswer => "Nobody said they were still on the call.",
        EndReason.Cap => "It reached the longest time this service allows. That limit cannot be extended.",
        EndReason.LeaseLapsed => "Do not rely on any card.",
        EndReason.OffRegister => "One of the two people is no longer on the register.",
        EndReason.Withdrawn => $"{Who} withdrew it.",
        EndReason.CallBackArranged => "A call back was arranged. A call back is new contact. This handoff does not cover it.",
        EndReason.NotConfirmed => $"It ended at {At.Time}.",
        _ => "The call was not taken in time.",
    };

    private string Who => ByYou ? "You" : By ?? (Reason is EndReason.Lead ? "A lead" : Reason is EndReason.Specialist ? "The specialist" : "The adviser");
}
