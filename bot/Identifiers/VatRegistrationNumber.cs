namespace VstrsBot.Identifiers;

/// <summary>
/// Nine digits, optionally after GB: weights 8 7 6 5 4 3 2; the last two are 97 less the sum taken down by 97, in the old series or with
/// 55 added first in the new one; either is enough (hmrc/reference-checker).
/// </summary>
internal static class VatRegistrationNumber
{
    private static readonly int[] Weights = [8, 7, 6, 5, 4, 3, 2];

    public static string? Read(string text)
    {
        var value = Typed.Clean(text);
        value = value.StartsWith("GB", StringComparison.Ordinal) ? value[2..] : value;
        if (value.Length != 9 || !value.All(char.IsAsciiDigit))
            return null;

        var sum = value.Zip(Weights, (digit, weight) => (digit - '0') * weight).Sum();
        var check = int.Parse(value.AsSpan(7));
        return check == CheckOf(sum) || check == CheckOf(sum + 55) ? value : null;
    }

    // Taken down while over 97, not while at it: check digits run from 00 to 97.
    private static int CheckOf(int sum)
    {
        while (sum > 97)
            sum -= 97;
        return 97 - sum;
    }
}
