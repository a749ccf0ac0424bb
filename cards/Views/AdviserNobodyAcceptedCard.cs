using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>Adviser's status card when the ladder has run out.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="After">For how long people were asked: "3 minutes".</param>
/// <param name="Asks">Oldest first.</param>
/// <param name="DetailsSentAt">When part 2 came in, or null.</param>
/// <param name="NotTakenAt">When it ends as not taken.</param>
/// <param name="CallBack">The kind chosen on the form, or null.</param>
/// <param name="CallBackBy">The time chosen on the form, or null.</param>
/// <param name="Mri">The adviser's.</param>
public sealed record AdviserNobodyAcceptedCard(
    string Number, string After, IReadOnlyList<AskLine> Asks, UkTime? DetailsSentAt, UkTime NotTakenAt, string? CallBack, string? CallBackBy, string Mri) : IMessageView
{
    public AdaptiveCard Render()
    {
        var data = new CardData(Number, Surfaces.Adviser);
        return new(
            $"Nobody has accepted handoff {Number}. Type: again {Number}, call back {Number} or withdraw {Number}",
            [
                AuthorityMark.Warns(
                    $"Nobody has accepted {Number} after {After}.",
                    new TextBlock("Tell the representative you are still trying, or arrange a call back.")),
                .. AskLine.Draw(Asks),
                new TextBlock(DetailsLine.For(DetailsSentAt)),
                new TextBlock($"{Number} ends at {NotTakenAt.Time} if the call is not taken by then. This service's limit cannot be extended."),
                .. CallBackInputs.Draw(CallBack, CallBackBy),
                new ActionSet(
                [
                    new ExecuteAction("Ask again", Verbs.AskAgain, data) { SendsInputs = false },
                    new ExecuteAction("Arrange a call back", Verbs.ArrangeCallBack, data),
                    new ExecuteAction("Withdraw", Verbs.Withdraw, data) { SendsInputs = false },
                ]),
                Marking.OfficialSensitive,
            ],
            CardRefresh.For(Number, Surfaces.Adviser, Mri));
    }
}
