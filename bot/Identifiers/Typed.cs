namespace VstrsBot.Identifiers;

/// <summary>What people type around a reference: spaces, punctuation, lower case.</summary>
internal static class Typed
{
    public static string Clean(string text) =>
        string.Concat(text.Where(c => char.IsLetterOrDigit(c) || c > 127)).ToUpperInvariant();
}
