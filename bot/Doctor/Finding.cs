namespace VstrsBot.Doctor;

/// <summary>What a check found.</summary>
/// <param name="Says">In a sentence.</param>
/// <param name="Do">What to do about it; null when all is well.</param>
internal sealed record Finding(Verdict Verdict, string Says, string? Do)
{
    public static Finding Good(string says) => new(Verdict.Good, says, null);

    public static Finding Warn(string says, string toDo) => new(Verdict.Warn, says, toDo);

    public static Finding Bad(string says, string toDo) => new(Verdict.Bad, says, toDo);
}

/// <summary>How it stands.</summary>
internal enum Verdict
{
    Good,

    /// <summary>Works now; somebody should look at it.</summary>
    Warn,

    /// <summary>Does not work.</summary>
    Bad,
}

/// <summary>One thing that is looked at.</summary>
internal interface ICheck
{
    /// <summary>One word, for the line.</summary>
    string Name { get; }

    /// <summary>Looks, beside a process that serves, and changes nothing that anybody sees.</summary>
    IAsyncEnumerable<Finding> LookAsync(CancellationToken ct);
}
