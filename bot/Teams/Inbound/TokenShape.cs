using System.Buffers.Text;
using System.Text.Json;

namespace VstrsBot.Teams.Inbound;

/// <summary>
/// What the library that checks the signature, the algorithm, the issuer and the times would let pass: several audiences, no key named, a
/// member twice, something critical, times as text, and several spellings of the same bytes (so that a changed character is the same token).
/// </summary>
internal static class TokenShape
{
    /// <summary>No token from the Bot Service comes near this, in characters.</summary>
    public const int Longest = 8 * 1024;

    private const long EndOfTime = 32_503_680_000; // the year 3000

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>The id of the key the token names, or null when the token is not one to be checked further.</summary>
    public static string? KeyIdOf(string token)
    {
        if (token.Length > Longest || token.Split('.') is not [var header, var payload, var signature]) return null;
        if (Decode(signature) is not { Length: > 0 } || Decode(header) is not { } head || Decode(payload) is not { } claims) return null;

        try
        {
            using var headJson = JsonDocument.Parse(head, Strict);
            using var claimsJson = JsonDocument.Parse(claims, Strict);
            return HasClaims(claimsJson.RootElement) ? KeyIdOf(headJson.RootElement) : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null; // no JSON, or half a surrogate pair where a text should be
        }
    }

    private static string? KeyIdOf(JsonElement header) =>
        header.ValueKind == JsonValueKind.Object
        && !header.TryGetProperty("crit", out _)
        && Text(header, "kid") is { Length: > 0 } keyId
            ? keyId
            : null;

    private static bool HasClaims(JsonElement claims) =>
        claims.ValueKind == JsonValueKind.Object
        && Text(claims, "aud") is not null
        && IsSecond(claims, "nbf")
        && IsSecond(claims, "exp");

    private static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    // The library would also take these as text, and a number past all years as never running out.
    private static bool IsSecond(JsonElement of, string name) =>
        of.TryGetProperty(name, out var member)
        && member.ValueKind == JsonValueKind.Number
        && member.TryGetInt64(out var second)
        && second is > 0 and < EndOfTime;

    private static byte[]? Decode(string part)
    {
        if (!Base64Url.IsValid(part)) return null;

        var bytes = Base64Url.DecodeFromChars(part);
        return Base64Url.EncodeToString(bytes) == part ? bytes : null;
    }
}
