using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace VstrsBot.Teams.Inbound;

/// <summary>
/// Proves that a call comes from the Bot Service, for this bot. Which service address and which channel it speaks for is compared with
/// the activity afterwards (<see cref="ActivityRules"/>).
/// </summary>
/// <remarks>
/// Source: Bot Framework, "Authenticate requests with the Bot Connector API". Its eight checks stand here by number: 1 one Bearer token; 2 a
/// well-formed signed one (<see cref="TokenShape"/>); 3 issuer; 4 audience; 5 times; 6 signature, by a published key; 7 that key speaks for the
/// activity's channel and 8 the token for its service address (<see cref="ActivityRules"/>).
/// </remarks>
internal sealed class BotTokenValidation(TeamsSettings settings, PublishedKeys keys, TimeProvider time) : ICallProof
{
    private const string Scheme = "Bearer ";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _library = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = TokenShape.Longest };

    /// <inheritdoc/>
    public Task<VerifiedToken?> ProveAsync(HttpRequest call, CancellationToken ct) => ValidateAsync(call.Headers.Authorization, ct);

    /// <summary>What the token proves, or null when it proves nothing.</summary>
    /// <param name="authorization">The Authorization header as it came, every value of it.</param>
    /// <param name="ct">Gives up waiting for keys.</param>
    public async Task<VerifiedToken?> ValidateAsync(StringValues authorization, CancellationToken ct)
    {
        if (authorization is not [{ } header] || !header.StartsWith(Scheme, StringComparison.Ordinal)) return null; // 1

        var token = header[Scheme.Length..];
        if (TokenShape.KeyIdOf(token) is not { } keyId) return null; // 2
        if (await keys.FindAsync(keyId, ct) is not { } key || !key.IsInDate(time.GetUtcNow(), Skew)) return null; // 6

        var result = await _library.ValidateTokenAsync(token, RulesFor(key));
        return result is { IsValid: true, SecurityToken: JsonWebToken verified }
            && verified.TryGetPayloadValue<string>("serviceurl", out var serviceUrl)
                ? new VerifiedToken(serviceUrl, key.Endorsements)
                : null;
    }

    private TokenValidationParameters RulesFor(PublishedKey key) => new()
    {
        ValidIssuer = settings.Issuer, // 3
        ValidAudience = settings.AppId, // 4
        IgnoreTrailingSlashWhenValidatingAudience = false,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256], // 6
        IssuerSigningKey = key.Key,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ValidateLifetime = true, // 5
        LifetimeValidator = IsInDate,
    };

    private bool IsInDate(DateTime? from, DateTime? to, SecurityToken token, TokenValidationParameters rules)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return from is { } start && to is { } end && start < end && start <= now + Skew && now - Skew < end;
    }
}
