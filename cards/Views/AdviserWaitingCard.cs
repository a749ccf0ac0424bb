using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>Adviser's status card, waiting: each ask, decline and time-out as it happens.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="Asks">Oldest first.</param>
/// <param name="Next">Whom the ladder asks next, or null when it has asked everybody.</param>
/// <param name="DetailsSentAt">When part 2 came in, or null.</param>
/// <param name="NotTakenAt">When it ends as not taken.</param>
/// <param name="Mri">The adviser's.</param>
public sealed record AdviserWaitingCard(
    string Number, IReadOnlyList<AskLine> Asks, NextAsk? Next, UkTime? DetailsSentAt, UkTime NotTakenAt, string Mri) : IMessageView
{
    public AdaptiveCard Render()
    {
        var data = new CardData(Number, Surfaces.Adviser);
        return new(
            $"Handoff {Number}: asking specialists. To stop, type: withdraw {Number}",
            [
                AuthorityMark.SaysNone($"Asking specialists. Nobody has accepted {Number} yet."),
                .. AskLine.Draw(Asks),
                .. Next is null ? (IEnumerable<CardElement>)[] : [new TextBlock(Next.Sentence)],
                new TextBlock(DetailsLine.For(DetailsSentAt)),
                new TextBlock($"{Number} ends at {NotTakenAt.Time} if the call is not taken by then. This service's limit cannot be extended."),
                new ActionSet(
                [
                    new ExecuteAction("Withdraw", Verbs.Withdraw, data),
                    new ExecuteAction("Posted in error", Verbs.PostedInError, data),
                ]),
                Marking.OfficialSensitive,
            ],
            CardRefresh.For(Number, Surfaces.Adviser, Mri));
    }
}

internal static class DetailsLine
{
    public static string For(UkTime? sentAt) => sentAt is { } at ? $"Details: sent {at.Time}." : "Details: not sent. Press Send details on the form.";
}
