using System.Text.Json.Nodes;

namespace TeamsStandIn.Identity;

/// <summary>What a service token, or the header that carries it, says other than it should. Everything left alone is as Teams does it.</summary>
internal sealed record TokenForge
{
    /// <summary>Claims to replace (<c>iss</c>, <c>aud</c>, <c>serviceurl</c>, <c>exp</c>, …); a null value takes the claim out.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Claims { get; init; } = new Dictionary<string, JsonNode?>();

    /// <summary>The key that signs; null is the present one.</summary>
    public ServiceKey? SignWith { get; init; }

    /// <summary>The <c>kid</c> of the header when it is not the signing key's; empty for none.</summary>
    public string? KeyId { get; init; }

    /// <summary>RS256, RS384, …; an HS algorithm signs with the public key's bytes; <c>none</c> leaves the token unsigned.</summary>
    public string Algorithm { get; init; } = "RS256";

    /// <summary>Changes the finished token.</summary>
    public Func<string, string>? Mangle { get; init; }

    /// <summary>The Authorization header values to send in place of the usual one; empty sends none. <c>{token}</c> stands for the token.</summary>
    public IReadOnlyList<string>? Authorization { get; init; }

    public static TokenForge NoHeader { get; } = new() { Authorization = [] };

    public static TokenForge Unsigned { get; } = new() { Algorithm = "none" };

    public static TokenForge Claim(string name, JsonNode? value) => new() { Claims = new Dictionary<string, JsonNode?> { [name] = value } };
}
