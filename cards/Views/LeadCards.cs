using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>Lead's card, waiting: it can be moved to another specialism, or ended, each with a reason.</summary>
/// <param name="Handoff">What a lead may know.</param>
/// <param name="NobodyAccepted">The ladder has run out.</param>
/// <param name="MoveTo">The other specialisms.</param>
/// <param name="Mri">The lead's.</param>
public sealed record LeadWaitingCard(HandoffFacts Handoff, bool NobodyAccepted, IReadOnlyList<Choice> MoveTo, string Mri) : IMessageView
{
    public AdaptiveCard Render() => LeadCard.Open(
        Handoff.Number,
        NobodyAccepted
            ? AuthorityMark.Warns($"Nobody has accepted {Handoff.Number}. A caller is on hold.", new TextBlock("No authority to disclose."))
            : AuthorityMark.SaysNone($"{Handoff.Number} is waiting for a specialist. No authority."),
        [
            new PlainText(Handoff.InOneSentence),
            new TextBlock(Handoff.Posted),
            new ChoiceInput(InputIds.MoveTo, "Move to (only if you move it)", "Select where to move it", MoveTo),
        ],
        [new ExecuteAction("Move", Verbs.Move, new CardData(Handoff.Number, Surfaces.Lead))],
        Mri);
}

/// <summary>Lead's card, claimed or confirmed.</summary>
public sealed record LeadAcceptedCard(HandoffFacts Handoff, string Specialist, UkTime AcceptedAt, string Mri) : IMessageView
{
    public AdaptiveCard Render() => LeadCard.Open(
        Handoff.Number,
        AuthorityMark.SaysNone($"{Handoff.Number} accepted at {AcceptedAt.Time}. No authority yet.", new PlainText($"Accepted by {Specialist}.")),
        [new PlainText(Handoff.InOneSentence), new TextBlock(Handoff.Posted)],
        [],
        Mri);
}

/// <summary>Lead's card, live. It tells a fact that stays true and shows no banner: authority is the specialist's alone.</summary>
public sealed record LeadLiveCard(HandoffFacts Handoff, string Specialist, UkTime TakenAt, string Mri) : IMessageView
{
    public AdaptiveCard Render() => LeadCard.Open(
        Handoff.Number,
        AuthorityMark.SaysNone(
            $"{Handoff.Number}: call taken at {TakenAt.Time}.",
            new PlainText($"Taken by {Specialist}. This card gives no authority. Nobody else may disclose.")),
        [new PlainText(Handoff.InOneSentence), new TextBlock(Handoff.Posted)],
        [],
        Mri);
}

internal static class LeadCard
{
    public static AdaptiveCard Open(string number, Container mark, IReadOnlyList<CardElement> facts, IReadOnlyList<CardAction> actions, string mri) => new(
        $"Handoff {number} for its lead. To end it, type: end {number}",
        [
            mark,
            .. facts,
            new TextInput(InputIds.Reason, "Reason", "Enter the reason. Do not name the customer", InputLimits.Reason) { IsRequired = true },
            new ActionSet([.. actions, new ExecuteAction("End", Verbs.LeadEnd, new CardData(number, Surfaces.Lead))]),
            Marking.OfficialSensitive,
        ],
        CardRefresh.For(number, Surfaces.Lead, mri));
}
