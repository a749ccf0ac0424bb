using Microsoft.Extensions.DependencyInjection;
using TeamsStandIn;
using TeamsStandIn.Clients;
using TeamsStandIn.Tenant;
using VstrsBot.Addresses;
using VstrsBot.Handoffs;
using VstrsBot.Register;
using VstrsBot.Storage;
using VstrsBot.Teams;
using VstrsBot.Tests.Journeys.Releases;
using VstrsBot.Tests.Support;
using VstrsBot.Tests.Teams;

namespace VstrsBot.Tests.Journeys;

/// <summary>The real bot over real HTTP against the pretend Teams; one clock, stepped by hand; the pump called by hand.</summary>
internal sealed class Desk : IAsyncDisposable
{
    public const string Code = "QX-42 7781";
    public const string WrongCode = "QX-42 7782";

    private readonly string folder = Directory.CreateTempSubdirectory("desk").FullName;
    private readonly LogLines log = new();
    private HandoffRules rules = new();
    private IReadOnlyList<Extra> also = [];
    private readonly List<Replica> replicas = [];
    private Func<BotSettings, BotSettings> change = settings => settings;
    private StoreSettings store = new();

    private Desk(StandIn teams, DeskClock time) => (Teams, Time) = (teams, time);

    public StandIn Teams { get; }

    public DeskClock Time { get; }

    public HandoffRules Rules => rules;

    public PersonClient Tom => Teams.As("Tom Reed");

    public PersonClient Priya => Teams.As("Priya Shah");

    public PersonClient Amir => Teams.As("Amir Khan");

    public PersonClient Leah => Teams.As("Leah Brooks");

    /// <summary>Where the bot listens, for what Teams itself would never send.</summary>
    public Uri Endpoint => replicas[0].Endpoint;

    public IServiceProvider Parts => replicas[0].Parts;

    public StoreSwitch Store => replicas[0].Store;

    /// <summary>The bots that serve this desk: one, unless a journey asks for more.</summary>
    public IReadOnlyList<Replica> Replicas => replicas;

    /// <summary>Every line that was logged.</summary>
    public IReadOnlyList<string> Logged => log.Everything.Split('\n');

    /// <summary>The lines a serving bot would have written.</summary>
    public IReadOnlyList<string> Served => log.Served;

    /// <summary>The product's own lines, with their fields.</summary>
    public IEnumerable<LogLine> OurLog => log.OurLines;

    /// <summary>What the bot was started with.</summary>
    public BotSettings Settings { get; private set; } = new();

    /// <summary>Where the store and its keys are.</summary>
    public string Folder => folder;

    /// <summary>A back-up is in the desk's place: of what was sent after it was taken there is no record.</summary>
    public bool WasRestored { get; set; }

    /// <summary>The desk as a release left it, where it went on from there: of what was sent before there is no transcript.</summary>
    public CapturedRelease? From { get; private set; }

    /// <summary>Plays a journey, then looks at what must hold after every journey.</summary>
    /// <param name="change">Other settings than the desk's own.</param>
    /// <param name="bots">More than one share nothing but the store, and what Teams delivers goes to each in turn.</param>
    /// <param name="from">The desk as a release left it, to go on from.</param>
    /// <param name="check">What is looked at instead, where the journey looked at the rest itself.</param>
    public static async Task PlayAsync(
        Func<Desk, Task> journey, HandoffRules? rules = null, IReadOnlyList<Extra>? also = null, Func<BotSettings, BotSettings>? change = null,
        StoreKind store = StoreKind.Embedded, int bots = 1, CapturedRelease? from = null, Func<Desk, Task>? check = null)
    {
        await using var desk = await OpenAsync(rules, also ?? [], change, store, bots, from);
        await journey(desk);
        await (check ?? Aftermath.CheckAsync)(desk);
    }

    /// <summary>Whether the bots started from now on take others for serving from the same store.</summary>
    public bool OthersServeToo { get; set; }

