using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>One specialism to choose, with who is there now.</summary>
/// <param name="Name">Court action.</param>
/// <param name="Value">What is sent.</param>
/// <param name="OnDuty">Specialists on duty for it.</param>
/// <param name="Free">Of those, without an open handoff or an unanswered ping.</param>
public sealed record AreaChoice(string Name, string Value, int OnDuty, int Free)
{
    internal Choice Listed => new($"{Name}: {(OnDuty == 0 ? "nobody on duty" : Free == 0 ? "nobody free" : $"{Free} free")}", Value);
}

/// <summary>What stands in part 1 already, by input id.</summary>
public sealed record FindSomeoneValues(string? CallerVerified, string? Organisation, string? Area, string? DebtStage, string? WhyNotVstrs);

/// <summary>Adviser's form, part 1 of 2: in 1:1 or in a dialog. It holds nothing about the customer and needs no typing.</summary>
/// <param name="Draft">Random per form drawn.</param>
/// <param name="Organisations">Those that may be chosen today.</param>
/// <param name="Areas">In the order of settings.</param>
public sealed record FindSomeoneForm(string Draft, IReadOnlyList<Choice> Organisations, IReadOnlyList<AreaChoice> Areas) : IMessageView
{
    /// <summary>What was chosen, on an error or for a fresh handoff (then without the declaration).</summary>
    public FindSomeoneValues? Values { get; init; }

    /// <summary>What to put right, all in one answer.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>The ended handoff a fresh one follows.</summary>
    public string? Follows { get; init; }

    /// <summary>Dialogs take an Action.Submit and no refresh.</summary>
    public bool InDialog { get; init; }

    public AdaptiveCard Render() => new(
        "Hand off a live call. Open this on a newer Teams client, or ask by phone and follow DMBM512015.",
        [
            AuthorityMark.SaysNone(
                "Not sent yet. No authority.",
                new TextBlock("Do not type a PIN anywhere. It must not be shared outside VSTRS."),
                new TextBlock("If someone is in immediate danger, call 999 and tell your manager. Do not use this card.")),
            .. FaultList.Draw(Faults),
            .. Follows is null ? (IEnumerable<CardElement>)[] : [new TextBlock($"Fresh handoff after {Follows}. It inherits no authority.")],
            new TickInput(
                InputIds.CallerVerified,
                "I have verified this representative on this call, and the organisation holds the customer's authority for this matter",
                "Confirm you have verified the representative",
                "Yes, I have")
            {
                IsRequired = true,
                Value = Values?.CallerVerified,
            },
            List(InputIds.Organisation, "Voluntary organisation", "Select the voluntary organisation", Organisations, Values?.Organisation),
            List(InputIds.Area, "Specialism", "Select a specialism", [.. Areas.Select(area => area.Listed)], Values?.Area),
            List(InputIds.DebtStage, "Debt stage", "Select the debt stage, or Not known", Lists.DebtStages, Values?.DebtStage),
            List(InputIds.WhyNotVstrs, "Why can't VSTRS settle it with IDMS or NDDS?", "Select why VSTRS cannot settle it", Lists.WhyNotVstrs, Values?.WhyNotVstrs),
            new ActionSet([Button]),
            Marking.OfficialSensitive,
        ]);

    private CardAction Button
    {
        get
        {
            var data = new CardData(Surface: Surfaces.FindForm) { Draft = Draft, Follows = Follows };
            return InDialog ? new SubmitAction("Find someone", Verbs.FindSomeone, data) : new ExecuteAction("Find someone", Verbs.FindSomeone, data);
        }
    }

    private static ChoiceInput List(string id, string label, string error, IReadOnlyList<Choice> choices, string? value) =>
        new(id, label, error, choices) { IsRequired = true, Value = value };
}

/// <summary>Adviser's form, part 1, once it found its handoff.</summary>
public sealed record FindSomeoneDoneCard(string Number) : IMessageView
{
    public AdaptiveCard Render() => new(
        $"Handed off as {Number}. Specialists are being asked.",
        [
            AuthorityMark.SaysNone($"Handed off as {Number}. No authority yet.", new TextBlock("We are asking specialists now. Next: fill in the details.")),
            Marking.OfficialSensitive,
        ]);
}

/// <summary>Part 1 that found nothing: the handoff it belonged to is over, or the form is too old.</summary>
public sealed record FindSomeoneClosedCard : IMessageView
{
    public AdaptiveCard Render() => new(
        "This form is closed. To hand off a call, type: handoff",
        [
            AuthorityMark.SaysNone("This form is closed. Nothing was sent."),
            new ActionSet([new ExecuteAction("Start a handoff", Verbs.StartHandoff, new CardData(Surface: Surfaces.FindForm))]),
            Marking.OfficialSensitive,
        ]);
}
