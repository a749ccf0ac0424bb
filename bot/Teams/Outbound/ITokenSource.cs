using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using Microsoft.Identity.Web;

namespace VstrsBot.Teams.Outbound;

/// <summary>Where tokens come from. One long-lived object of the identity library: it holds the cache.</summary>
internal interface ITokenSource
{
    /// <summary>A token, from the cache unless <paramref name="force"/>.</summary>
    Task<string> AcquireAsync(bool force, CancellationToken ct);
}

/// <summary>An app registration, with whichever proof it uses.</summary>
internal sealed class AppTokenSource(TeamsSettings settings, IMsalHttpClientFactory http) : ITokenSource
{
    private readonly Lazy<IConfidentialClientApplication> _app = new(() => Build(settings, http));

    /// <inheritdoc/>
    public async Task<string> AcquireAsync(bool force, CancellationToken ct) =>
        (await _app.Value.AcquireTokenForClient([settings.Scope]).WithForceRefresh(force).ExecuteAsync(ct)).AccessToken;

    private static IConfidentialClientApplication Build(TeamsSettings settings, IMsalHttpClientFactory http)
    {
        var app = ConfidentialClientApplicationBuilder.Create(settings.AppId)
            .WithAuthority($"{settings.Authority.TrimEnd('/')}/{settings.TenantId}")
            .WithInstanceDiscovery(enableInstanceDiscovery: false)
            .WithHttpClientFactory(http, retryOnceOn5xx: false);
        return WithProof(app, settings.Credential).Build();
    }

    private static ConfidentialClientApplicationBuilder WithProof(ConfidentialClientApplicationBuilder app, CredentialSettings credential)
    {
        switch (credential.Kind)
        {
            case CredentialKind.Certificate:
                return app.WithCertificate(TeamsCertificate.Load(credential), sendX5C: true);
            case CredentialKind.ClientSecret:
                return app.WithClientSecret(credential.ClientSecret);
            default:
                var assertion = new ManagedIdentityClientAssertion(credential.ManagedIdentityClientId!);
                return app.WithClientAssertion((AssertionRequestOptions options) => assertion.GetSignedAssertionAsync(options));
        }
    }
}

/// <summary>A bot whose app id is itself a managed identity's client id.</summary>
internal sealed class ManagedIdentityTokenSource(TeamsSettings settings, IMsalHttpClientFactory http) : ITokenSource
{
    private const string AllPermissions = "/.default";

    private readonly Lazy<IManagedIdentityApplication> _app = new(() =>
        ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(settings.AppId)).WithHttpClientFactory(http).Build());

    /// <inheritdoc/>
    public async Task<string> AcquireAsync(bool force, CancellationToken ct)
    {
        var resource = settings.Scope.EndsWith(AllPermissions, StringComparison.Ordinal) ? settings.Scope[..^AllPermissions.Length] : settings.Scope;
        return (await _app.Value.AcquireTokenForManagedIdentity(resource).WithForceRefresh(force).ExecuteAsync(ct)).AccessToken;
    }
}
