using VstrsBot.Teams.Outbound;
using VstrsBot.Teams.Playground;

namespace VstrsBot.Teams;

/// <summary>What must hold of the settings before the bot starts.</summary>
internal static class TeamsSettingsRules
{
    private const string Section = "Teams:";

    /// <summary>Everything wrong with the settings; empty when the bot may start.</summary>
    /// <param name="settings">As read.</param>
    /// <param name="production">In Production nothing may point at this machine or go unencrypted.</param>
    public static IReadOnlyList<SettingFault> Validate(this TeamsSettings settings, bool production)
    {
        List<SettingFault> faults = [];
        void Require(bool holds, string name, string reason)
        {
            if (!holds) faults.Add(new SettingFault(Section + name, reason));
        }

        Require(IsGuid(settings.AppId), nameof(settings.AppId), "must be the bot's app id, a GUID");
        Require(IsGuid(settings.TenantId), nameof(settings.TenantId), "must be the tenant the bot is registered in, a GUID");
        Require(settings.AllowedTenants.All(IsGuid), nameof(settings.AllowedTenants), "must all be GUIDs");
        Require(settings.Issuer.Length > 0, nameof(settings.Issuer), "must name the issuer of inbound tokens");
        Require(IsSafe(settings.OpenIdMetadata, production), nameof(settings.OpenIdMetadata), AddressRule(production));
        Require(IsSafe(settings.Authority, production: true), nameof(settings.Authority), AddressRule(production: true));
        Require(settings.TokenEndpoint is null || IsSafe(settings.TokenEndpoint, production), nameof(settings.TokenEndpoint), AddressRule(production));
        Require(settings.Scope.Length > 0, nameof(settings.Scope), "must say what the token is for");
        Require(settings.SendTimeout > TimeSpan.Zero && settings.SendTimeout <= ConnectorCalls.Longest, nameof(settings.SendTimeout), "must be between 0 and 10 seconds: a send is over before another process may begin the same");
        Require(settings.AnswerWithin > TimeSpan.Zero && settings.AnswerWithin <= TimeSpan.FromSeconds(15), nameof(settings.AnswerWithin), "must be between 0 and 15 seconds");
        Require(settings.BodyLimit is >= 16 * 1024 and <= 4 * 1024 * 1024, nameof(settings.BodyLimit), "must be between 16 KiB and 4 MiB, in bytes");
        foreach (var entry in settings.ServiceHosts)
            Require(ServiceHosts.IsEntry(entry, production), nameof(settings.ServiceHosts), "must be exact host names" + (production ? "" : ", or loopback origins such as http://127.0.0.1:5001"));

        faults.AddRange(FaultsOf(settings.Credential));
        faults.AddRange(PlaygroundSwitch.Faults(settings, production));
        return faults;
    }

    private static IEnumerable<SettingFault> FaultsOf(CredentialSettings credential)
    {
        (bool Holds, string Name, string Reason) rule = credential.Kind switch
        {
            CredentialKind.FederatedIdentity => (IsGuid(credential.ManagedIdentityClientId), nameof(credential.ManagedIdentityClientId), "must be the managed identity's client id, a GUID"),
            CredentialKind.ManagedIdentity => (true, "", ""),
            CredentialKind.Certificate => (credential.CertificatePath is { Length: > 0 } ^ credential.CertificateThumbprint is { Length: > 0 }, nameof(credential.CertificatePath), "give either CertificatePath or CertificateThumbprint"),
            CredentialKind.ClientSecret => (credential.ClientSecret is { Length: > 0 }, nameof(credential.ClientSecret), "must be given for this kind of credential"),
            _ => (false, nameof(credential.Kind), "must be FederatedIdentity, ManagedIdentity, Certificate or ClientSecret"),
        };
        if (!rule.Holds) yield return new SettingFault($"{Section}{nameof(TeamsSettings.Credential)}:{rule.Name}", rule.Reason);
    }

    private static bool IsGuid(string? text) => Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty;

    private static bool IsSafe(string text, bool production) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.UserInfo.Length == 0
        && (production
            ? address.Scheme == Uri.UriSchemeHttps && !address.IsLoopback
            : address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static string AddressRule(bool production) =>
        production ? "must be an https address, not on this machine" : "must be an https address, or http on this machine";
}
