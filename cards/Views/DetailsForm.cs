using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>What stands in part 2 already, by input id. A refused value is null.</summary>
public sealed record DetailsValues
{
    public string? Representative { get; init; }

    public string? ConsentToAct { get; init; }

    public string? Contact { get; init; }

    public string? CustomerName { get; init; }

    public string? ReferenceKind { get; init; }

    public string? Reference { get; init; }

    public string? Matter { get; init; }

    public string? MatterOther { get; init; }

    public string? Restricted { get; init; }

    public string? Restrictions { get; init; }

    public string? Issue { get; init; }

    public string? CallBack { get; init; }

    public string? CallBackBy { get; init; }
}

/// <summary>Adviser's form, part 2 of 2, as it waits in 1:1: empty, and never updated while open.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="Draft">Random per form drawn.</param>
/// <param name="Matters">From settings; the last is Other.</param>
/// <param name="FillInFrom">The ended handoff whose details can be filled in, or null.</param>
public sealed record DetailsForm(string Number, string Draft, IReadOnlyList<Choice> Matters, string? FillInFrom = null) : IMessageView
{
    public AdaptiveCard Render() => DetailsFormBody.Draw(
        Number, Draft, $"{Number}: details not sent.", Matters, new DetailsValues(), [], FillInFrom, inDialog: false);
}

/// <summary>Part 2 as an answer to its adviser: refilled, with what to put right, or the second page of the dialog.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="Draft">Random per form drawn.</param>
/// <param name="Matters">From settings; the last is Other.</param>
/// <param name="Values">What stands in it.</param>
/// <param name="Faults">What to put right, all in one answer.</param>
/// <param name="SentAt">When details were sent before, or null.</param>
/// <param name="InDialog">Dialogs take an Action.Submit and no refresh.</param>
public sealed record DetailsFormAnswer(
    string Number, string Draft, IReadOnlyList<Choice> Matters, DetailsValues Values, IReadOnlyList<string> Faults, UkTime? SentAt = null, bool InDialog = false) : IAnswerView
{
    public AdaptiveCard Render() => DetailsFormBody.Draw(
        Number, Draft, SentAt is { } at ? $"{Number}: details sent {at.Time}. Changes not sent." : $"{Number}: details not sent.", Matters, Values, Faults, null, InDialog);
}
