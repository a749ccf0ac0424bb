namespace VstrsBot.Teams;

/// <summary>How the bot and Teams know each other. Checked at start by <see cref="TeamsSettingsRules.Validate"/>.</summary>
internal sealed record TeamsSettings
{
    /// <summary>The bot's app (client) id, a GUID. Required: without it every call is refused.</summary>
    public string AppId { get; init; } = "";

    /// <summary>The tenant the bot is registered in, a GUID. Required.</summary>
    public string TenantId { get; init; } = "";

    /// <summary>Tenants whose people may use the bot, GUIDs. Empty means <see cref="TenantId"/> alone.</summary>
    public IReadOnlyList<string> AllowedTenants { get; init; } = [];

    /// <summary>The one issuer whose tokens are accepted. Default: the Bot Service of the public cloud.</summary>
    public string Issuer { get; init; } = "https://api.botframework.com";

    /// <summary>Where the issuer publishes its keys. https; http only on loopback and never in Production.</summary>
    public string OpenIdMetadata { get; init; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Where tokens come from: the sign-in authority, without the tenant. https.</summary>
    public string Authority { get; init; } = "https://login.microsoftonline.com";

    /// <summary>Overrides the address tokens are asked from; unset means the authority's. http only on loopback and never in Production.</summary>
    public string? TokenEndpoint { get; init; }

    /// <summary>What the token is for. Default: the connector of the public cloud.</summary>
    public string Scope { get; init; } = "https://api.botframework.com/.default";

    /// <summary>
    /// Hosts a token may be sent to besides smba.trafficmanager.net: exact host names (https, default port), or whole loopback origins such as
    /// http://127.0.0.1:5001, which are refused in Production.
    /// </summary>
    public IReadOnlyList<string> ServiceHosts { get; init; } = [];

    /// <summary>
    /// For Development alone, anywhere else it stops the start: the service address of a Microsoft 365 Agents Playground on this machine, such as
    /// http://127.0.0.1:56150/_connector. Calls made on this machine then need no token, and nothing is sent anywhere else.
    /// </summary>
    public string? Playground { get; init; }

    /// <summary>How the bot proves who it is when it asks for a token.</summary>
    public CredentialSettings Credential { get; init; } = new();

    /// <summary>How long one call to Teams may take with its token, 10 seconds at most: a send is over before another process may begin the same.</summary>
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long handling one inbound activity may take: Teams gives up at 10 to 15 seconds.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(9);

    /// <summary>The longest inbound body, in bytes.</summary>
    public int BodyLimit { get; init; } = 256 * 1024;

    /// <summary>The tenants in force.</summary>
    internal IEnumerable<string> TenantsInForce => AllowedTenants.Count > 0 ? AllowedTenants : [TenantId];
}

/// <summary>The bot's credential: a kind and what that kind needs.</summary>
internal sealed record CredentialSettings
{
    /// <summary>How the bot proves who it is. Default: federated identity, which needs no secret.</summary>
    public CredentialKind Kind { get; init; } = CredentialKind.FederatedIdentity;

    /// <summary>FederatedIdentity: client id of the user-assigned managed identity the app registration trusts, a GUID.</summary>
    public string? ManagedIdentityClientId { get; init; }

    /// <summary>Certificate: a PKCS #12 (.pfx) file with its private key. Either this or <see cref="CertificateThumbprint"/>.</summary>
    public string? CertificatePath { get; init; }

    /// <summary>Certificate: the thumbprint in the current user's store, hexadecimal.</summary>
    public string? CertificateThumbprint { get; init; }

    /// <summary>Certificate: the password of the file, unset when it has none.</summary>
    public string? CertificatePassword { get; init; }

    /// <summary>ClientSecret: the secret.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>ClientSecret: the day the secret runs out, so that 30, 7 and 1 days before are warned of. Entra says it once, when the secret is made.</summary>
    public DateOnly? SecretExpires { get; init; }

    /// <summary>Secrets stay out of logs and messages.</summary>
    public override string ToString() => $"{nameof(CredentialSettings)} {{ {Kind} }}";
}

/// <summary>How the bot proves who it is.</summary>
internal enum CredentialKind
{
    /// <summary>An app registration that trusts a user-assigned managed identity. What to use.</summary>
    FederatedIdentity,

    /// <summary>The app id is itself a user-assigned managed identity's client id.</summary>
    ManagedIdentity,

    /// <summary>A certificate.</summary>
    Certificate,

    /// <summary>A secret: for development and tests.</summary>
    ClientSecret,
}

/// <summary>A setting that stops the start.</summary>
/// <param name="Name">The setting, for example Teams:AppId.</param>
/// <param name="Reason">What is wrong, in a sentence, without the value.</param>
internal sealed record SettingFault(string Name, string Reason);