    /// <summary>Stops the bot and starts another on the same store.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await JoinAsync();
    }

    /// <summary>The bot is gone; Teams and the clock go on.</summary>
    public async Task StopAsync()
    {
        foreach (var replica in replicas)
        {
            if (replica.Store is { Down: false, ReadOnly: false, Hangs: null })
                await replica.RecordWhatWaitsAsync(); // as the service does when it stops
            await replica.DisposeAsync();
        }

        replicas.Clear();
    }

    public Task StartAsync() => JoinAsync();

    /// <summary>A second bot on the same store, with nothing else in common. Teams calls the first alone; what is owed is sent by both.</summary>
    public async Task StartSecondAsync()
    {
        Store.SharedClock = Time.GetUtcNow;
        (await JoinAsync()).Store.SharedClock = Time.GetUtcNow;
        ListenTo(replicas[0]);
    }

    /// <summary>Numbers of every handoff in the store.</summary>
    public async Task<IReadOnlyList<string>> NumbersAsync() =>
        [.. (await Store.ReadAsync("h|", "h}", 1000, CancellationToken.None)).Select(row => row.Key[2..])];

    public async Task<Handoff> StateAsync(string number) =>
        (await Parts.GetRequiredService<HandoffRows>().LoadAsync(HandoffId.Parse(number), CancellationToken.None)).State;

    /// <summary>The kinds of the changes recorded for a handoff, in order; sends and refused presses are lines beside them.</summary>
    public async Task<IReadOnlyList<string>> RecordedAsync(string number) =>
        [.. (await Aftermath.RecordOfAsync(this, number)).Where(line => RecordedEvent.Of(line) is not null).Select(line => line.Kind)];

    /// <summary>Messages whose stored card, the one everybody sees who has no view of their own, shows authority live.</summary>
    public IReadOnlyList<TeamsMessage> Banners => [.. Teams.Tenant.Messages.Where(message =>
        message.DeletedAt is null && message.BaseCard?.ToJsonString().Contains("\"authority-live\"", StringComparison.Ordinal) == true)];

    private static async Task<Desk> OpenAsync(HandoffRules? rules, IReadOnlyList<Extra> also, Func<BotSettings, BotSettings>? change, StoreKind store, int bots, CapturedRelease? from)
    {
        var time = new DeskClock(from?.At ?? new DateTimeOffset(2026, 11, 23, 10, 41, 0, TimeSpan.Zero));
        var people = new StandInOptions().People.Concat(also.Select(extra => new PersonSeed(extra.Name) { Role = extra.Is, TenantId = extra.TenantId }));
        var desk = new Desk(await StandIn.StartAsync(new StandInOptions { Time = time, People = [.. people] }), time) { rules = rules ?? new HandoffRules(), also = also };
        desk.change = change ?? desk.change;
        desk.store = store == StoreKind.Tables ? Azurite.NewTable() : new StoreSettings { Path = Path.Combine(desk.folder, "desk.db") };
        if (from is not null)
        {
            desk.Teams.GoOnFrom(from.Teams);
            desk.From = from;
            await CapturedStore.WriteAsync(from, desk.store, desk.Teams.BaseUrl);
        }

        await desk.JoinAsync();
        for (var more = 1; more < bots; more++)
            await desk.JoinAsync();
        if (from is not null)
            return desk;
        await desk.ImportRegisterAsync();
        await desk.Priya.SayAsync("on duty");
        return desk;
    }

    /// <summary>People take some seconds between two acts: time for what Teams throttles to be tried again.</summary>
    public async Task SettleAsync()
    {
        for (var second = 0; second < 5; second++)
        {
            await SendAsync();
            Time.Advance(TimeSpan.FromSeconds(1));
        }

        await SendAsync();
    }

    /// <summary>Everything that is owed and due at this very moment is sent; several bots are at it together.</summary>
    public async Task SendAsync()
    {
        await Task.WhenAll(replicas.Select(replica => replica.PassAllAsync()));
    }

    /// <summary>As <see cref="SendAsync"/>; when the store fails the pass is given up, as the service's own loop does.</summary>
    public async Task TrySendAsync()
    {
        try
        {
            await SendAsync();
        }
        catch (StoreUnavailableException) when (replicas.Any(replica => replica.Store is { Down: true } or { ReadOnly: true }))
        {
            // the next pass tries again
        }
    }

    public async Task StepAsync(TimeSpan by, TimeSpan? step = null)
    {
        var end = Time.GetUtcNow() + by;
        while (Time.GetUtcNow() < end)
        {
            var next = step ?? TimeSpan.FromSeconds(15);
            Time.Advance(next < end - Time.GetUtcNow() ? next : end - Time.GetUtcNow());
            await TrySendAsync();
        }
    }

    /// <summary>What was sent, logged and shown until now is let go: memory that is held after this is the bot's.</summary>
    /// <param name="before">Messages that are older are no longer to be had from Teams.</param>
    public void Forget(DateTimeOffset before)
    {
        Teams.Transcript.Forget();
        Teams.Tenant.Forget(before);
        Teams.Limits.Forget(before);
        log.Forget();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Teams.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>One more bot on the same store.</summary>
    /// <param name="off">How far its machine's clock is off.</param>
    /// <param name="over">What stands between it and the store.</param>
    public async Task<Replica> JoinAsync(TimeSpan off = default, Func<IHandoffStore, IHandoffStore>? over = null)
    {
        Settings = change(new BotSettings
        {
            Teams = new TeamsSettings
            {
                AppId = Teams.Options.AppId,
                TenantId = Teams.Options.TenantId,
                OpenIdMetadata = Teams.MetadataUrl,
                TokenEndpoint = Teams.TokenUrl,
                ServiceHosts = [Teams.BaseUrl],
                Credential = new CredentialSettings { Kind = CredentialKind.ClientSecret, ClientSecret = Teams.Options.ClientSecret },
            },
            Channel = new ChannelSettings { ChannelId = Teams.Tenant.DmbChannelId, ServiceUrl = Teams.ServiceUrl },
            Store = store,
            Handoffs = rules,
        });

        var replica = await Replica.StartAsync(Settings, Time, log, off, OthersServeToo, over);
        replicas.Add(replica);
        ListenTo([.. replicas]);
        return replica;
    }

    /// <summary>Lines of the record that nobody waits for are written now.</summary>
    public Task RecordWhatWaitsAsync() => Task.WhenAll(replicas.Where(replica => !replica.Store.Down).Select(replica => replica.RecordWhatWaitsAsync()));

    /// <summary>A bot dies at once, or stops cleanly; Teams delivers to the others.</summary>
    public async Task LoseAsync(Replica replica, bool killed)
    {
        if (killed)
            replica.Kill();
        else
            await replica.RecordWhatWaitsAsync();
        replicas.Remove(replica);
        ListenTo([.. replicas]);
        await replica.DisposeAsync();
    }

    /// <summary>From now on Teams delivers to these, each in turn.</summary>
    public void ListenTo(params Replica[] these) => Teams.ConnectBot(these[0].Endpoint, these.Length > 1 ? new InTurn(these) : null);

    /// <summary>The register of the desk, imported; with other organisations when they are named.</summary>
    /// <returns>What the import said.</returns>
    public async Task<string> ImportRegisterAsync(params string[] organisations)
    {
        var said = await ImportAsync(without: null, organisations);
        replicas.ForEach(replica => replica.Parts.GetRequiredService<RegisterReader>().Forget());
        return said;
    }

    /// <summary>The register again, without this person.</summary>
    public async Task<string> ImportWithoutAsync(string name)
    {
        var said = await ImportUnseenWithoutAsync(name);
        replicas.ForEach(replica => replica.Parts.GetRequiredService<RegisterReader>().Forget());
        return said;
    }

    /// <summary>The same by another process: the bot finds out by itself.</summary>
    public Task<string> ImportUnseenWithoutAsync(string name) => ImportAsync(name, []);

    private Task<string> ImportAsync(string? without, string[] organisations) => DeskRegister.ImportAsync(this, also, without, organisations);
}
