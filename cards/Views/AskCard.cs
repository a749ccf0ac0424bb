using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>"Still on the call?", a new message to each who is asked.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="AnswerBy">When silence ends the handoff.</param>
/// <param name="Mri">The reader's.</param>
public sealed record AskCard(string Number, UkTime AnswerBy, string Mri) : IMessageView
{
    public AdaptiveCard Render()
    {
        var data = new CardData(Number, Surfaces.Ask);
        return new(
            $"Handoff {Number}: say whether you are still on the call by {AnswerBy.Time}. Type: still {Number}, or end {Number}",
            [
                AuthorityMark.SaysNone(
                    $"{Number}: answer by {AnswerBy.Time}. Are you still on the call?",
                    new TextBlock($"Say whether you are still on the call by {AnswerBy.Time}. Without an answer this handoff ends."),
                    new TextBlock("This card gives no authority.")),
                new ActionSet(
                [
                    new ExecuteAction("Yes, still on the call", Verbs.StillOn, data),
                    new ExecuteAction("No, it has ended", Verbs.NotOn, data),
                ]),
                Marking.OfficialSensitive,
            ],
            CardRefresh.For(Number, Surfaces.Ask, Mri));
    }
}

/// <summary>The ask, after somebody's yes.</summary>
public sealed record AskAnsweredCard(string Number, string By, UkTime At) : IMessageView
{
    public AdaptiveCard Render() => new(
        $"Handoff {Number}: answered at {At.Time}.",
        [
            AuthorityMark.SaysNone(
                $"{Number}: answered at {At.Time}. Nothing to do here.",
                new PlainText($"{By} said the call goes on. This card gives no authority.")),
            Marking.OfficialSensitive,
        ]);
}

/// <summary>The ask, after the end.</summary>
public sealed record AskEndedCard(string Number, UkTime At) : IMessageView
{
    public AdaptiveCard Render() => new(
        $"Handoff {Number} ended at {At.Time}. Do not disclose.",
        [AuthorityMark.SaysNone($"{Number}: ended at {At.Time}. Do not disclose."), Marking.OfficialSensitive]);
}
