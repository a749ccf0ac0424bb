using System.Text.RegularExpressions;

namespace VstrsBot.Identifiers;

/// <summary>
/// Two letters, six digits, A to D; no check digit exists. Prefix letters and unused prefixes by NIM39110, the suffix as HMRC's own code
/// (hmrc/domain, Nino) requires it.
/// </summary>
internal static partial class NationalInsuranceNumber
{
    public static string? Read(string text) => Typed.Clean(text) is var value && Shape().IsMatch(value) ? value : null;

    [GeneratedRegex(@"^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Typed.Patience)]
    private static partial Regex Shape();
}
