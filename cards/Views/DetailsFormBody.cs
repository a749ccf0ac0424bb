using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

internal static class DetailsFormBody
{
    public static AdaptiveCard Draw(
        string number, string draft, string state, IReadOnlyList<Choice> matters, DetailsValues values, IReadOnlyList<string> faults, string? fillInFrom, bool inDialog)
    {
        var data = new CardData(number, Surfaces.DetailsForm) { Draft = draft };
        CardAction send = inDialog ? new SubmitAction("Send details", Verbs.SendDetails, data) : new ExecuteAction("Send details", Verbs.SendDetails, data);
        return new(
            $"Handoff {number}: details. Open this on a newer Teams client to fill in the details.",
            [
                AuthorityMark.SaysNone(
                    state,
                    new TextBlock("Only the specialist who confirms your SEES ID can read this. Do not type a PIN anywhere."),
                    new TextBlock("If someone is in immediate danger, call 999 and tell your manager. Do not use this card.")),
                .. FaultList.Draw(faults),
                .. FillIn(fillInFrom, data),
                .. Representative(values),
                .. Customer(values),
                .. Matter(values, matters),
                Text(InputIds.Issue, "What do you need the specialist to do?", "Enter what you need, in 1,000 characters or fewer", InputLimits.Issue, values.Issue) with { IsRequired = true, IsMultiline = true },
                .. CallBackInputs.Draw(values.CallBack, values.CallBackBy),
                new ActionSet([send]),
                Marking.OfficialSensitive,
            ]);
    }

    private static CardElement[] FillIn(string? from, CardData data) => from is null
        ? []
        : [new ActionSet([new ExecuteAction($"Fill in from {from}", Verbs.FillIn, data with { Follows = from }) { AnswersInPrivate = true, SendsInputs = false }])];

    private static CardElement[] Representative(DetailsValues values) =>
    [
        Text(InputIds.Representative, "Representative's name", "Enter the representative's name", InputLimits.Name, values.Representative) with { IsRequired = true },
        YesNo(InputIds.ConsentToAct, "Does the organisation have consent to act for the customer?", values.ConsentToAct),
        Text(InputIds.Contact, "Representative's contact details (only if Yes)", "Enter the contact details", InputLimits.Contact, values.Contact),
    ];

    private static CardElement[] Customer(DetailsValues values) =>
    [
        Text(InputIds.CustomerName, "Customer's name", "Enter the customer's name", InputLimits.Name, values.CustomerName) with { IsRequired = true },
        new ChoiceInput(InputIds.ReferenceKind, "Kind of reference", "Select the kind of reference", Lists.ReferenceKinds) { IsRequired = true, Value = values.ReferenceKind },
        Text(InputIds.Reference, "Reference", "Check the reference. A UTR is 10 numbers", InputLimits.Reference, values.Reference) with
        {
            IsRequired = true,
            Placeholder = "Spaces do not matter",
        },
    ];

    private static CardElement[] Matter(DetailsValues values, IReadOnlyList<Choice> matters) =>
    [
        new ChoiceInput(InputIds.Matter, "What did the customer authorise the organisation to deal with?", "Select what the customer authorised", matters) { IsRequired = true, Value = values.Matter },
        Text(InputIds.MatterOther, "What they authorised (only if Other)", "Enter what the customer authorised", InputLimits.MatterOther, values.MatterOther),
        YesNo(InputIds.Restricted, "Has the customer restricted what may be disclosed?", values.Restricted),
        Text(InputIds.Restrictions, "Restrictions (only if Yes)", "Enter the restrictions", InputLimits.Restrictions, values.Restrictions) with { IsMultiline = true },
    ];

    private static TextInput Text(string id, string label, string error, int most, string? value) => new(id, label, error, most) { Value = value };

    private static ChoiceInput YesNo(string id, string label, string? value) =>
        new(id, label, "Select Yes or No", Lists.YesNo) { IsRequired = true, Style = ChoiceStyle.Expanded, Value = value };
}
