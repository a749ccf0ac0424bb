namespace VstrsBot.Handoffs;

/// <summary>What is owed outside: an outcome, not a payload. It is drawn from stored state when it is sent.</summary>
internal abstract record Effect
{
    /// <summary>Names the effect among those of its handoff: owed twice, it is owed once.</summary>
    public abstract string Key { get; }

    /// <summary>The lower is sent first.</summary>
    public abstract Urgency Urgency { get; }
}

/// <summary>The order in which owed effects leave.</summary>
internal enum Urgency
{
    /// <summary>Takes a banner away.</summary>
    End,

    /// <summary>Somebody on hold is waiting for it.</summary>
    Ping,
    Card,
    Message,

    /// <summary>A renewal yields to everything else.</summary>
    Renewal,
}

/// <summary>Teams shows this card as the state is stored.</summary>
internal sealed record ShowCard(Surface Surface, Urgency Urgent = Urgency.Card) : Effect
{
    public override string Key => Surface.ToString();

    public override Urgency Urgency => Urgent;
}

/// <summary>A new one-line message: a past-tense fact that never becomes false.</summary>
/// <param name="Line">Which fact.</param>
/// <param name="To">Whom to tell; null for the handoff's thread in the channel.</param>
/// <param name="At">When it became true.</param>
internal sealed record Say(Line Line, Person? To, DateTimeOffset At) : Effect
{
    public override string Key => $"Say-{Line}-{To?.Id.ToString() ?? "thread"}-{At.UtcTicks}";

    public override Urgency Urgency => Urgency.Message;
}

/// <summary>The facts that are told in a new message.</summary>
internal enum Line
{
    Accepted,
    NobodyAccepted,
    Waiting,
    WentToSomeoneElse,
    GivenToSomeoneElse,
    SeesIdConfirmed,
    SeesIdConfirmedDetailsMissing,
    ConfirmationRunsOut,
    ConfirmationLapsed,
    NotConfirmed,
    CallTaken,
    StillOnCallReminder,
    Withdrawn,
    NotTaken,
    AuthorityEnded,
    AuthorityLapsed,
    CallBackArranged,
    EndedByLead,
    PutOffDuty,

    /// <summary>It is not in the channel in time.</summary>
    NotPosted,

    /// <summary>Teams refused the app in the channel.</summary>
    ChannelRefused,

    /// <summary>Teams refused the app in the adviser's chat.</summary>
    AdviserRefused,

    /// <summary>Teams refused the app in the chat of whoever was asked or accepted, or of a lead.</summary>
    SpecialistRefused,
}
