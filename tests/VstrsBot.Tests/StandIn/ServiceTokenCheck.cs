using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace VstrsBot.Tests.PretendTeams;

/// <summary>The documented checks of a service token, by the library alone: a second opinion on what the stand-in signs.</summary>
internal sealed class ServiceTokenCheck(string metadataUrl, string appId, TimeProvider time)
{
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    public async Task<bool> AcceptsAsync(StringValues authorization, JsonObject activity, CancellationToken ct)
    {
        if (authorization is not [{ } header] || !header.StartsWith("Bearer ", StringComparison.Ordinal)) return false;
        var documents = new HttpDocumentRetriever { RequireHttps = false };
        var published = await OpenIdConnectConfigurationRetriever.GetAsync(metadataUrl, documents, ct);
        var result = await _handler.ValidateTokenAsync(header["Bearer ".Length..], new TokenValidationParameters
        {
            ValidIssuer = published.Issuer,
            ValidAudience = appId,
            ValidAlgorithms = published.IdTokenSigningAlgValuesSupported,
            IssuerSigningKeys = published.SigningKeys,
            LifetimeValidator = (from, to, _, _) => from <= time.GetUtcNow().UtcDateTime && time.GetUtcNow().UtcDateTime < to,
        });
        return result.IsValid
            && result.Claims.TryGetValue("serviceurl", out var service) && (string?)activity["serviceUrl"] == service as string
            && IsEndorsed(published, result.SecurityToken.SigningKey.KeyId, (string?)activity["channelId"]);
    }

    private static bool IsEndorsed(OpenIdConnectConfiguration published, string keyId, string? channel) =>
        published.JsonWebKeySet.Keys.Single(k => k.KeyId == keyId).AdditionalData.TryGetValue("endorsements", out var list)
        && list is JsonElement names && names.EnumerateArray().Any(name => name.GetString() == channel);
}
