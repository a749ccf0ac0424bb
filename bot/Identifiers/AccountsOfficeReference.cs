using System.Text.RegularExpressions;

namespace VstrsBot.Identifiers;

/// <summary>
/// Thirteen characters, the fifth the check letter: weights 9 10 11 12 0 8 7 6 5 4 3 2 1, letters by their published values, sum modulo 23
/// (hmrc/reference-checker). A trailing four-digit period, for early or late payments, is dropped.
/// </summary>
internal static partial class AccountsOfficeReference
{
    private const string Checks = "ABCDEFGHXJKLMNYPQRSTZVW";
    private static readonly int[] Weights = [9, 10, 11, 12, 0, 8, 7, 6, 5, 4, 3, 2, 1];

    private static readonly Dictionary<char, int> Letters =
        "A33 B34 C35 D36 E37 F38 G39 H40 J42 K43 L44 M45 N46 P48 Q49 R50 S51 T52 U56 V54 W55 X41 Y47 Z53"
            .Split(' ').ToDictionary(letter => letter[0], letter => int.Parse(letter.AsSpan(1)));

    public static string? Read(string text)
    {
        var value = Typed.Clean(text);
        value = value.Length == 17 && value[13..].All(char.IsAsciiDigit) ? value[..13] : value;
        if (!Shape().IsMatch(value) || !FitsOffice961(value) || value.Any(c => char.IsAsciiLetter(c) && !Letters.ContainsKey(c)))
            return null;

        var sum = value.Zip(Weights, (c, weight) => (char.IsAsciiDigit(c) ? c - '0' : Letters[c]) * weight).Sum();
        return value[4] == Checks[sum % 23] ? value : null;
    }

    private static bool FitsOffice961(string value) =>
        !value.StartsWith("961", StringComparison.Ordinal) || (value[^1] == 'X' ? value[5] == '0' : value[5..].All(char.IsAsciiDigit));

    [GeneratedRegex(@"^[0-9]{3}P[A-Z][0-9]{6}[A-Z0-9]{2}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Typed.Patience)]
    private static partial Regex Shape();
}
