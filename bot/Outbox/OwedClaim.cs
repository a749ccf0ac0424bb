using System.Text.Json.Serialization;
using System.Text.Json;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Storage;

namespace VstrsBot.Outbox;

/// <summary>What the pump writes on an owed row: a standing claim, or when it may be tried next.</summary>
/// <param name="Until">A send is under way and is over by then.</param>
/// <param name="NotBefore">The next try.</param>
/// <param name="Tries">Failures so far.</param>
/// <param name="Banner">The send under way shows authority: if its outcome stays unknown it may still arrive late.</param>
/// <param name="Version">What was tried. What is owed by a later version is not put off by an earlier failure.</param>
/// <param name="TeamsAsked">Teams itself said when to come back: that holds for later versions too.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record OwedClaim(DateTimeOffset? Until, DateTimeOffset? NotBefore, int Tries, bool Banner = false, long Version = 0, bool TeamsAsked = false)
{
    /// <summary>Tells two claims apart.</summary>
    public int No { get; init; }

    /// <summary>Earlier claims that ran out without a result: their sends are not in the record yet.</summary>
    public int Lost { get; init; }

    /// <summary>Failures that are not in the record yet, all with one answer.</summary>
    public Failures? Unsaid { get; init; }

    public static OwedClaim Read(string? text) =>
        text is null ? new OwedClaim(null, null, 0) : JsonSerializer.Deserialize<OwedClaim>(text, HandoffJson.Options)!;

    /// <summary>The same; null where this release cannot read it.</summary>
    public static OwedClaim? Find(string? text)
    {
        try
        {
            return Read(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Write() => JsonSerializer.Serialize(this, HandoffJson.Options);

    /// <summary>Nobody has an answer to this version of it yet. One that Teams asked to wait for is not waited for.</summary>
    public bool IsUntriedAt(DateTimeOffset now, Owed owed) =>
        (Version != owed.Version || (Tries == 0 && NotBefore is null)) && !(TeamsAsked && NotBefore > now);

    public bool FreeAt(DateTimeOffset now, Owed owed) =>
        !Holds(Until, now, EffectSender.ClaimLasts) && !((TeamsAsked || Version == owed.Version) && Holds(NotBefore, now, LongestWait(owed)));

    /// <summary>The claim of a send that begins now.</summary>
    public OwedClaim Taken(DateTimeOffset until, int no) => this with { Until = until, NotBefore = null, Banner = true, No = no, Lost = Until is null ? Lost : Lost + 1 };

    private TimeSpan LongestWait(Owed owed) => owed.Urgency == Urgency.End && !TeamsAsked ? EffectSender.LongestFlight : RetryPlan.Parked;

    // Further away than it can have been when it was written, it was written by a clock that was set back since.
    private static bool Holds(DateTimeOffset? until, DateTimeOffset now, TimeSpan atMost) => until > now && until <= now + atMost + HandoffRules.Skew;
}

/// <summary>Failures of one send with one answer.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record Failures(SendOutcome Outcome, int Status, string Code, int Times);
