using System.Text.RegularExpressions;
using VstrsBot.Identifiers;

namespace VstrsBot.Forms;

/// <summary>
/// The PIN between VSTRS and an organisation is never shared with anyone else in HMRC (DMBM512015). Its format is not public, so no pattern
/// can be complete: text that names a secret next to digits, or holds a payment card number, is refused.
/// </summary>
internal static partial class PinGuard
{
    public const string Refusal = "Remove the PIN. It must not be shared outside VSTRS.";

    // The signs between the letters of P.I.N. are the same ones, so that "20 p in cash" is none; neither are pins and needles.
    private const string Secret =
        @"((?<!\p{L})(p(?<sign>[\s.\-]{0,2})[i1!]\k<sign>n(s|no|num|number|code)?(?!\p{L}|-?point|\s+and\s+needles)"
        + @"|pass[\s\-_.]{0,2}(code|word|phrase|key)s?"
        + @"|(security|secret)[\s\-]+(answer|question|word|number|code|phrase)s?"
        + @"|memorable[\s\-]+(answer|word|information|info|date|name|place|number|phrase)s?)(?!\p{L}))";

    private const string Digits = @"([0-9]|\b((zero|nought|oh|one|two|three|four|five|six|seven|eight|nine)\b[\s,.\-]*){3})";

    public static bool Refuses(string text)
    {
        var plain = Typed.Plain(text);
        return SecretNearDigits().IsMatch(plain) || PaymentCard.IsIn(plain);
    }

    // Within a short reach of each other, either way round.
    [GeneratedRegex(
        Secret + ".{0,40}?" + Digits + "|" + Digits + ".{0,20}?" + Secret,
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Typed.Patience)]
    private static partial Regex SecretNearDigits();
}
