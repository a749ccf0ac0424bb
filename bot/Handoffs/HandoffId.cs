using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace VstrsBot.Handoffs;

/// <summary>A handoff number: four characters, easy to say, no vowels and nothing that looks or sounds like another (no 0 1 I L O).</summary>
internal readonly record struct HandoffId
{
    private const string Alphabet = "BCDFGHJKMNPQRSTVWXZ23456789";
    private const int Length = 4;

    /// <summary>As written: what comes after is not looked at.</summary>
    private const int Longest = 16;

    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);

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
    public static bool TryParse([NotNullWhen(true)] string? text, out HandoffId id) => TryParse(text.AsSpan(), out id);

    /// <inheritdoc cref="TryParse(string?, out HandoffId)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out HandoffId id)
    {
        Span<char> said = stackalloc char[Longest];
        var length = 0;
        foreach (var c in text[..Math.Min(Longest, text.Length)])
        {
            if (!char.IsWhiteSpace(c) && c != '-')
                said[length++] = char.ToUpperInvariant(c);
        }

        var fits = length == Length && !said[..length].ContainsAnyExcept(Letters);
        id = fits ? new HandoffId(said[..length].ToString()) : default;
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
