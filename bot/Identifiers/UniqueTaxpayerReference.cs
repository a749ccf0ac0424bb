namespace VstrsBot.Identifiers;

/// <summary>
/// Ten digits, the first the check digit: weights 6 7 8 9 10 5 4 3 2 on the others, sum modulo 11 (hmrc/reference-checker). A K before or
/// after is dropped; of 13 digits the last 10 count (hmrc/assets-frontend, UTR pattern).
/// </summary>
internal static class UniqueTaxpayerReference
{
    private const string Checks = "21987654321";
    private static readonly int[] Weights = [6, 7, 8, 9, 10, 5, 4, 3, 2];

    public static string? Read(string text)
    {
        var value = Typed.Clean(text);
        value = value.StartsWith('K') ? value[1..] : value.EndsWith('K') ? value[..^1] : value;
        if (value.Length is not (10 or 13) || !value.All(char.IsAsciiDigit))
            return null;

        value = value[^10..];
        var sum = value.Skip(1).Zip(Weights, (digit, weight) => (digit - '0') * weight).Sum();
        return value[0] == Checks[sum % 11] ? value : null;
    }
}
