using System.Text.RegularExpressions;
using VstrsBot.Identifiers;

namespace VstrsBot.Forms;

/// <summary>
/// Finds a payment card number: 13 to 19 digits of one issuer's range with the Luhn check digit, in groups parted by spaces, hyphens or
/// points. References, phone numbers, dates and amounts side by side are none.
/// </summary>
internal static partial class PaymentCard
{
    /// <param name="plain">With plain digits.</param>
    public static bool IsIn(string plain) => Runs().Matches(EverydayNumbers.TakenOut(plain)).Any(run => HoldsOne(run.Value));

    private static bool HoldsOne(string run)
    {
        var groups = Signs().Split(run);
        for (var start = 0; start < groups.Length; start++)
        {
            var digits = "";
            for (var end = start; end < groups.Length && digits.Length + groups[end].Length <= 19; end++)
            {
                digits += groups[end];
                if (digits.Length >= 13 && digits[0] is >= '2' and <= '6' && IsLuhn(digits) && !AreOther(groups.AsSpan(start, end - start + 1)))
                    return true;
            }
        }

        return false;
    }

    /// <summary>A valid reference among them, or years alone.</summary>
    private static bool AreOther(ReadOnlySpan<string> groups)
    {
        var years = true;
        foreach (var group in groups)
        {
            if (group.Length <= 10 && (UniqueTaxpayerReference.Read(group) ?? VatRegistrationNumber.Read(group)) is not null)
                return true;
            years &= group.Length == 4 && (group.StartsWith("19", StringComparison.Ordinal) || group.StartsWith("20", StringComparison.Ordinal));
        }

        return years;
    }

    private static bool IsLuhn(string digits)
    {
        var sum = 0;
        for (var place = 0; place < digits.Length; place++)
        {
            var digit = digits[digits.Length - 1 - place] - '0';
            sum += place % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10);
        }

        return sum % 10 == 0;
    }

    [GeneratedRegex(@"[0-9]([\s\p{Pd}.]{0,3}[0-9]){12,}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Typed.Patience)]
    private static partial Regex Runs();

    [GeneratedRegex(@"[^0-9]+", RegexOptions.None, matchTimeoutMilliseconds: Typed.Patience)]
    private static partial Regex Signs();
}
