namespace VstrsBot.Handoffs;

/// <summary>Every time and limit of a handoff. All are settings; none is HMRC policy, and no text may present one as such.</summary>
internal sealed record HandoffRules
{
    /// <summary>How long a live banner may be believed without renewal. At least 1 minute in Production. Default 3 minutes.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How often a live banner is renewed while the service is well. Less than half the lease. Default 60 seconds.</summary>
    public TimeSpan RenewEvery { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>After this long without an attempt the specialist is reminded. Default 90 seconds.</summary>
    public TimeSpan ClaimReminder { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>After this long without an attempt the handoff goes to someone else. Default 3 minutes.</summary>
    public TimeSpan ClaimLasts { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>When an unused match is warned about, counted from the match. Default 4 minutes.</summary>
    public TimeSpan ConfirmationWarning { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>How long a match may stay unused. Default 5 minutes.</summary>
    public TimeSpan ConfirmationLasts { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>From going live, or the last yes, to the question "still on the call?". Default 15 minutes.</summary>
    public TimeSpan AskEvery { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long the question may stay unanswered. Default 2 minutes.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long before the answer is due it is asked once more. Default 1 minute.</summary>
    public TimeSpan RemindBefore { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest a handoff stays live, whatever is answered. Default 60 minutes.</summary>
    public TimeSpan Cap { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>Whatever is not live this long after posting ends as not taken. Default 30 minutes.</summary>
    public TimeSpan NotTakenAfter { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Different mismatches that end a handoff. Default 3.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>
    /// Mismatches of one specialist in a UTC day, over all handoffs. The one that reaches it ends its handoff and tells the leads; after it
    /// nothing is compared for them that day, whatever they type. From <see cref="Attempts"/> to 100. Default 12.
    /// </summary>
    public int MismatchesADay { get; init; } = 12;

    /// <summary>How long after the end working data may stand when the SEES ID was confirmed. At most 24 hours (1.00:00:00).</summary>
    public TimeSpan WorkingDataAfterEnd { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long after the end working data may stand where nobody confirmed. At most 1 hour.</summary>
    public TimeSpan WorkingDataUnconfirmed { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long after the end a message of one of the two draws the reminder that authority ended with the call. At most 24 hours (1.00:00:00).</summary>
    public TimeSpan RemindAfterEnd { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How far the clock that granted a lease may be ahead of the one that reads it. Fixed: 5 seconds.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    /// <summary>Whom to ask next, and when.</summary>
    public Ladder Ladder { get; init; } = Ladder.Default;
}
