using System.Globalization;
using System.Text;

namespace VstrsBot.Cards.Model;

/// <summary>Takes out of typed text and names what could make it read as something else.</summary>
public static class CleanText
{
    /// <summary>On one line, without control, zero-width and direction characters.</summary>
    public static string OneLine(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // a lone surrogate comes as the replacement character
        {
            if (IsGap(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
            }
            else if (!IsUnseen(rune)) clean.Append(rune.ToString());
        }

        return clean.ToString().Trim();
    }

    /// <summary>As <see cref="OneLine"/>, keeping line breaks: for a multi-line input.</summary>
    public static string Lines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(OneLine));

    private static bool IsGap(Rune rune) => Rune.IsWhiteSpace(rune);

    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;
}
