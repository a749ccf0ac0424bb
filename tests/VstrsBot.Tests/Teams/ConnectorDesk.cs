using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using VstrsBot.Teams;
using VstrsBot.Teams.Outbound;
using Xunit;

namespace VstrsBot.Tests.Teams;

/// <summary>The real connector client against a pretend connector.</summary>
public abstract class ConnectorDesk : IAsyncLifetime
{
    private ServiceProvider? _services;

    internal FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 10, 42, 0, TimeSpan.Zero));

    internal FakeConnector Teams { get; } = new();

    internal CountedTokens Tokens { get; } = new();

    internal LogLines Logs { get; } = new();

    internal IConnector Connector => _services!.GetRequiredService<IConnector>();

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal TeamsSettings Settings => new()
    {
        AppId = Ids.App,
        TenantId = Ids.Tenant,
        ServiceHosts = [Teams.Origin],
        Credential = new CredentialSettings { Kind = CredentialKind.ClientSecret, ClientSecret = "not used here" },
    };

    public async ValueTask InitializeAsync()
    {
        await Teams.StartAsync();
        _services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Logs).SetMinimumLevel(LogLevel.Trace))
            .AddSingleton<TimeProvider>(Time)
            .AddTeams(Settings)
            .AddSingleton<ITokenSource>(Tokens)
            .BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_services is not null) await _services.DisposeAsync();
        await Teams.DisposeAsync();
    }

    internal Task<string?> SendAsync(string conversation = "a:1tom", Uri? to = null) =>
        Connector.SendAsync(to ?? Teams.Address, conversation, new OutgoingActivity.Words("Call taken at 10:45am."), Stop);

    internal async Task<ConnectorException> RefusedAsync() => await Assert.ThrowsAsync<ConnectorException>(() => SendAsync());
}
