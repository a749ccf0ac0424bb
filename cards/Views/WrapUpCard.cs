using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>What stands in the wrap-up already.</summary>
public sealed record WrapUpValues(string? Outcome, string? Note, string? InIdms);

/// <summary>Specialist's wrap-up card. Never updated but to close it, so that nothing typed is wiped.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="EndedAt">When the handoff ended.</param>
public sealed record WrapUpCard(string Number, UkTime EndedAt) : IMessageView
{
    public AdaptiveCard Render() => WrapUp.Draw(Number, EndedAt, null, [], null, inDialog: false);
}

/// <summary>The wrap-up with what was typed kept: with the note to copy, or with faults to put right.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="EndedAt">When the handoff ended.</param>
/// <param name="NoteToCopy">Copy-ready plain text for IDMS, or null.</param>
/// <param name="Values">What was typed.</param>
/// <param name="Faults">What to put right.</param>
/// <param name="InDialog">Opened as a dialog.</param>
public sealed record WrapUpAnswer(string Number, UkTime EndedAt, string? NoteToCopy, WrapUpValues? Values, IReadOnlyList<string> Faults, bool InDialog = false) : IAnswerView
{
    public AdaptiveCard Render() => WrapUp.Draw(Number, EndedAt, NoteToCopy, Faults, Values, InDialog);
}

internal static class WrapUp
{
    public static AdaptiveCard Draw(string number, UkTime endedAt, string? noteToCopy, IReadOnlyList<string> faults, WrapUpValues? values, bool inDialog)
    {
        var data = new CardData(number, Surfaces.WrapUp);
        return new(
            $"Handoff {number}: save the outcome. This card gives no authority. Type: note {number}",
            [
                AuthorityMark.SaysNone(
                    $"{number} ended at {endedAt.Time}. Save the outcome.",
                    new TextBlock("This card gives no authority. Put what you did in IDMS.")),
                .. FaultList.Draw(faults),
                .. noteToCopy is null ? (IEnumerable<CardElement>)[] : [Copy(noteToCopy)],
                new ChoiceInput(InputIds.Outcome, "Outcome (only needed to save)", "Select the outcome", Lists.Outcomes) { Value = values?.Outcome },
                new TextInput(InputIds.Note, "Note (optional)", "The note must be 1,000 characters or fewer", InputLimits.Note) { IsMultiline = true, Value = values?.Note },
                new TickInput(InputIds.InIdms, "I have put the note in IDMS", "Tick when the note is in IDMS", "Yes, it is in IDMS") { Value = values?.InIdms ?? TickInput.Off },
                new ActionSet(inDialog
                    ? [new SubmitAction("Save", Verbs.WrapUp, data)]
                    : [new ExecuteAction("Save", Verbs.WrapUp, data), new ExecuteAction("Show note", Verbs.ShowNote, data) { AnswersInPrivate = true }]),
                Marking.OfficialSensitive,
            ]);
    }

    private static TextInput Copy(string note) =>
        new(InputIds.NoteToCopy, "Note to copy into IDMS (changes here are not kept)", "Copy the note into IDMS", InputLimits.NoteToCopy) { IsMultiline = true, Value = CleanText.Lines(note) };
}

/// <summary>Specialist's wrap-up card, done or no longer open.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="At">When it was saved, or closed.</param>
/// <param name="Outcome">The outcome as listed; null when it was closed without one.</param>
public sealed record WrapUpClosedCard(string Number, UkTime At, string? Outcome) : IMessageView
{
    public AdaptiveCard Render() => new(
        $"Handoff {Number}: the wrap-up is closed.",
        [
            AuthorityMark.SaysNone(
                Outcome is null ? $"{Number} wrap-up closed at {At.Time}. No authority." : $"{Number} outcome saved at {At.Time}. No authority.",
                new PlainText(Outcome ?? "No outcome was saved.") { Label = "Outcome" }),
            new TextBlock("The details and the note are no longer held here."),
            Marking.OfficialSensitive,
        ]);
}
