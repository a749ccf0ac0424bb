using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>Specialist's details card as Teams stores it: bland, never updated but to empty it.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="Mri">The specialist's.</param>
public sealed record DetailsCard(string Number, string Mri) : IMessageView
{
    public AdaptiveCard Render() => new(
        $"Handoff {Number}: details. This card gives no authority. Type: details {Number}",
        [
            AuthorityMark.SaysNone(
                $"{Number} details. This card gives no authority.",
                new TextBlock("Look at the authority card before you disclose.")),
            new TextBlock("You can read the details once the SEES ID is confirmed. Each reading is recorded."),
            new ActionSet([new ExecuteAction("Show details", Verbs.ShowDetails, new CardData(Number, Surfaces.Details)) { AnswersInPrivate = true }]),
            Marking.OfficialSensitive,
        ],
        CardRefresh.For(Number, Surfaces.Details, Mri));
}

/// <summary>Specialist's details card, once the handoff is over or with someone else.</summary>
public sealed record DetailsEmptiedCard(string Number, UkTime At) : IMessageView
{
    public AdaptiveCard Render() => new(
        $"Handoff {Number}: details removed. This card gives no authority.",
        [
            AuthorityMark.SaysNone(
                $"{Number} details removed at {At.Time}. No authority.",
                new TextBlock("You may take information. Do not give any.")),
            Marking.OfficialSensitive,
        ]);
}
