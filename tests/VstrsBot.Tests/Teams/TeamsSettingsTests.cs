using VstrsBot.Teams;
using Xunit;

namespace VstrsBot.Tests.Teams;

public sealed class TeamsSettingsTests
{
    private static readonly TeamsSettings Good = new()
    {
        AppId = Ids.App,
        TenantId = Ids.Tenant,
        Credential = new CredentialSettings { ManagedIdentityClientId = "dddddddd-1111-4222-8333-444444444444" },
    };

    private static readonly TeamsSettings Local = Good with
    {
        OpenIdMetadata = "http://127.0.0.1:5001/metadata",
        TokenEndpoint = "http://localhost:5001/token",
        ServiceHosts = ["http://127.0.0.1:5001", "https://127.0.0.1:5002/", "http://[::1]:5003"],
    };

    [Fact]
    public void Good_settings_start_anywhere()
    {
        Assert.Empty(Good.Validate(production: true));
        Assert.Empty(Good.Validate(production: false));
    }

    [Fact]
    public void Addresses_on_this_machine_are_for_development() => Assert.Empty(Local.Validate(production: false));

    [Fact]
    public void Addresses_on_this_machine_stop_the_start_in_production() => Assert.Equal(
        ["Teams:OpenIdMetadata", "Teams:TokenEndpoint", "Teams:ServiceHosts", "Teams:ServiceHosts", "Teams:ServiceHosts"],
        Local.Validate(production: true).Select(fault => fault.Name));

    [Fact]
    public void Without_an_app_id_nothing_starts() => Assert.Contains(
        (Good with { AppId = "" }).Validate(production: false), fault => fault is { Name: "Teams:AppId", Reason: "must be the bot's app id, a GUID" });

    [Fact]
    public void What_is_wrong_is_named()
    {
        Named("Teams:TenantId", Good with { TenantId = "contoso" });
        Named("Teams:AllowedTenants", Good with { AllowedTenants = [Ids.Tenant, "*"] });
        Named("Teams:Issuer", Good with { Issuer = "" });
        Named("Teams:OpenIdMetadata", Good with { OpenIdMetadata = "http://login.example/" });
        Named("Teams:OpenIdMetadata", Good with { OpenIdMetadata = "login" });
        Named("Teams:Authority", Good with { Authority = "http://127.0.0.1:5001" });
        Named("Teams:TokenEndpoint", Good with { TokenEndpoint = "http://login.example/token" });
        Named("Teams:Scope", Good with { Scope = "" });
        Named("Teams:SendTimeout", Good with { SendTimeout = TimeSpan.Zero });
        Named("Teams:SendTimeout", Good with { SendTimeout = TimeSpan.FromSeconds(10.1) });
        Named("Teams:AnswerWithin", Good with { AnswerWithin = TimeSpan.FromSeconds(16) });
        Named("Teams:BodyLimit", Good with { BodyLimit = 1000 });
        Named("Teams:Credential:ManagedIdentityClientId", Good with { Credential = new CredentialSettings() });
        Named("Teams:Credential:ClientSecret", Good with { Credential = new CredentialSettings { Kind = CredentialKind.ClientSecret } });
        Named("Teams:Credential:CertificatePath", Good with { Credential = new CredentialSettings { Kind = CredentialKind.Certificate } });
        Named("Teams:Credential:CertificatePath", Good with { Credential = new CredentialSettings { Kind = CredentialKind.Certificate, CertificatePath = "a", CertificateThumbprint = "b" } });
        Named("Teams:Credential:Kind", Good with { Credential = new CredentialSettings { Kind = (CredentialKind)9 } });
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("*.trafficmanager.net")]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("smba.example:8443")]
    [InlineData("smba.example/teams")]
    [InlineData("https://smba.example")]
    [InlineData("http://127.0.0.1:5001/teams")]
    [InlineData("http://x@127.0.0.1:5001")]
    [InlineData("ftp://127.0.0.1:5001")]
    public void A_host_that_is_no_exact_name_and_no_loopback_origin_stops_the_start(string host) =>
        Named("Teams:ServiceHosts", Good with { ServiceHosts = [host] });

    private static void Named(string setting, TeamsSettings settings) => Assert.Equal(setting, Assert.Single(settings.Validate(production: false)).Name);
}
