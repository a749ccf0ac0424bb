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

    /// <summary>One value of a closed list.</summary>
    public string Choice(string input, IEnumerable<string> allowed, string words)
    {
        var value = inputs.GetValueOrDefault(input, "");
        if (allowed.Contains(value, StringComparer.Ordinal))
            return value;

        shown.Remove(input); // what is no choice of the list was not chosen
        Fault(input, words);
        return value;
    }

    /// <summary>Typed text: control and bidirectional characters go, a PIN is refused and not shown again.</summary>
    public string Text(string input, int most, string? missing)
    {
        var text = Clean(inputs.GetValueOrDefault(input, ""));
        if (text.Length == 0 && missing is not null)
        {
            Fault(input, missing);
        }
        else if (text.Length > most)
        {
            shown.Remove(input);
            Fault(input, $"Use {most:N0} characters or fewer");
        }
        else if (PinGuard.Refuses(text))
        {
            shown.Remove(input);
            Fault(input, PinGuard.Refusal);
        }

        return text;
    }

    private static string Clean(string text) =>
        string.Concat(text.Where(c => c == '\n' || !(char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format))).Trim();
}
