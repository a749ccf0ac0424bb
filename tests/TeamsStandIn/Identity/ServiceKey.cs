using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace TeamsStandIn.Identity;

/// <summary>One signing key of the service, with the channels it is endorsed for.</summary>
internal sealed class ServiceKey(string id, IReadOnlyList<string>? endorsements, RSAParameters? made = null) : IDisposable
{
    private readonly RSA rsa = RSA.Create(made ?? NewKey());

    public string Id { get; } = id;

    /// <summary>The key's <c>endorsements</c>; null leaves the member out.</summary>
    public IReadOnlyList<string>? Endorsements { get; } = endorsements;

    /// <summary>Whether the key set lists it.</summary>
    public bool Published { get; set; }

    internal RsaSecurityKey Named(string? keyId) => new(rsa) { KeyId = keyId, CryptoProviderFactory = new() { CacheSignatureProviders = false } };

    internal byte[] PublicBytes => rsa.ExportSubjectPublicKeyInfo();

    public JsonObject ToJwk()
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: false)));
        var jwk = new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = Id, ["x5t"] = Id, ["n"] = key.N, ["e"] = key.E };
        if (Endorsements is not null) jwk["endorsements"] = new JsonArray([.. Endorsements.Select(e => (JsonNode)e)]);
        return jwk;
    }

    public static RSAParameters NewKey()
    {
        using var fresh = RSA.Create(2048);
        return fresh.ExportParameters(includePrivateParameters: true);
    }

    public void Dispose() => rsa.Dispose();
}
