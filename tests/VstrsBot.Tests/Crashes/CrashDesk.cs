using System.Text.Json.Nodes;
using TeamsStandIn;
using TeamsStandIn.Clients;
using TeamsStandIn.Sandbox;
using VstrsBot.Handoffs;
using VstrsBot.Keys;
using VstrsBot.Outbox;
using VstrsBot.Record;
using VstrsBot.Register;
using VstrsBot.Storage;
using VstrsBot.Storage.Sqlite;
using VstrsBot.Tests.Journeys;
using VstrsBot.Tests.Support;

namespace VstrsBot.Tests.Crashes;

/// <summary>The pretend Teams, one clock for everybody, a store in a folder, and a bot process that dies and is started again.</summary>
internal sealed class CrashDesk : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crash-");
    private readonly StoreSettings store;
    private CrashedBot? bot;

    private CrashDesk(StandIn teams, DeskClock time, StoreKind kind)
    {
        (Teams, Time) = (teams, time);
        store = kind == StoreKind.Tables ? Azurite.NewTable() : new StoreSettings { Path = StorePath };
    }

    public StandIn Teams { get; }

    public DeskClock Time { get; }

    public CrashedBot Bot => bot ?? throw new InvalidOperationException("No bot runs.");

    public DeskKeys Keys { get; private set; } = null!;

    public PersonClient Tom => Teams.As("Tom Reed");

    public PersonClient Priya => Teams.As("Priya Shah");

    private string StorePath => Path.Combine(folder.FullName, "desk.db");

    /// <summary>A desk with its register, and Priya Shah on duty.</summary>
    public static async Task<CrashDesk> OpenAsync(StoreKind kind)
    {
        var time = new DeskClock(new DateTimeOffset(2026, 11, 23, 10, 41, 0, TimeSpan.Zero));
        var desk = new CrashDesk(await StandIn.StartAsync(new StandInOptions { Time = time }), time, kind);
        var settings = await SandboxFolder.WriteAsync(desk.folder.FullName, desk.Teams, DeskTimes.Product, CancellationToken.None);
        await desk.NameStoreAsync();
        desk.Keys = await DeskKeys.LoadAsync(DeskKeys.SourcesFor(new KeySettings(), desk.StorePath, production: false), CancellationToken.None);
        await desk.ImportAsync(settings.Register);
        await desk.StartBotAsync();
        await desk.Priya.SayAsync("on duty");
        return desk;
    }

    /// <summary>Starts the bot, and again while it dies in its start sweep.</summary>
    /// <param name="position">Where to die in the first start sweep.</param>
    public async Task StartBotAsync(int? position = null)
    {
        if (bot is not null)
            await bot.DisposeAsync();
        bot = await CrashedBot.StartAsync(folder.FullName, Time.GetUtcNow(), position);
        if (bot.IsDead)
            await StartBotAsync();
        else
            Teams.ConnectBot(bot.Messages!);
    }

    /// <summary>Longer than a claim of a dead bot stands: a store of one bot frees it at the start, a shared one when it runs out.</summary>
    public TimeSpan UntilClaimsAreFree => store.Kind == StoreKind.Tables ? EffectSender.ClaimLasts + TimeSpan.FromSeconds(3) : TimeSpan.FromSeconds(5);

    public async Task AdvanceAsync(TimeSpan by)
    {
        Time.Advance(by);
        if (!Bot.IsDead)
            await Bot.TellTimeAsync(Time.GetUtcNow());
    }

    /// <summary>The store as it lies there; a file is read from a copy, for whoever opens it itself would mend it.</summary>
    public async Task<T> InStoreAsync<T>(Func<IHandoffStore, Task<T>> read)
    {
        if (store.Kind == StoreKind.Tables)
            return await read(StoreOpening.Open(store, TimeProvider.System));

        var copy = Directory.CreateTempSubdirectory("crash-copy-");
        try
        {
            foreach (var file in folder.EnumerateFiles("desk.db*").Where(file => file.Extension is ".db" or ".db-wal"))
                file.CopyTo(Path.Combine(copy.FullName, file.Name));
            using var copied = SqliteStore.Open(new SqliteStoreSettings(Path.Combine(copy.FullName, "desk.db")), TimeProvider.System);
            return await read(copied);
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (bot is not null)
            await bot.DisposeAsync();
        await Teams.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task NameStoreAsync()
    {
        if (store.Kind != StoreKind.Tables)
            return;
        var path = Path.Combine(folder.FullName, "vstrsbot.json");
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(path))!;
        settings["Store"] = new JsonObject
        {
            ["Kind"] = nameof(StoreKind.Tables),
            ["Path"] = StorePath,
            ["ConnectionString"] = store.ConnectionString,
            ["Table"] = store.Table,
            ["CallTimeout"] = "00:00:10",
        };
        await File.WriteAllTextAsync(path, settings.ToJsonString());
    }

    private async Task ImportAsync(string register)
    {
        var rows = StoreOpening.Open(store, TimeProvider.System);
        using var file = rows as IDisposable;
        var days = new DayChain(new RecordChain(new RecordSeal(Keys.Record)), Time);
        var files = new RegisterFiles(Guid.Parse(Teams.Options.TenantId), new SeesDigest(Keys), new BotSettings().Lists.Areas);
        var said = new StringWriter();
        if (await new RegisterImport(new RegisterStore(rows, days, RandomSource.System), files, Time).RunAsync(register, () => true, said, CancellationToken.None) != 0)
            throw new InvalidOperationException(said.ToString());
    }
}
