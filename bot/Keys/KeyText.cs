namespace VstrsBot.Keys;

/// <summary>A key as text: base64 of exactly 32 bytes. White space around it is ignored.</summary>
internal static class KeyText
{
    public const int Length = 32;

    /// <param name="where">The setting or file, for the message.</param>
    /// <exception cref="KeyException">Not base64, or not 32 bytes.</exception>
    public static byte[] Parse(string text, string where)
    {
        var bytes = new byte[Length + 1];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var read) && read == Length
            ? bytes[..Length]
            : throw new KeyException(where, $"must be base64 of {Length} bytes. Make one with: openssl rand -base64 {Length}");
    }
}
