using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>The answer to whoever writes within a day of the end of a call: authority ended with it (DMBM512015).</summary>
/// <param name="Number">K7F3.</param>
/// <param name="EndedAt">When authority ended.</param>
/// <param name="ToAdviser">False to the specialist, who can start nothing.</param>
public sealed record AfterEndReminderCard(string Number, UkTime EndedAt, bool ToAdviser) : IMessageView
{
    public AdaptiveCard Render() => new(
        $"Authority for handoff {Number} has ended. New contact needs a new check and a fresh handoff.",
        [
            AuthorityMark.SaysNone(
                $"{Number}: authority ended at {EndedAt.Time}. Do not disclose.",
                new TextBlock($"It ended with the call on {EndedAt.Date} (UK time). Later contact that VSTRS has not verified first follows the usual authority rules.")),
            .. ToAdviser ? ForAdviser : [new TextBlock("If the customer or their representative gets in touch, ask them to ring VSTRS again. You may take information. Do not give any.")],
            Marking.OfficialSensitive,
        ]);

    private IEnumerable<CardElement> ForAdviser =>
    [
        new TextBlock("New contact needs a new check and a fresh handoff."),
        new ActionSet([new ExecuteAction("Fresh handoff", Verbs.Fresh, new CardData(Number, Surfaces.Adviser) { Follows = Number }) { AnswersInPrivate = true }]),
    ];
}
