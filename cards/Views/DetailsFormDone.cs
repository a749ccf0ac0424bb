using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>Adviser's form, part 2, once sent.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="SentAt">When the last ones came in.</param>
/// <param name="ContactDiscarded">Contact details came without consent to act, and were not kept.</param>
/// <param name="InDialog">Without the button: dialogs take no Action.Execute.</param>
public sealed record DetailsSentCard(string Number, UkTime SentAt, bool ContactDiscarded = false, bool InDialog = false) : IMessageView
{
    public AdaptiveCard Render() => new(
        $"Handoff {Number}: details sent {SentAt.Time}.",
        [
            AuthorityMark.SaysNone(
                $"{Number}: Details sent {SentAt.Time}. No authority yet.",
                new TextBlock("Only the specialist who confirms your SEES ID can read them.")),
            .. ContactDiscarded
                ? (IEnumerable<CardElement>)[new TextBlock("The representative's contact details were not kept: the organisation has no consent to act.")]
                : [],
            .. InDialog
                ? (IEnumerable<CardElement>)[]
                : [new ActionSet([new ExecuteAction("Change details", Verbs.ChangeDetails, new CardData(Number, Surfaces.DetailsForm)) { AnswersInPrivate = true }])],
            Marking.OfficialSensitive,
        ]);
}

/// <summary>Why details can no longer be sent or changed.</summary>
public enum DetailsClosedBecause
{
    CallTaken,
    Ended,
}

/// <summary>Adviser's form, part 2, closed: the call was taken, or the handoff is over.</summary>
public sealed record DetailsClosedCard(string Number, DetailsClosedBecause Because, UkTime At) : IMessageView
{
    public AdaptiveCard Render() => new(
        $"Handoff {Number}: details can no longer be sent or changed.",
        [
            AuthorityMark.SaysNone(
                $"{Number}: details can no longer be sent or changed.",
                new TextBlock(Because is DetailsClosedBecause.CallTaken ? $"The call was taken at {At.Time}. This card gives no authority." : $"The handoff ended at {At.Time}. Do not disclose.")),
            Marking.OfficialSensitive,
        ]);
}
