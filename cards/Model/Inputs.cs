using System.Text.Json.Serialization;

namespace VstrsBot.Cards.Model;

/// <summary>Something a person fills in.</summary>
/// <param name="Id">One of <see cref="InputIds"/>.</param>
/// <param name="Label">What is asked for.</param>
/// <param name="ErrorMessage">What to do when it is missing or wrong.</param>
public abstract record CardInput(string Id, string Label, string ErrorMessage) : CardElement
{
    /// <summary>Checked by the client before a button is sent. Never set on an input that is asked for "only if".</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsRequired { get; init; }

    /// <summary>What stands in it already.</summary>
    public string? Value { get; init; }
}

public sealed record TextInput(string Id, string Label, string ErrorMessage, int MaxLength) : CardInput(Id, Label, ErrorMessage)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsMultiline { get; init; }

    public string? Placeholder { get; init; }
}

/// <param name="Id">One of <see cref="InputIds"/>.</param>
/// <param name="Label">What is asked for.</param>
/// <param name="ErrorMessage">What to do when nothing is chosen.</param>
/// <param name="Choices">The closed list.</param>
public sealed record ChoiceInput(string Id, string Label, string ErrorMessage, IReadOnlyList<Choice> Choices) : CardInput(Id, Label, ErrorMessage)
{
    public ChoiceStyle Style { get; init; }

    /// <summary>Shown in a compact list while nothing is chosen, so that nothing is chosen by default.</summary>
    public string? Placeholder => Style == ChoiceStyle.Compact ? "Select" : null;
}

/// <summary>A tick. The statement is the label; the words by the box agree to it.</summary>
public sealed record TickInput(string Id, string Label, string ErrorMessage, string Title) : CardInput(Id, Label, ErrorMessage)
{
    public const string On = "true";

    public const string Off = "false";

    public string ValueOn { get; } = On;

    public string ValueOff { get; } = Off;
}

/// <summary>One line of a closed list: what is read, and what is sent.</summary>
/// <param name="Title">What people read, one line.</param>
/// <param name="Value">Its key, letters and digits: kept in the register and the record, so it stays when the words change.</param>
public sealed record Choice(string Title, string Value);

public enum ChoiceStyle
{
    /// <summary>A drop-down list.</summary>
    Compact,

    /// <summary>All choices on show: for two or three.</summary>
    Expanded,
}
