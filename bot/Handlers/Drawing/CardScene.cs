using VstrsBot.Cards;
using VstrsBot.Cards.Model;
using VstrsBot.Cards.Views;
using VstrsBot.Clock;
using VstrsBot.Handoffs;

namespace VstrsBot.Handlers.Drawing;

/// <summary>What a card is drawn from, besides the state: all of it bland.</summary>
/// <param name="Mri">Of the reader of a 1:1 card.</param>
/// <param name="Phone">The specialist's number for handoffs, or null.</param>
/// <param name="Areas">The areas a handoff can be moved to.</param>
internal sealed record CardScene(HandoffRules Rules, HandoffTimes Times, DateTimeOffset Now, string Mri, string? Phone, IReadOnlyList<Choice> Areas, IReadOnlyList<Choice> Matters)
{
    public bool LeaseInSeconds => Rules.Lease < TimeSpan.FromMinutes(2);

    public HandoffFacts Facts(PostedHandoff h) =>
        new(h.Id.Value, NameOf(Areas, h.Posting.Area), NameOf(Lists.DebtStages, h.Posting.DebtStage), h.Posting.Organisation, UkClock.At(h.Posting.PostedAt));

    public LeaseEnd UntilOf(Live l) => UkClock.Until(l.Lease.Until, LeaseInSeconds);

    public UkTime NotTakenAt(OpenHandoff h) => UkClock.At(h.Posting.PostedAt + Rules.NotTakenAfter);

    public static UkTime? Sent(PostedHandoff h) => h.DetailsAt is { } at ? UkClock.At(at) : null;

    /// <summary>How it ended, for a reader.</summary>
    public static Ending Ending(Ended e, PersonId? reader) =>
        new((Cards.Views.EndReason)(int)e.Reason, UkClock.At(e.At), e.WasLive, e.By?.Name) { ByYou = e.By is { } by && by.Id == reader, Recorded = !e.Unrecorded };

    public static string NameOf(IReadOnlyList<Choice> list, string value) => list.FirstOrDefault(choice => choice.Value == value)?.Title ?? value;
}
