using System.Globalization;
using System.Text;

namespace VstrsBot.Teams;

/// <summary>
/// Sentences hold names that somebody typed. On one line, without control, direction and unseen characters; and no address in them can be
/// pressed, because Teams makes a link of whatever looks like one, even in plain text.
/// </summary>
internal static class PlainWords
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) plain.Append(' ');
            else if (!IsUnseen(rune)) plain.Append(rune.ToString());
        }

        return plain.ToString().Trim()
            .Replace("://", ": //", StringComparison.Ordinal)
            .Replace("www.", "www .", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;
}
