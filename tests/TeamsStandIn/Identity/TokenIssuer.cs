using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TeamsStandIn.Identity;

/// <summary>The Bot Service as token issuer: signs what Teams sends to the bot. Teams: authenticate requests with the Bot Connector API.</summary>
internal sealed class TokenIssuer : IDisposable
{
    /// <summary>The issuer of the public cloud.</summary>
    public const string Issuer = "https://api.botframework.com";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly Lazy<RSAParameters> First = new(ServiceKey.NewKey); // made once: it takes longer than all else at start

    private readonly Lock gate = new();
    private readonly List<ServiceKey> keys = [];
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly StandInOptions options;
    private ((string ServiceUrl, ServiceKey By, long Second)? What, string Token) signed = (null, "");
    private int made;
    private int metadataReads;
    private int keyReads;

    public TokenIssuer(StandInOptions options)
    {
        this.options = options;
        Current = AddKey();
    }

    /// <summary>The key that signs now.</summary>
    public ServiceKey Current { get; private set; }

    /// <summary>How often the OpenID metadata was asked for.</summary>
    public int MetadataReads => Volatile.Read(ref metadataReads);

    /// <summary>How often the key set was asked for.</summary>
    public int KeyReads => Volatile.Read(ref keyReads);

    /// <summary>Adds a key, endorsed for <c>msteams</c> unless told otherwise. It signs only after <see cref="SignWith"/>, or by a forge.</summary>
    /// <param name="endorsements">Channel ids; null is the usual list.</param>
    /// <param name="published">Whether the key set lists it.</param>
    /// <param name="withoutEndorsements">The key has no such member at all.</param>
    public ServiceKey AddKey(IReadOnlyList<string>? endorsements = null, bool published = true, bool withoutEndorsements = false)
    {
        lock (gate)
        {
            var key = new ServiceKey($"service-key-{++made}", withoutEndorsements ? null : endorsements ?? ["msteams", "webchat"], made is 1 ? First.Value : null) { Published = published };
            keys.Add(key);
            return key;
        }
    }

    public void SignWith(ServiceKey key) => Current = key;

    /// <summary>A new key signs from now on; the old one stays listed until it is withdrawn.</summary>
    public ServiceKey RollOver()
    {
        Current = AddKey();
        return Current;
    }

    /// <summary>Takes the key off the key set.</summary>
    public static void Withdraw(ServiceKey key) => key.Published = false;

    /// <summary>A service token for one delivery, as Teams signs it or as forged.</summary>
    public string Sign(string serviceUrl, TokenForge? forge = null)
    {
        var now = options.Time.GetUtcNow();
        if (forge is not null)
            return Make(serviceUrl, forge, now);

        // Within one second it would come out the same, to the last byte, and signing takes long.
        lock (gate)
        {
            var what = (serviceUrl, Current, now.ToUnixTimeSeconds());
            if (signed.What != what)
                signed = (what, Make(serviceUrl, new(), now));
            return signed.Token;
        }
    }

    private string Make(string serviceUrl, TokenForge forge, DateTimeOffset now)
    {
        var claims = new JsonObject
        {
            ["iss"] = Issuer,
            ["aud"] = options.AppId,
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
            ["serviceurl"] = serviceUrl,
        };
        foreach (var (name, value) in forge.Claims)
        {
            claims.Remove(name);
            if (value is not null) claims[name] = value.DeepClone();
        }

        var token = SignedBy(forge) is { } credentials
            ? handler.CreateToken(claims.ToJsonString(), credentials)
            : handler.CreateToken(claims.ToJsonString());
        return forge.Mangle?.Invoke(token) ?? token;
    }

    public JsonObject Metadata(string baseUrl)
    {
        Interlocked.Increment(ref metadataReads);
        return new()
        {
            ["issuer"] = Issuer,
            ["authorization_endpoint"] = "https://invalid.botframework.com",
            ["jwks_uri"] = $"{baseUrl}/v1/.well-known/keys",
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
        };
    }

    public JsonObject KeySet()
    {
        Interlocked.Increment(ref keyReads);
        lock (gate) return new() { ["keys"] = new JsonArray([.. keys.Where(k => k.Published).Select(k => k.ToJwk())]) };
    }

    public void Dispose()
    {
        foreach (var key in keys) key.Dispose();
    }

    private SigningCredentials? SignedBy(TokenForge forge)
    {
        var key = forge.SignWith ?? Current;
        var keyId = forge.KeyId is null ? key.Id : forge.KeyId.Length is 0 ? null : forge.KeyId;
        return forge.Algorithm switch
        {
            "none" => null,
            var hs when hs.StartsWith("HS", StringComparison.Ordinal) => new(new SymmetricSecurityKey(key.PublicBytes) { KeyId = keyId }, hs),
            var rs => new(key.Named(keyId), rs),
        };
    }
}
