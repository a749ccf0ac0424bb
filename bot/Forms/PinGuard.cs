using System.Text.RegularExpressions;

namespace VstrsBot.Forms;

/// <summary>
/// The PIN between VSTRS and an organisation is never shared with anyone else in HMRC (DMBM512015). Its format is not public, so no pattern
/// can be complete: text that names a secret next to digits, or holds a payment card number, is refused.
/// </summary>
internal static partial class PinGuard
{
    public const string Refusal = "Remove the PIN. It must not be shared outside VSTRS.";

    public static bool Refuses(string text) => SecretNearDigits().IsMatch(text) || CardNumbers().EnumerateMatches(text) is var runs && HoldsCard(text, runs);

    private static bool HoldsCard(string text, Regex.ValueMatchEnumerator runs)
    {
        foreach (var run in runs)
        {
            var digits = string.Concat(text.AsSpan(run.Index, run.Length).ToString().Where(char.IsAsciiDigit));
            for (var length = 13; length <= Math.Min(19, digits.Length); length++)
            {
                for (var start = 0; start + length <= digits.Length; start++)
                {
                    if (IsLuhn(digits.AsSpan(start, length)) && digits[start] is >= '2' and <= '6')
                        return true;
                }
            }
        }

        return false;
    }

    private static bool IsLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var place = 0; place < digits.Length; place++)
        {
            var digit = digits[digits.Length - 1 - place] - '0';
            sum += place % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10);
        }

        return sum % 10 == 0;
    }

    // Within a short reach of each other, either way round.
    [GeneratedRegex(
        @"\b(p[\s.\-]?[i1!][\s.\-]?n|pins|pass[\s\-]?(code|word|phrase)s?|security\s+(answer|question|word|number|code)s?|memorable\s+(word|information|date))\b.{0,40}?\d"
        + @"|\d.{0,12}?\b(p[\s.\-]?[i1!][\s.\-]?n|pass[\s\-]?(code|word))\b",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex SecretNearDigits();

    [GeneratedRegex(@"\d(?:[\s\-.]?\d){12,40}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex CardNumbers();
}
