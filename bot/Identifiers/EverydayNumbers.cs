using System.Text.RegularExpressions;

namespace VstrsBot.Identifiers;

/// <summary>Phone numbers, dates and amounts of money, which can pass for a reference or a card when their digits are run together.</summary>
internal static partial class EverydayNumbers
{
    /// <summary>The text with each of them replaced by a bar.</summary>
    public static string TakenOut(string text) => Any().Replace(text, "|");

    // Phones begin with + or 0; a Unique Taxpayer Reference never does. After a group of four, a 0 goes on with a card number.
    [GeneratedRegex(
        @"(?<![0-9A-Za-z])(\+[0-9]{1,3}([\s\-()]*[0-9]){7,12}|0044([\s\-()]*[0-9]){9,11}|(?<!\b[0-9]{4}[\s\p{Pd}.]{1,3})0(?=[1-9][0-9]{1,3}\b|[1-9][0-9]{8,9}\b)([\s\-()]*[0-9]){9,10})(?![0-9])"
        + @"|(?<![0-9])((19|20)[0-9]{2}[\-/.](0?[1-9]|1[0-2])[\-/.](0?[1-9]|[12][0-9]|3[01])|(0?[1-9]|[12][0-9]|3[01])(?<sign>[\-/. ])(0?[1-9]|1[0-2])\k<sign>((19|20)[0-9]{2}|[0-9]{2}))(?![0-9])"
        + @"|£\s?[0-9]+([, ][0-9]{3})*(\.[0-9]{2})?(?![0-9])|(?<![0-9.])[0-9]+\.[0-9]{2}(?![0-9.])",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Typed.Patience)]
    private static partial Regex Any();
}
