using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>Adviser's status card, ended.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="Ending">How it ended.</param>
/// <param name="CallBack">The call back arranged ("We ring the customer, by 5pm on 24 November"), or null.</param>
public sealed record AdviserEndedCard(string Number, Ending Ending, string? CallBack = null) : IMessageView
{
    public AdaptiveCard Render() => new(
        $"Handoff {Number} has ended. New contact needs a new check and a fresh handoff.",
        [
            AuthorityMark.SaysNone(Ending.State(Number), new PlainText($"{Number}. {Ending.Why}")),
            .. CallBack is null ? (IEnumerable<CardElement>)[] : [new PlainText(CallBack) { Label = "Call back" }],
            new TextBlock("New contact needs a new check and a fresh handoff."),
            new ActionSet(
            [
                new ExecuteAction("Fresh handoff", Verbs.Fresh, new CardData(Number, Surfaces.Adviser) { Follows = Number }) { AnswersInPrivate = true },
                new ExecuteAction("Start a handoff", Verbs.StartHandoff, new CardData(Surface: Surfaces.Adviser)),
            ]),
            Marking.OfficialSensitive,
        ]);
}
