namespace VstrsBot.Tests.Histories;

/// <summary>Where a handoff stands; several where an answer leaves it open.</summary>
[Flags]
internal enum Stage
{
    None = 0,
    Unposted = 1,
    Waiting = 2,
    Claimed = 4,
    Confirmed = 8,
    Live = 16,
    Ended = 32,
    Held = Claimed | Confirmed | Live,
    Open = Waiting | Held,
    Posted = Open | Ended,
    Any = Unposted | Posted,
}

/// <summary>What a person can do to a handoff, pressed or typed.</summary>
internal enum Verb
{
    Post,
    Details,
    Accept,
    GiveBack,
    SomeoneElse,
    Sees,
    NotSatisfied,
    Take,
    Check,
    Left,
    End,
    LeadEnd,
    Withdraw,

    /// <summary>Looks at the own card.</summary>
    Look,

    /// <summary>Looks at the channel's card.</summary>
    Glance,
}

/// <summary>What one person asked of one handoff.</summary>
/// <param name="Typed">One letter for each code: the right one is <see cref="RightCode"/>.</param>
internal sealed record Act(string By, Verb Verb, string Handoff, string Typed = "")
{
    public const string RightCode = "R";

    /// <summary>One answer of a delivery that came more than once: the act itself stands beside it in the history, once.</summary>
    public bool IsAnswerAlone { get; init; }

    public bool IsReading => IsAnswerAlone || Verb is Verb.Check or Verb.Look or Verb.Glance;

    public override string ToString() => $"{By,-14} {Handoff} {Verb}{(Typed is "" ? "" : $" {Typed}")}{(IsAnswerAlone ? " (delivered again)" : "")}";
}

/// <summary>What an answer says of how things are once the act is done; null where it says nothing of it.</summary>
/// <param name="Stage">Where the handoff may stand.</param>
/// <param name="Holder">Who accepted it; of an ended one, who had.</param>
internal sealed record Said(Stage Stage = Stage.Any, string? Holder = null)
{
    /// <summary>It is not the reader's who has accepted it.</summary>
    public bool NotYours { get; init; }

    public bool? Details { get; init; }

    /// <summary>How many wrong codes were counted.</summary>
    public int? Missed { get; init; }

    /// <summary>The number that the reader is said to hold instead, or to have posted.</summary>
    public string? Number { get; init; }

    public override string ToString() => string.Join(", ", new[]
    {
        Stage == Stage.Any ? "" : Stage.ToString().Replace(", ", " or "),
        Holder is null ? "" : $"held by {Holder}",
        NotYours ? "not yours" : "",
        Details is { } sent ? sent ? "details sent" : "details not sent" : "",
        Missed is { } missed ? $"{missed} missed" : "",
        Number is null ? "" : $"number {Number}",
    }.Where(part => part is not "").DefaultIfEmpty("done"));
}
