using System.Text.Json.Nodes;
using TeamsStandIn;
using TeamsStandIn.Clients;
using TeamsStandIn.Sandbox;
using VstrsBot.Handoffs;
using VstrsBot.Keys;
using VstrsBot.Outbox;
using VstrsBot.Record;
using VstrsBot.Register;
using VstrsBot.Settings;
using VstrsBot.Storage;
using VstrsBot.Storage.Sqlite;
using VstrsBot.Tests.Journeys;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Crashes;

/// <summary>The pretend Teams, one clock for everybody, a store in a folder, and a bot that dies with its process and is started again in another.</summary>
internal sealed class CrashDesk : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crash-");
    private readonly StoreSettings store;
    private CrashedBot? bot;

    private readonly Lockstep together;

    private CrashDesk(StandIn teams, DeskClock time, StoreKind kind, Lockstep together)
    {
        (Teams, Time, this.together) = (teams, time, together);
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
    /// <param name="together">The journeys its bot shares a process with.</param>
    public static async Task<CrashDesk> OpenAsync(StoreKind kind, Lockstep together)
    {
        var time = new DeskClock(new DateTimeOffset(2026, 11, 23, 10, 41, 0, TimeSpan.Zero));
        var desk = new CrashDesk(await StandIn.StartAsync(new StandInOptions { Time = time }), time, kind, together);
        var settings = await SandboxFolder.WriteAsync(desk.folder.FullName, desk.Teams, DeskTimes.Product, CancellationToken.None);
        await desk.NameStoreAsync();
        desk.Keys = await DeskKeys.LoadAsync(DeskKeys.SourcesFor(new KeySettings(), desk.StorePath, production: false), CancellationToken.None);
        await desk.ImportAsync(settings.Register);
        await desk.StartBotAsync();
        await desk.Priya.SayAsync("on duty");
        return desk;
    }

    /// <summary>Waits until every bot of the process has stopped or is done, and the process is dead.</summary>
    public Task KillBotAsync() => together.KillAsync();

    public async Task StartBotAsync()
    {
        bot = await together.OpenBotAsync(folder.FullName, Time.GetUtcNow(), position: null);
        Teams.ConnectBot(bot.Messages!);
    }

    /// <summary>Starts it, and kills it at a place in its start sweep. False when the sweep has no such place: one that lets no claim go has none.</summary>
    public async Task<bool> DieInStartSweepAsync(int position)
    {
        if (store.Kind == StoreKind.Embedded)
            bot = await together.OpenBotAsync(folder.FullName, Time.GetUtcNow(), position);
        var died = Bot.Messages is null;
        await KillBotAsync();
        return died;
    }

    /// <summary>Longer than a claim of a dead bot stands: a store of one bot frees it at the start, a shared one when it runs out.</summary>
    public TimeSpan UntilClaimsAreFree => store.Kind == StoreKind.Tables ? EffectSender.ClaimLasts + TimeSpan.FromSeconds(3) : TimeSpan.FromSeconds(5);

    public async Task AdvanceAsync(TimeSpan by)
    {
        Time.Advance(by);
        await Bot.TellTimeAsync(Time.GetUtcNow());
    }

    /// <summary>The store as it lies there, read from a copy: whoever opens a file itself would mend it, and a table is asked once.</summary>
    public async Task<T> InStoreAsync<T>(Func<IHandoffStore, Task<T>> read)
    {
        if (store.Kind == StoreKind.Tables)
            return await read(await CopyOfTableAsync());

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
        await Teams.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task<SimulatedStore> CopyOfTableAsync()
    {
        var copied = new SimulatedStore();
        var rows = await StoreOpening.Open(store, TimeProvider.System).ListAllAsync((" ", "~"), CancellationToken.None);
        foreach (var some in rows.Chunk(RowRules.MostChanges))
            Assert.True(await copied.TryCommitAsync([.. some.Select(row => new RowChange.Add(row.Key, row.Value, row.Claim))], CancellationToken.None));
        return copied;
    }

    private async Task NameStoreAsync()
    {
        var path = Path.Combine(folder.FullName, SettingsFile.Name);
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(path))!;
        settings["Store"] = new JsonObject { ["Kind"] = store.Kind.ToString(), ["Path"] = StorePath };
        if (store.Kind == StoreKind.Tables)
        {
            settings["Store"]!["ConnectionString"] = store.ConnectionString;
            settings["Store"]!["Table"] = store.Table;
            settings["Store"]!["CallTimeout"] = "00:00:10";
        }

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
