using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace TeamsStandIn.Identity;

/// <summary>Entra as the bot meets it: client credentials in, an opaque connector token out.</summary>
internal sealed class EntraTokens(StandInOptions options)
{
    private const string Scope = "https://api.botframework.com/.default";
    private const string JwtBearer = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(3599);

    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> live = [];
    private int issued;

    /// <summary>How many tokens were issued.</summary>
    public int Issued => Volatile.Read(ref issued);

    /// <summary>Every token issued so far stops working: the connector answers 401 to it.</summary>
    public void RevokeAll()
    {
        lock (gate) live.Clear();
    }

    /// <summary>Whether the header value is a bearer token issued here and still good.</summary>
    public bool Accepts(string? authorization)
    {
        lock (gate)
        {
            return authorization?.StartsWith("Bearer ", StringComparison.Ordinal) is true
                && live.TryGetValue(authorization["Bearer ".Length..], out var until)
                && options.Time.GetUtcNow() < until;
        }
    }

    /// <summary>Answers the token endpoint.</summary>
    public (int Status, JsonObject Body) Answer(string tenant, IFormCollection form)
    {
        if (tenant != options.TenantId) return Refused(400, "invalid_request", $"AADSTS90002: Tenant '{tenant}' not found.");
        if (form["grant_type"] != "client_credentials") return Refused(400, "unsupported_grant_type", "AADSTS70003: The grant type is not supported.");
        if (form["client_id"] != options.AppId) return Refused(400, "unauthorized_client", "AADSTS700016: The application was not found in the tenant.");
        if (form["scope"] != Scope) return Refused(400, "invalid_scope", "AADSTS70011: The scope is not valid.");
        var proven = form["client_assertion_type"] == JwtBearer ? form["client_assertion"].ToString().Split('.').Length is 3 : form["client_secret"] == options.ClientSecret;
        return proven ? Issue() : Refused(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.");
    }

    private (int Status, JsonObject Body) Issue()
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        lock (gate) live[token] = options.Time.GetUtcNow() + Lifetime;
        Interlocked.Increment(ref issued);
        return (200, new() { ["token_type"] = "Bearer", ["expires_in"] = (int)Lifetime.TotalSeconds, ["access_token"] = token });
    }

    private static (int Status, JsonObject Body) Refused(int status, string error, string description) =>
        (status, new() { ["error"] = error, ["error_description"] = description });
}
