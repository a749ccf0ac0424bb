using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using VstrsBot.Handoffs;

namespace VstrsBot.Keys;

/// <summary>
/// Digests SEES ID codes with HMAC-SHA-256 under the desk's key, so that the code itself is kept nowhere. The caller
/// normalises: one code has one normal form.
/// </summary>
internal sealed class SeesDigest(DeskKeys keys)
{
    /// <summary>The digest of one adviser's code. The same code of another adviser has another digest.</summary>
    public CodeDigest Of(PersonId adviser, string normalised) =>
        CodeDigest.FromBytes(Digest("sees-code", adviser.ToString(), normalised));

    /// <summary>What stands for one typed code among the attempts of one handoff: base64url, 43 characters. Typed again, it is the same.</summary>
    /// <param name="handoff">The handoff number.</param>
    public string OfAttempt(string handoff, string normalised) =>
        Base64Url.EncodeToString(Digest("sees-attempt", handoff, normalised));

    // Nothing before the code can hold the separator, so no two triples have one text.
    private byte[] Digest(string purpose, string boundTo, string normalised)
    {
        ArgumentException.ThrowIfNullOrEmpty(normalised);
        if (boundTo.Contains('\n'))
            throw new ArgumentException("A handoff number is one line.", nameof(boundTo));

        return HMACSHA256.HashData(keys.SeesDigest.Span, Encoding.UTF8.GetBytes($"{purpose}\n{boundTo}\n{normalised}"));
    }
}
