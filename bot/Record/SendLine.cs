using System.Globalization;

namespace VstrsBot.Record;

/// <summary>What came of a send.</summary>
internal enum SendOutcome
{
    /// <summary>Teams took it.</summary>
    Sent,

    /// <summary>Teams said no.</summary>
    Refused,

    /// <summary>Teams may have taken it.</summary>
    Unknown,

    /// <summary>It never left.</summary>
    NotAsked,
}

/// <summary>
/// A send to Teams and its result, as a line of the record: what was sent, and of which state; never its content. The bot itself is who acts.
/// </summary>
/// <param name="What">The surface, the line said, or the kind of answer.</param>
/// <param name="To">Whose chat, as objectId@tenant; null in the channel.</param>
/// <param name="How">Post, PostAfresh, Update or Message.</param>
internal sealed record SendLine(string What, string? To, string How)
{
    /// <summary>The kind of these lines.</summary>
    public const string Kind = "TeamsSend";

    /// <summary>The version of the state that was shown; null where there is none.</summary>
    public long? Version { get; init; }

    /// <summary>Until when a banner could be believed; null where it showed no authority.</summary>
    public DateTimeOffset? Until { get; init; }

    public SendOutcome Outcome { get; init; } = SendOutcome.Sent;

    /// <summary>What Teams answered where it did not take it: HTTP status and error code.</summary>
    public (int Status, string Code)? Answer { get; init; }

    /// <summary>How many sends with the same result the line stands for.</summary>
    public int Times { get; init; } = 1;

    public SendLine Failed(int status, string code, SendOutcome outcome) => this with { Outcome = outcome, Answer = (status, code) };

    public RecordEntry At(DateTimeOffset now)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["what"] = What, ["how"] = How, ["outcome"] = Outcome.ToString() };
        Add("to", To);
        Add("version", Version?.ToString(CultureInfo.InvariantCulture));
        Add("until", Until?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        Add("status", Answer?.Status.ToString(CultureInfo.InvariantCulture));
        Add("code", Answer?.Code);
        Add("times", Times == 1 ? null : Times.ToString(CultureInfo.InvariantCulture));
        return new RecordEntry(now, Kind, Facts: facts);

        void Add(string name, string? value)
        {
            if (value is not null)
                facts[name] = value;
        }
    }
}
