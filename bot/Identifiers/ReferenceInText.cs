using System.Text.RegularExpressions;

namespace VstrsBot.Identifiers;

/// <summary>
/// Finds a valid reference in what somebody wrote in a chat. References are written with spaces and hyphens, so neighbouring words are read
/// together; any other sign parts them, and words that are no part of a reference are never run together with digits.
/// </summary>
internal static partial class ReferenceInText
{
    private const int MostWords = 10;

    public static bool IsIn(string text)
    {
        var plain = Typed.Plain(text);
        return PayeReferences().EnumerateMatches(plain).MoveNext()
            || Stretches().Split(EverydayNumbers.TakenOut(plain)).Any(HoldsOne);
    }

    private static bool HoldsOne(string stretch)
    {
        var words = Gaps().Split(stretch).Where(word => word.Length > 0).ToList();
        return Enumerable.Range(0, words.Count).Any(start =>
            Enumerable.Range(1, Math.Min(MostWords, words.Count - start)).Any(count => IsOne(words.GetRange(start, count))));
    }

    private static bool IsOne(List<string> words)
    {
        var text = string.Concat(words);
        return text.Length <= 17
            && !IsProse(words)
            && (NationalInsuranceNumber.Read(text) ?? UniqueTaxpayerReference.Read(text) ?? VatRegistrationNumber.Read(text) ?? AccountsOfficeReference.Read(text)) is not null;
    }

    /// <summary>"at 120000 a year" has the shape of a National Insurance number.</summary>
    private static bool IsProse(List<string> words) =>
        words is [{ Length: 2 } first, _, "a"] && first.All(char.IsAsciiLetterLower);

    // In prose "24/7", "120/80" and "500/month" are no references: there must be a digit, and a letter or five characters.
    [GeneratedRegex(@"(?<![\w/])[0-9]{3} ?/ ?(?=[A-Z]*[0-9])(?=[0-9]*[A-Z]|[0-9]{5})[A-Z0-9]{1,10}(?![\w/])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Typed.Patience)]
    private static partial Regex PayeReferences();

    [GeneratedRegex(@"[^\p{L}\p{Nd} \t\u00A0\u2007\u202F\p{Pd}]+", RegexOptions.None, matchTimeoutMilliseconds: Typed.Patience)]
    private static partial Regex Stretches();

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+", RegexOptions.None, matchTimeoutMilliseconds: Typed.Patience)]
    private static partial Regex Gaps();
}
