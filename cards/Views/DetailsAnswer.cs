using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>Everything the adviser sent, as the verified specialist reads it.</summary>
public sealed record CustomerDetails(string CustomerName, string ReferenceLabel, string Reference, string Representative, string Matter, string Issue, string CallBack)
{
    /// <summary>Whether the organisation has consent to act. Without it there are no contact details.</summary>
    public bool ConsentToAct { get; init; }

    /// <summary>The representative's, only with consent to act.</summary>
    public string? Contact { get; init; }

    /// <summary>The customer's, or null when the adviser says there are none.</summary>
    public string? Restrictions { get; init; }
}

/// <summary>The answer to Show details: in place of the details card, or in a dialog.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="Details">What the adviser sent last.</param>
/// <param name="ShownAt">When it was read; recorded.</param>
/// <param name="Mri">The specialist's; null in a dialog, which has no refresh and no buttons.</param>
public sealed record DetailsAnswer(string Number, CustomerDetails Details, UkTime ShownAt, string? Mri) : IAnswerView
{
    public AdaptiveCard Render() => new(
        $"Handoff {Number}: details. This card gives no authority.",
        [
            AuthorityMark.SaysNone(
                $"{Number} details. This card gives no authority.",
                new TextBlock("Look at the authority card before you disclose.")),
            new PlainText(Details.CustomerName) { Label = "Customer" },
            new PlainText(Details.Reference) { Label = Details.ReferenceLabel },
            new PlainText(Details.Representative) { Label = "Representative" },
            new PlainText(Details.ConsentToAct ? "Yes" : "No") { Label = "Organisation has consent to act" },
            new PlainText(Contact) { Label = "Representative's contact details" },
            new PlainText(Details.Matter) { Label = "Matter" },
            new PlainText(RestrictionWords.For(Details.Restrictions)) { Label = "Restrictions" },
            new PlainText(Details.Issue) { Label = "What you are asked to do" },
            new PlainText(Details.CallBack) { Label = "Call back" },
            new TextBlock("A call back is new contact. This handoff does not cover it."),
            new TextBlock($"Shown at {ShownAt.Time}. Your reading is recorded."),
            .. Again,
            Marking.OfficialSensitive,
        ],
        Mri is null ? null : CardRefresh.For(Number, Surfaces.Details, Mri));

    private string Contact => !Details.ConsentToAct ? "not held, no consent to act" : Details.Contact ?? "none given";

    private IReadOnlyList<CardElement> Again => Mri is null
        ? []
        : [new ActionSet([new ExecuteAction("Show details", Verbs.ShowDetails, new CardData(Number, Surfaces.Details)) { AnswersInPrivate = true }])];
}
