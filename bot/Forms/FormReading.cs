using VstrsBot.Cards.Model;

namespace VstrsBot.Forms;

/// <summary>What a form came to: its value, or every fault of it at once.</summary>
/// <param name="Value">Null when there are faults.</param>
/// <param name="Faults">In the order of the form.</param>
/// <param name="Shown">What is shown again when there are faults: what was typed, save what was refused.</param>
internal sealed record FormReading<T>(T? Value, IReadOnlyList<FormFault> Faults, IReadOnlyDictionary<string, string> Shown)
    where T : class;

/// <summary>One fault.</summary>
/// <param name="Input">The input's id.</param>
/// <param name="Words">What to do, in plain words; never what was typed.</param>
internal sealed record FormFault(string Input, string Words);

/// <summary>Reads inputs one by one and gathers their faults.</summary>
internal sealed class FormReader(IReadOnlyDictionary<string, string> inputs)
{
    private readonly List<FormFault> faults = [];
    private readonly Dictionary<string, string> shown = new(inputs, StringComparer.Ordinal);

    public FormReading<T> Done<T>(Func<T> value)
        where T : class => new(faults.Count == 0 ? value() : null, faults, shown);

    public void Fault(string input, string words) => faults.Add(new FormFault(input, words));

    public bool HasFault(string input) => faults.Exists(fault => fault.Input == input);

    /// <summary>One value of a closed list; any other value is not shown again.</summary>
    public string Choice(string input, IEnumerable<string> allowed, string words)
    {
        var value = inputs.GetValueOrDefault(input, "");
        if (!allowed.Contains(value, StringComparer.Ordinal))
            Refuse(input, words);
        return value;
    }

    /// <summary>Typed text: control and bidirectional characters go, a PIN is refused and not shown again.</summary>
    /// <param name="name">What stands before "must be … characters or fewer".</param>
    /// <param name="most">Longest legal text. What is longer is shown again, that it may be shortened, unless it would swell the card.</param>
    /// <param name="missing">What to say when it is empty; null when it may be.</param>
    /// <param name="isReference">Says that a text is a valid reference, so that its digits are no payment card's.</param>
    public string Text(string input, string name, int most, string? missing, Func<string, bool>? isReference = null)
    {
        var text = CleanText.Lines(inputs.GetValueOrDefault(input, "")).Trim();
        shown[input] = text;
        if (text.Length == 0 && missing is not null)
            Fault(input, missing);
        else if (text.Length > most * 2)
            Refuse(input, TooLong(name, most));
        else if (isReference?.Invoke(text) != true && PinGuard.Refuses(text))
            Refuse(input, PinGuard.Refusal);
        else if (text.Length > most)
            Fault(input, TooLong(name, most));
        return text;
    }

    /// <summary>As <see cref="Text"/>, on one line.</summary>
    public string Line(string input, string name, int most, string? missing, Func<string, bool>? isReference = null) =>
        CleanText.OneLine(Text(input, name, most, missing, isReference));

    private static string TooLong(string name, int most) => $"{name} must be {most:N0} characters or fewer";

    private void Refuse(string input, string words)
    {
        shown.Remove(input);
        Fault(input, words);
    }
}
