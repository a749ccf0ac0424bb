using System.Net;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using TeamsStandIn.Clients;
using TeamsStandIn.Connector;
using TeamsStandIn.Control;
using TeamsStandIn.Faults;
using TeamsStandIn.Identity;
using TeamsStandIn.Page;
using TeamsStandIn.Sandbox;
using TeamsStandIn.Tenant;
using TeamsStandIn.Transcripts;

namespace TeamsStandIn;

/// <summary>
/// A pretend Teams tenant on loopback: token issuer, connector, people's clients, and every fault on command.
/// It speaks the real protocol to a real bot and holds none of its code.
/// </summary>
internal sealed class StandIn : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly WebApplication app;
    private readonly BotLink link;

    private StandIn(StandInOptions options)
    {
        Options = options;
        Issuer = new(options);
        Entra = new(options);
        Tenant = new(options);
        Faults = new();
        Limits = new(options.Time) { Enforced = options.EnforceLimits };
        Transcript = new(options.Time);
        Shapes = new(this);
        Pipe = new(this, stopping.Token);
        link = new(this, stopping.Token);
        app = Build(options.Port);
    }

    public StandInOptions Options { get; }

    public TimeProvider Time => Options.Time;

    public TokenIssuer Issuer { get; }

    public EntraTokens Entra { get; }

    public TeamsTenant Tenant { get; }

    public FaultBoard Faults { get; }

    public RateLimits Limits { get; }

    public Transcript Transcript { get; }

    /// <summary>The bot's process, where this program started it.</summary>
    public BotProgram? Bot { get; set; }

    /// <summary><c>http://127.0.0.1:{port}</c>, without a slash at the end.</summary>
    public string BaseUrl { get; private set; } = "";

    /// <summary>The <c>serviceUrl</c> of the activities sent. May be changed to another region: <c>{BaseUrl}/emea/</c>.</summary>
    public string ServiceUrl { get; set; } = "";

    /// <summary>Address of the OpenID metadata of the token issuer.</summary>
    public string MetadataUrl => BaseUrl + IdentityRoutes.MetadataPath;

    /// <summary>Address of the Entra token endpoint.</summary>
    public string TokenUrl => $"{BaseUrl}/{Options.TenantId}/oauth2/v2.0/token";

    internal ActivityShapes Shapes { get; }

    internal Pipe Pipe { get; }

    internal CancellationToken Stopping => stopping.Token;

    /// <summary>Starts the tenant on loopback and connects the bot, if one is named.</summary>
    public static async Task<StandIn> StartAsync(StandInOptions options, CancellationToken ct = default)
    {
        var teams = new StandIn(options);
        await teams.app.StartAsync(ct);
        var addresses = teams.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        teams.BaseUrl = addresses.Single().TrimEnd('/');
        teams.ServiceUrl = $"{teams.BaseUrl}/teams/";
        if (options.BotEndpoint is { } bot) teams.ConnectBot(bot);
        return teams;
    }

    /// <summary>What stands in the tenant now, for another to go on from.</summary>
    public TenantCopy Copy() => Tenant.Copy(Shapes.Events);

    /// <summary>Goes on from what stood in another tenant of the same people.</summary>
    public void GoOnFrom(TenantCopy copy)
    {
        Tenant.GoOnFrom(copy);
        Shapes.Events = copy.Events;
    }

    /// <summary>Says where the bot listens. The handler is for a bot hosted in this process; it is not disposed here.</summary>
    public void ConnectBot(Uri endpoint, HttpMessageHandler? handler = null) => link.Connect(endpoint, handler);

    /// <summary>The person's Teams client.</summary>
    public PersonClient As(string name) => new(this, Tenant.Person(name));

    /// <summary>Delivers any activity to the bot, signed as Teams signs or as forged.</summary>
    /// <returns>HTTP status and body.</returns>
    public Task<BotAnswer> DeliverAsync(JsonObject activity, TokenForge? forge = null, CancellationToken ct = default) => link.DeliverAsync(activity, forge, ct);

    /// <summary>What the person sees now, as text.</summary>
    public string PrintView(string person) => As(person).PrintView();

    /// <summary>Completes when the program is asked to stop.</summary>
    public Task WaitForShutdownAsync(CancellationToken ct) => app.WaitForShutdownAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        link.Dispose();
        Issuer.Dispose();
        stopping.Dispose();
    }

    /// <summary>After an update the clients of those the card lists refresh by themselves, when that is switched on.</summary>
    internal Answer AfterUpdate(ConnectorCall call, Answer answer)
    {
        if (!Options.AutoRefresh || !answer.Applied) return answer;
        foreach (var client in Tenant.People.Select(p => As(p.Name)).Where(c => c.Follows(call.ActivityId!)))
            _ = Task.Run(() => client.RefreshAsync(client.Now(call.ActivityId!), ct: Stopping), Stopping);
        return answer;
    }

    private WebApplication Build(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddRoutingCore().Configure<RouteOptions>(routing => routing.SetParameterPolicy<Microsoft.AspNetCore.Routing.Constraints.RegexInlineRouteConstraint>("regex"));
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        var web = builder.Build();
        web.MapIdentity(this);
        web.MapConnector(this);
        web.MapControl(this);
        web.MapPage(this);
        return web;
    }
}
