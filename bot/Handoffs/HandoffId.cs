using System.Diagnostics.CodeAnalysis;

namespace VstrsBot.Handoffs;

/// <summary>A handoff number: four characters, easy to say, no vowels and nothing that looks or sounds like another (no 0 1 I L O).</summary>
internal readonly record struct HandoffId
{
    private const string Alphabet = "BCDFGHJKMNPQRSTVWXZ23456789";
    private const int Length = 4;

    private HandoffId(string value) => Value = value;

    public string Value { get; }

    /// <summary>A random number.</summary>
    /// <param name="roll">A number from 0 to below its argument.</param>
    public static HandoffId Next(Func<int, int> roll) => new(string.Create(Length, roll, static (span, next) =>
    {
        foreach (ref var letter in span)
            letter = Alphabet[next(Alphabet.Length)];
    }));

    /// <summary>Reads a number as people write it: any case, spaces and hyphens.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out HandoffId id)
    {
        var said = string.Concat((text ?? "").Take(16).Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();
        var fits = said.Length == Length && said.All(Alphabet.Contains);
        id = fits ? new HandoffId(said) : default;
        return fits;
    }

    /// <exception cref="FormatException">Not a handoff number.</exception>
    public static HandoffId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException("Not a handoff number.");

    /// <summary>The number with one place left open, each in turn. Reserved with the number, they keep open numbers different in two places.</summary>
    public IEnumerable<string> Neighbourhood()
    {
        var value = Value;
        return Enumerable.Range(0, Length).Select(place => string.Concat(value.AsSpan(0, place), "_", value.AsSpan(place + 1)));
    }

    public override string ToString() => Value;
}
