using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VstrsBot.Teams;
using VstrsBot.Teams.Outbound;
using Xunit;

namespace VstrsBot.Tests.Teams;

/// <summary>The bot's own token, asked of a pretend token service through the real identity library.</summary>
public sealed class ConnectorTokenTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<Dictionary<string, string>> _forms = [];
    private readonly LogLines _logs = new();
    private Loopback? _server;
    private (int Status, string Body)? _answer;
    private string? _redirect;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await Loopback.StartAsync(app => app.MapPost("/oauth/token", async context =>
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        _forms.Enqueue(form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal));
        var (status, body) = _answer ?? (200, $$"""{"token_type":"Bearer","expires_in":3599,"access_token":"canary-token-{{_forms.Count}}"}""");
        context.Response.StatusCode = _redirect is null ? status : StatusCodes.Status307TemporaryRedirect;
        if (_redirect is not null) context.Response.Headers.Location = _redirect;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body, context.RequestAborted);
    }));

    public async ValueTask DisposeAsync()
    {
        _logs.Dispose();
        if (_server is not null) await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_token_is_asked_where_the_setting_says_and_kept()
    {
        await using var services = Services();
        var tokens = services.GetRequiredService<IConnectorToken>();

        Assert.Equal("canary-token-1", await tokens.GetAsync(refused: null, Stop));
        Assert.Equal("canary-token-1", await tokens.GetAsync(refused: null, Stop));

        var form = Assert.Single(_forms);
        Assert.Equal("client_credentials", form["grant_type"]);
        Assert.Equal(Ids.App, form["client_id"]);
        Assert.Equal("canary-secret", form["client_secret"]);
        Assert.Contains("https://api.botframework.com/.default", form["scope"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_token_is_replaced_once_for_everybody_who_held_it()
    {
        await using var services = Services();
        var tokens = services.GetRequiredService<IConnectorToken>();
        var refused = await tokens.GetAsync(refused: null, Stop);

        Assert.Equal("canary-token-2", await tokens.GetAsync(refused, Stop));
        Assert.Equal("canary-token-2", await tokens.GetAsync(refused, Stop));
        Assert.Equal(2, _forms.Count);
    }

    [Fact]
    public async Task Many_who_find_no_token_share_one_request()
    {
        using var gate = new SemaphoreSlim(0);
        using var logs = new LoggerFactory();
        var source = new CountedTokens { Before = () => gate.WaitAsync(Stop) };
        var tokens = new ConnectorToken(source, Failures(), logs.CreateLogger<ConnectorToken>());

        var all = Enumerable.Range(0, 20).Select(_ => tokens.GetAsync(refused: null, Stop)).ToList();
        gate.Release();

        Assert.All(await Task.WhenAll(all), token => Assert.Equal("token-1", token));
        Assert.Equal(1, source.Asked);
    }

    [Fact]
    public async Task Somebody_who_gives_up_waiting_does_not_take_the_token_from_the_others()
    {
        using var gate = new SemaphoreSlim(0);
        using var logs = new LoggerFactory();
        using var enough = new CancellationTokenSource();
        var source = new CountedTokens { Before = () => gate.WaitAsync(Stop) };
        var tokens = new ConnectorToken(source, Failures(), logs.CreateLogger<ConnectorToken>());

        var impatient = Xunit.Record.ExceptionAsync(() => tokens.GetAsync(refused: null, enough.Token));
        var patient = tokens.GetAsync(refused: null, Stop);
        await enough.CancelAsync();
        Assert.IsAssignableFrom<OperationCanceledException>(await impatient);
        gate.Release();

        Assert.Equal("token-1", await patient);
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_client","error_description":"AADSTS7000229: canary"}""", ConnectorException.TokenRefused)]
    [InlineData(401, """{"error":"unauthorized_client"}""", ConnectorException.TokenRefused)]
    [InlineData(500, "canary", ConnectorException.TokenUnavailable)]
    [InlineData(503, "", ConnectorException.TokenUnavailable)]
    public async Task No_token_is_told_apart_by_whether_trying_again_may_help(int status, string body, string code)
    {
        _answer = (status, body);
        await using var services = Services();

        var fault = await Assert.ThrowsAsync<ConnectorException>(() => services.GetRequiredService<IConnectorToken>().GetAsync(refused: null, Stop));

        Assert.Equal((0, code, false), (fault.Status, fault.Code, fault.Ambiguous));
        Assert.Single(_forms); // the library tries nothing again by itself
        Assert.Single(_logs.Ours);
        Assert.DoesNotContain("canary", _logs.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_service_that_points_elsewhere_is_not_followed()
    {
        await using var elsewhere = new FakeConnector();
        await elsewhere.StartAsync();
        _redirect = elsewhere.Address.ToString();
        await using var services = Services();

        await Assert.ThrowsAsync<ConnectorException>(() => services.GetRequiredService<IConnectorToken>().GetAsync(refused: null, Stop));

        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_token_service_that_comes_back_is_asked_again()
    {
        await using var services = Services();
        var tokens = services.GetRequiredService<IConnectorToken>();
        _answer = (503, "");
        await Assert.ThrowsAsync<ConnectorException>(() => tokens.GetAsync(refused: null, Stop));

        _answer = null;
        Assert.StartsWith("canary-token-", await tokens.GetAsync(refused: null, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_proves_who_the_bot_is_without_a_secret()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pfx");
        try
        {
            await File.WriteAllBytesAsync(file, NewCertificate("opens it"), Stop);
            await using var services = Services(new CredentialSettings { Kind = CredentialKind.Certificate, CertificatePath = file, CertificatePassword = "opens it" });

            Assert.Equal("canary-token-1", await services.GetRequiredService<IConnectorToken>().GetAsync(refused: null, Stop));

            var form = Assert.Single(_forms);
            Assert.DoesNotContain("client_secret", form.Keys);
            Assert.Equal(3, form["client_assertion"].Split('.').Length);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_certificate_that_is_not_there_is_our_own_fault()
    {
        await using var services = Services(new CredentialSettings { Kind = CredentialKind.Certificate, CertificateThumbprint = new string('0', 40) });

        var fault = await Assert.ThrowsAsync<ConnectorException>(() => services.GetRequiredService<IConnectorToken>().GetAsync(refused: null, Stop));

        Assert.Equal(ConnectorException.TokenRefused, fault.Code);
    }

    [Fact]
    public void A_managed_identity_bot_has_its_own_source() => Assert.IsType<ManagedIdentityTokenSource>(
        Services(new CredentialSettings { Kind = CredentialKind.ManagedIdentity }).GetRequiredService<ITokenSource>());

    [Fact]
    public async Task Neither_token_nor_secret_stands_in_any_log_at_any_level()
    {
        await using var services = Services();

        await services.GetRequiredService<IConnectorToken>().GetAsync(refused: null, Stop);

        Assert.DoesNotContain("canary", _logs.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", Settings(Secret).ToString(), StringComparison.Ordinal);
    }

    private static CredentialSettings Secret => new() { Kind = CredentialKind.ClientSecret, ClientSecret = "canary-secret", CertificatePassword = "canary" };

    private TeamsSettings Settings(CredentialSettings credential) => new()
    {
        AppId = Ids.App,
        TenantId = Ids.Tenant,
        TokenEndpoint = new Uri(_server!.Address, "oauth/token").ToString(),
        Credential = credential,
    };

    private static TokenFailures Failures() => new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>());

    private ServiceProvider Services(CredentialSettings? credential = null) => new ServiceCollection()
        .AddLogging(logging => logging.AddProvider(_logs).SetMinimumLevel(LogLevel.Trace))
        .AddTeams(Settings(credential ?? Secret))
        .BuildServiceProvider();

    private static byte[] NewCertificate(string password)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=bot.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return certificate.Export(X509ContentType.Pfx, password);
    }
}
