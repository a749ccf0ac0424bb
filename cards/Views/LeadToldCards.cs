using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>Lead's card, call back arranged: number, kind and due time.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="Area">The specialism that owes it.</param>
/// <param name="Kind">As listed: We ring the customer.</param>
/// <param name="Due">By when.</param>
public sealed record LeadCallBackCard(string Number, string Area, string Kind, UkTime Due) : IMessageView
{
    public AdaptiveCard Render() => new(
        $"Handoff {Number} ended. A call back was arranged for {Due.InFull}.",
        [
            AuthorityMark.SaysNone(
                $"{Number} ended: call back arranged. Do not disclose.",
                new PlainText($"Nobody accepted it. {Area} owes a call back.")),
            new PlainText(Kind) { Label = "Kind" },
            new PlainText(Due.InFull) { Label = "Due by" },
            new TextBlock("A call back is new contact. This handoff does not cover it. Contact not first verified by VSTRS follows the usual authority rules."),
            Marking.OfficialSensitive,
        ]);
}

/// <summary>Lead's card, SEES ID not confirmed.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="Adviser">Whose SEES ID it was to be.</param>
/// <param name="Specialist">Who checked it.</param>
/// <param name="At">When it ended.</param>
/// <param name="CodeMayBeOld">This adviser's second failed handoff today.</param>
public sealed record LeadLockOutCard(string Number, string Adviser, string Specialist, UkTime At, bool CodeMayBeOld) : IMessageView
{
    public AdaptiveCard Render() => new(
        $"Handoff {Number} ended: SEES ID not confirmed.",
        [
            AuthorityMark.Warns(
                $"{Number} ended at {At.Time}. SEES ID not confirmed.",
                new PlainText($"{Specialist} could not confirm the SEES ID of {Adviser}. Both were told to stop. Nothing may be disclosed.")),
            new TextBlock("Speak to both. If the caller may be bogus, follow your reporting procedure."),
            .. CodeMayBeOld ? (IEnumerable<CardElement>)[new PlainText($"This is the second handoff of {Adviser} to fail today. The SEES ID on file may be out of date.")] : [],
            Marking.OfficialSensitive,
        ]);
}

/// <summary>Lead's card, moved to another specialism.</summary>
public sealed record LeadMovedCard(string Number, string From, string To, UkTime At) : IMessageView
{
    public AdaptiveCard Render() => new(
        $"Handoff {Number} was moved at {At.Time}.",
        [
            AuthorityMark.SaysNone($"{Number} moved at {At.Time}. No authority.", new PlainText($"Moved from {From} to {To}, whose specialists are being asked.")),
            Marking.OfficialSensitive,
        ]);
}

/// <summary>Lead's card, ended.</summary>
public sealed record LeadEndedCard(string Number, string Area, string? AcceptedBy, Ending Ending) : IMessageView
{
    public AdaptiveCard Render() => new(
        $"Handoff {Number} has ended. Do not disclose.",
        [
            AuthorityMark.SaysNone(Ending.State(Number), new PlainText($"{Ending.Line(Number, Area, AcceptedBy)} {Ending.Why}")),
            Marking.OfficialSensitive,
        ]);
}
