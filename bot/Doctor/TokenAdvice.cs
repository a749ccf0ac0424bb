using VstrsBot.Teams;

namespace VstrsBot.Doctor;

/// <summary>What to do when no token can be had. The numbers are those of Entra ("Microsoft Entra authentication and authorization error codes").</summary>
internal static class TokenAdvice
{
    public static string For(string fault, TeamsSettings teams) => fault switch
    {
        "AADSTS7000215" => "Teams:Credential:ClientSecret is not the secret's value (not its id). Make a new secret and set it.",
        "AADSTS7000222" => "The client secret has run out. Make a new one, set it and Teams:Credential:SecretExpires.",
        "AADSTS700016" => "There is no app with Teams:AppId in the tenant of Teams:TenantId. Check both.",
        "AADSTS7000229" => "The app has no service principal in the tenant. Make it: az ad sp create --id APPID",
        "AADSTS90002" or "AADSTS900023" => "Teams:TenantId is no tenant of this cloud. Check it and Teams:Authority.",
        "AADSTS700027" => "The app does not know this certificate, or it has run out. Upload the public part to the app registration.",
        "AADSTS70021" or "AADSTS700213" or "AADSTS700211" or "AADSTS700212" => Federated(teams),
        _ when teams.Credential.Kind == CredentialKind.FederatedIdentity => $"Check that this machine has the identity of Teams:Credential:ManagedIdentityClientId. {Federated(teams)}",
        _ when teams.Credential.Kind == CredentialKind.ManagedIdentity => "Check that this machine has the user-assigned identity whose client id is Teams:AppId.",
        _ => $"Check that this machine reaches {new Uri(teams.TokenEndpoint ?? teams.Authority).Host}, and Teams:AppId, Teams:TenantId and Teams:Credential.",
    };

    private static string Federated(TeamsSettings teams) =>
        $"The app registration must trust the identity: a federated credential with issuer {teams.Authority.TrimEnd('/')}/{teams.TenantId}/v2.0, "
        + "as subject the identity's object (principal) id, not its client id, and audience api://AzureADTokenExchange.";
}
