using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>Adviser's status card, SEES ID confirmed.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="Specialist">Who confirmed it.</param>
/// <param name="ConfirmedAt">When.</param>
/// <param name="DetailsSentAt">When part 2 came in, or null: without it nothing goes live.</param>
/// <param name="Mri">The adviser's.</param>
public sealed record AdviserConfirmedCard(string Number, PersonToRing Specialist, UkTime ConfirmedAt, UkTime? DetailsSentAt, string Mri) : IMessageView
{
    /// <summary>Which claim of the handoff it belongs to, from 1.</summary>
    public int? Claim { get; init; }

    public AdaptiveCard Render()
    {
        var data = new CardData(Number, Surfaces.Adviser) { Claim = Claim };
        return new(
            $"Handoff {Number}: SEES ID confirmed at {ConfirmedAt.Time}. Explain the issue, then complete the transfer.",
            [
                AuthorityMark.SaysNone(
                    $"SEES ID confirmed at {ConfirmedAt.Time}. No authority yet.",
                    new TextBlock(DetailsSentAt is null
                        ? "Details not sent. Press Send details, then complete the transfer."
                        : "Explain the issue, then complete the transfer.")),
                new PlainText($"{Number} is with {Specialist.Name}, {Specialist.Phone}."),
                .. DetailsSentAt is null ? (IEnumerable<CardElement>)[] : [new TextBlock(DetailsLine.For(DetailsSentAt))],
                new ActionSet(
                [
                    .. Specialist.RingInTeams,
                    new ExecuteAction("Ask someone else", Verbs.SomeoneElse, data),
                    new ExecuteAction("Withdraw", Verbs.Withdraw, data),
                ]),
                Marking.OfficialSensitive,
            ],
            CardRefresh.For(Number, Surfaces.Adviser, Mri));
    }
}
