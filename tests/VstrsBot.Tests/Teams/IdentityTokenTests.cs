using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using VstrsBot.Teams;
using VstrsBot.Teams.Outbound;
using Xunit;

namespace VstrsBot.Tests.Teams;

/// <summary>The two credentials without a secret, with a pretend identity endpoint as an Azure app has one, and a pretend token service.</summary>
public sealed class IdentityTokenTests : IAsyncLifetime
{
    private const string Endpoint = "IDENTITY_ENDPOINT";
    private const string Header = "IDENTITY_HEADER";
    private const string Identity = "77777777-2222-4333-8444-555555555555";
    private const string Assertion = "e30.e30.AAAA";

    private readonly ConcurrentQueue<(string Resource, string Client, string Header)> _identity = [];
    private readonly ConcurrentQueue<Dictionary<string, string>> _forms = [];
    private Loopback? _server;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await Loopback.StartAsync(app =>
        {
            app.MapGet("/msi/token", context =>
            {
                var query = context.Request.Query;
                _identity.Enqueue((query["resource"].ToString(), query["client_id"].ToString(), context.Request.Headers["X-IDENTITY-HEADER"].ToString()));
                var until = TimeProvider.System.GetUtcNow().AddHours(2).ToUnixTimeSeconds();
                return context.Response.WriteAsJsonAsync(new { access_token = Assertion, expires_on = $"{until}", resource = query["resource"].ToString(), token_type = "Bearer" });
            });
            app.MapPost("/oauth/token", async context =>
            {
                var form = await context.Request.ReadFormAsync(context.RequestAborted);
                _forms.Enqueue(form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal));
                await context.Response.WriteAsJsonAsync(new { token_type = "Bearer", expires_in = 3599, access_token = "the-bots-token" });
            });
        });
        Environment.SetEnvironmentVariable(Endpoint, new Uri(_server.Address, "msi/token").ToString());
        Environment.SetEnvironmentVariable(Header, "only the app knows");
    }

    public async ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable(Endpoint, null);
        Environment.SetEnvironmentVariable(Header, null);
        if (_server is not null) await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_federated_bot_proves_itself_by_its_managed_identity_and_sends_no_secret()
    {
        await using var services = Services(new CredentialSettings { Kind = CredentialKind.FederatedIdentity, ManagedIdentityClientId = Identity });

        Assert.Equal("the-bots-token", await services.GetRequiredService<IConnectorToken>().GetAsync(refused: null, Stop));

        Assert.Equal(("api://AzureADTokenExchange", Identity, "only the app knows"), Assert.Single(_identity));
        var form = Assert.Single(_forms);
        Assert.Equal(Ids.App, form["client_id"]);
        Assert.Equal(Assertion, form["client_assertion"]);
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", form["client_assertion_type"]);
        Assert.Contains("https://api.botframework.com/.default", form["scope"], StringComparison.Ordinal);
        Assert.DoesNotContain("client_secret", form.Keys);
    }

    [Fact]
    public async Task A_bot_that_is_itself_a_managed_identity_asks_for_the_connectors_token_and_keeps_it()
    {
        await using var services = Services(new CredentialSettings { Kind = CredentialKind.ManagedIdentity });
        var tokens = services.GetRequiredService<IConnectorToken>();

        Assert.Equal(Assertion, await tokens.GetAsync(refused: null, Stop));
        Assert.Equal(Assertion, await tokens.GetAsync(refused: null, Stop));

        Assert.Equal(("https://api.botframework.com", Ids.App, "only the app knows"), Assert.Single(_identity));
        Assert.Empty(_forms);
    }

    private ServiceProvider Services(CredentialSettings credential) => new ServiceCollection()
        .AddLogging()
        .AddTeams(new TeamsSettings
        {
            AppId = Ids.App,
            TenantId = Ids.Tenant,
            TokenEndpoint = new Uri(_server!.Address, "oauth/token").ToString(),
            Credential = credential,
        })
        .BuildServiceProvider();
}
