using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>Specialist's authority card, SEES ID confirmed, call not yet taken.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="Adviser">Who hands the call over.</param>
/// <param name="ConfirmedAt">When the SEES ID matched.</param>
/// <param name="TakeBy">When the match lapses.</param>
/// <param name="DetailsSent">Without the details nothing goes live.</param>
/// <param name="Mri">The specialist's.</param>
public sealed record ConfirmedCard(string Number, string Adviser, UkTime ConfirmedAt, UkTime TakeBy, bool DetailsSent, string Mri) : IMessageView
{
    /// <summary>Which claim of the handoff it belongs to, from 1.</summary>
    public int? Claim { get; init; }

    public AdaptiveCard Render()
    {
        var data = new CardData(Number, Surfaces.Authority) { Claim = Claim };
        return new(
            $"Handoff {Number}: SEES ID confirmed. No authority yet. When you have taken the call, type: taken {Number}",
            [
                AuthorityMark.SaysNone($"SEES ID confirmed at {ConfirmedAt.Time}. No authority yet."),
                new PlainText(DetailsSent
                    ? $"Open the record with Show details on the details card, hear the issue, then ask {Adviser} to complete the transfer."
                    : $"The adviser has not sent the details yet. Ask {Adviser} to press Send details."),
                new TextBlock("Press the button when the representative is on the line."),
                new ActionSet(
                [
                    new ExecuteAction("I have taken the call", Verbs.TakeCall, data),
                    new ExecuteAction("Give it back", Verbs.GiveBack, data),
                ]),
                new TextBlock($"{Number}: take the call by {TakeBy.Time}, or check the SEES ID again. This service's limit cannot be extended."),
                Marking.OfficialSensitive,
            ],
            CardRefresh.For(Number, Surfaces.Authority, Mri));
    }
}
