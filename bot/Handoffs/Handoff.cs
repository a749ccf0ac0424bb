using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace VstrsBot.Handoffs;

/// <summary>A handoff, each state holding only what is known in it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Waiting), "Waiting")]
[JsonDerivedType(typeof(Claimed), "Claimed")]
[JsonDerivedType(typeof(Confirmed), "Confirmed")]
[JsonDerivedType(typeof(Live), "Live")]
[JsonDerivedType(typeof(Ended), "Ended")]
internal abstract record Handoff;

internal sealed record NotPosted : Handoff
{
    public static readonly NotPosted Yet = new();
}

/// <summary>What is known of every posted handoff.</summary>
internal abstract record PostedHandoff(
    Posting Posting,
    ImmutableList<Ask> Asks,
    ImmutableList<PassedOn> PassedOn,
    ImmutableList<string> Mismatches,
    ImmutableList<Person> LeadsTold,
    DateTimeOffset? DetailsAt) : Handoff
{
    public HandoffId Id => Posting.Id;

    /// <summary>Cards that stand once more, because somebody typed for them.</summary>
    public ImmutableList<BroughtCard> Brought { get; init; } = [];

    /// <summary>The numbers of the brought cards that repeat this one; only the newest of each person is kept up to date.</summary>
    public IEnumerable<int> BroughtOf(Surface surface) => Brought.Where(b => b.Of == surface && IsNewest(b)).Select(b => b.No);

    public bool IsNewest(BroughtCard card) => !Brought.Any(later => later.No > card.No && later.Of == card.Of && later.To.Id == card.To.Id);
}

/// <summary>A handoff that can still lead to authority, or has it.</summary>
internal abstract record OpenHandoff(Posting Posting, ImmutableList<Ask> Asks, ImmutableList<PassedOn> PassedOn,
    ImmutableList<string> Mismatches, ImmutableList<Person> LeadsTold, DateTimeOffset? DetailsAt)
    : PostedHandoff(Posting, Asks, PassedOn, Mismatches, LeadsTold, DetailsAt);

/// <summary>Posted; the ladder runs, or ran out.</summary>
internal sealed record Waiting(Posting Posting, ImmutableList<Ask> Asks, ImmutableList<PassedOn> PassedOn,
    ImmutableList<string> Mismatches, ImmutableList<Person> LeadsTold, DateTimeOffset? DetailsAt, LadderRun Ladder)
    : OpenHandoff(Posting, Asks, PassedOn, Mismatches, LeadsTold, DetailsAt);

/// <summary>One specialist holds it: Claimed, Confirmed, Live.</summary>
internal abstract record HeldHandoff(Posting Posting, ImmutableList<Ask> Asks, ImmutableList<PassedOn> PassedOn,
    ImmutableList<string> Mismatches, ImmutableList<Person> LeadsTold, DateTimeOffset? DetailsAt,
    Person Specialist, DateTimeOffset ClaimedAt)
    : OpenHandoff(Posting, Asks, PassedOn, Mismatches, LeadsTold, DetailsAt)
{
    /// <summary>Which claim of this handoff it is, from 1: each claim has its own cards.</summary>
    public int ClaimNo => PassedOn.Count + 1;
}

/// <summary>The specialist must type the SEES ID heard on the phone.</summary>
/// <param name="QuietSince">The claim, or the last attempt.</param>
/// <param name="MatchLapsed">A match was not used in time, and nothing was typed since.</param>
internal sealed record Claimed(Posting Posting, ImmutableList<Ask> Asks, ImmutableList<PassedOn> PassedOn,
    ImmutableList<string> Mismatches, ImmutableList<Person> LeadsTold, DateTimeOffset? DetailsAt,
    Person Specialist, DateTimeOffset ClaimedAt, DateTimeOffset QuietSince, bool Reminded, bool MatchLapsed = false)
    : HeldHandoff(Posting, Asks, PassedOn, Mismatches, LeadsTold, DetailsAt, Specialist, ClaimedAt);

/// <summary>The SEES ID matched; the call is not yet taken. No authority.</summary>
internal sealed record Confirmed(Posting Posting, ImmutableList<Ask> Asks, ImmutableList<PassedOn> PassedOn,
    ImmutableList<string> Mismatches, ImmutableList<Person> LeadsTold, DateTimeOffset? DetailsAt,
    Person Specialist, DateTimeOffset ClaimedAt, DateTimeOffset ConfirmedAt, bool Warned)
    : HeldHandoff(Posting, Asks, PassedOn, Mismatches, LeadsTold, DetailsAt, Specialist, ClaimedAt);

/// <summary>Authority to disclose: the only state that shows the banner.</summary>
/// <param name="LastYes">Going live, or the last yes to "still on the call?".</param>
/// <param name="AskNo">How many times it was asked.</param>
internal sealed record Live(Posting Posting, ImmutableList<Ask> Asks, ImmutableList<PassedOn> PassedOn,
    ImmutableList<string> Mismatches, ImmutableList<Person> LeadsTold, DateTimeOffset? DetailsAt,
    Person Specialist, DateTimeOffset ClaimedAt, DateTimeOffset ConfirmedAt,
    DateTimeOffset TakenAt, DateTimeOffset LastYes, Lease Lease,
    DateTimeOffset? AdviserLeftAt, int AskNo, StillAsked Asked)
    : HeldHandoff(Posting, Asks, PassedOn, Mismatches, LeadsTold, DetailsAt, Specialist, ClaimedAt)
{
    /// <summary>Who said the last yes; null before the first.</summary>
    public PersonId? LastYesBy { get; init; }
}

/// <summary>Final, with one reason.</summary>
internal sealed record Ended(Posting Posting, ImmutableList<Ask> Asks, ImmutableList<PassedOn> PassedOn,
    ImmutableList<string> Mismatches, ImmutableList<Person> LeadsTold, DateTimeOffset? DetailsAt,
    EndReason Reason, DateTimeOffset At, Person? By, string? Note, Held? Held, WrapUp? WrapUp, bool Erased)
    : PostedHandoff(Posting, Asks, PassedOn, Mismatches, LeadsTold, DetailsAt)
{
    /// <summary>The second of this adviser in a day that was not confirmed.</summary>
    public bool CodeMayBeOld { get; init; }

    /// <summary>The store did not take this end yet: only this process knows of it.</summary>
    [JsonIgnore]
    public bool Unrecorded { get; init; }

    public bool WasLive => Held?.TakenAt is not null;

    /// <summary>Who wrote after the end, and was reminded.</summary>
    public ImmutableList<PersonId> Reminded { get; init; } = [];

    /// <summary>When a call back is due, where one was arranged.</summary>
    public DateTimeOffset? CallBackBy { get; init; }
}
