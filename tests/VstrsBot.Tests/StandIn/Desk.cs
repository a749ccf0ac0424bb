using Microsoft.Extensions.Time.Testing;
using TeamsStandIn;

namespace VstrsBot.Tests.PretendTeams;

/// <summary>The pretend Teams with a small bot connected to it, a signed-in connector client, and a clock moved by hand.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private Desk(StandIn teams, EchoBot bot, ConnectorClient connector, FakeTimeProvider time) => (Teams, Bot, Connector, Time) = (teams, bot, connector, time);

    public StandIn Teams { get; }

    public EchoBot Bot { get; }

    public ConnectorClient Connector { get; }

    public FakeTimeProvider Time { get; }

    public static async Task<Desk> OpenAsync(CancellationToken ct, Func<StandInOptions, StandInOptions>? with = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 10, 40, 0, TimeSpan.Zero));
        var options = new StandInOptions { Time = time };
        var teams = await StandIn.StartAsync(with?.Invoke(options) ?? options, ct);
        var bot = await EchoBot.StartAsync(new ServiceTokenCheck(teams.MetadataUrl, teams.Options.AppId, time), ct);
        teams.ConnectBot(bot.Endpoint);
        var connector = new ConnectorClient(teams);
        await connector.TokenAsync(ct);
        return new Desk(teams, bot, connector, time);
    }

    /// <summary>The id of the person's chat with the bot.</summary>
    public async Task<string> ChatAsync(string name, CancellationToken ct) => (await Connector.ChatAsync(Teams.Tenant.Person(name).Mri, ct)).Id;

    public async ValueTask DisposeAsync()
    {
        Connector.Dispose();
        await Bot.DisposeAsync();
        await Teams.DisposeAsync();
    }
}
