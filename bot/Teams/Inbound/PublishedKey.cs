using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace VstrsBot.Teams.Inbound;

/// <summary>A key the Bot Service signs with.</summary>
/// <param name="Key">The key itself.</param>
/// <param name="Endorsements">Channels it may speak for.</param>
/// <param name="NotBefore">Where it comes with a certificate, when that starts.</param>
/// <param name="NotAfter">Where it comes with a certificate, when that ends.</param>
internal sealed record PublishedKey(RsaSecurityKey Key, IReadOnlySet<string> Endorsements, DateTimeOffset? NotBefore, DateTimeOffset? NotAfter)
{
    private const int ShortestBits = 2048;

    /// <summary>False when the key's certificate has run out or not begun.</summary>
    public bool IsInDate(DateTimeOffset now, TimeSpan skew) => !(now + skew < NotBefore) && !(now - skew > NotAfter);

    /// <summary>The key, or null when it is none to verify with: not RSA, for encryption, too short, or unreadable.</summary>
    public static PublishedKey? TryRead(JsonWebKey published)
    {
        if (published is not { Kty: "RSA", Kid.Length: > 0, Use: null or "sig", N: { } modulus, E: { } exponent }) return null;

        try
        {
            var key = new RsaSecurityKey(new RSAParameters { Modulus = Base64UrlEncoder.DecodeBytes(modulus), Exponent = Base64UrlEncoder.DecodeBytes(exponent) })
            {
                KeyId = published.Kid,
            };
            if (key.KeySize < ShortestBits) return null;
            if (published.X5c.Count == 0) return new PublishedKey(key, EndorsementsOf(published), null, null);

            using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(published.X5c[0]));
            return new PublishedKey(key, EndorsementsOf(published), new DateTimeOffset(certificate.NotBefore), new DateTimeOffset(certificate.NotAfter));
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    // The library keeps this member, which no standard has, only here.
    private static FrozenSet<string> EndorsementsOf(JsonWebKey published) =>
        published.AdditionalData.TryGetValue("endorsements", out var given) && given is JsonElement { ValueKind: JsonValueKind.Array } names
            ? names.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!).ToFrozenSet(StringComparer.Ordinal)
            : [];
}
