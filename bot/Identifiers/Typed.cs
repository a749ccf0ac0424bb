using System.Globalization;

namespace VstrsBot.Identifiers;

/// <summary>What people type around a reference: spaces, punctuation, lower case.</summary>
internal static class Typed
{
    /// <summary>
    /// How long looking for a pattern may take, in milliseconds of the machine: within what an answer may. Every pattern is done in far less;
    /// a machine that stands still for a moment must not fail whoever typed.
    /// </summary>
    public const int Patience = 5_000;

    /// <summary>Letters and digits alone, upper case. What is neither space nor punctuation stays, so that it fails the rule.</summary>
    public static string Clean(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !char.IsPunctuation(c) && !char.IsSymbol(c))).ToUpperInvariant();

    /// <summary>Digits of any script, and full-width letters and signs, as plain ones; characters nobody sees go. For guards, never for values.</summary>
    public static string Plain(string text) => string.Concat(text.Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format).Select(Plain));

    private static char Plain(char c) =>
        char.IsAsciiDigit(c) ? c
        : CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit)
        : c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0)
        : c;
}
