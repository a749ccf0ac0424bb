using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>The answer to "handoff" in the channel: a button that opens the form as a dialog.</summary>
public sealed record OpenFormCard : IMessageView
{
    public AdaptiveCard Render() => new(
        "To hand off a live call, type handoff in your own chat with this app.",
        [
            AuthorityMark.SaysNone("Hand off a live call. Nothing is sent yet.", new TextBlock("Never put customer details in this channel.")),
            new ActionSet([new SubmitAction("Start a handoff", Verbs.StartHandoff, new CardData(Surface: Surfaces.FindForm)) { OpensDialog = true }]),
            Marking.OfficialSensitive,
        ]);
}

/// <summary>One reminder, in 1:1, to the adviser who writes about a handoff that has ended.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="EndedAt">When it ended.</param>
public sealed record AfterEndCard(string Number, UkTime EndedAt) : IMessageView
{
    public AdaptiveCard Render() => new(
        $"Handoff {Number} has ended. New contact needs a new check. Type: fresh {Number}",
        [
            AuthorityMark.SaysNone(
                $"{Number} ended at {EndedAt.Time}. Do not disclose.",
                new TextBlock("Contact not first verified by VSTRS follows the usual authority rules. New contact needs a new check and a fresh handoff.")),
            new ActionSet([new ExecuteAction("Fresh handoff", Verbs.Fresh, new CardData(Number, Surfaces.Adviser) { Follows = Number }) { AnswersInPrivate = true }]),
            Marking.OfficialSensitive,
        ]);
}
