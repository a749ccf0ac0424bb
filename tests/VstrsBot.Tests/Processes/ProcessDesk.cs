using TeamsStandIn;
using TeamsStandIn.Clients;
using TeamsStandIn.Sandbox;
using TeamsStandIn.Tenant;
using VstrsBot.Tests.Journeys;
using Xunit;

namespace VstrsBot.Tests.Processes;

/// <summary>The real program as a process of its own, and a second one on a shared table, on real time, with the pretend Teams.</summary>
internal sealed class ProcessDesk : IAsyncDisposable
{
    private static readonly string Program = typeof(BotSettings).Assembly.Location;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("process-");
    private readonly IReadOnlyDictionary<string, string> settings;

    private ProcessDesk(StoreSettings? table) => settings = table is null ? new Dictionary<string, string>() : new Dictionary<string, string>
    {
        ["Store__Kind"] = nameof(StoreKind.Tables),
        ["Store__ConnectionString"] = table.ConnectionString!,
        ["Store__Table"] = table.Table,
        ["Store__CallTimeout"] = "00:00:10",
    };

    public PretendDesk Desk { get; private set; } = null!;

    public StandIn Teams => Desk.Teams;

    public BotProgram Bot => Desk.Bot;

    public PersonClient Tom => Teams.As("Tom Reed");

    public PersonClient Priya => Teams.As("Priya Shah");

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Every message whose stored card shows authority live.</summary>
    public IReadOnlyList<TeamsMessage> Banners => [.. Teams.Tenant.Messages.Where(message =>
        message.BaseCard?.ToJsonString().Contains("\"authority-live\"", StringComparison.Ordinal) == true)];

    /// <summary>The second process, where one was started.</summary>
    public BotProgram? Other { get; private set; }

    /// <param name="lease">Renewed five times as often.</param>
    /// <param name="table">Where the store is not a file.</param>
    public static async Task<ProcessDesk> OpenAsync(TimeSpan? lease = null, StoreSettings? table = null)
    {
        var desk = new ProcessDesk(table);
        var times = new DeskTimes(lease, SendTimeout: TimeSpan.FromSeconds(10));
        desk.Desk = await PretendDesk.OpenAsync(Program, Path.Combine(desk.folder.FullName, "bot"), new StandInOptions { EnforceLimits = false }, times, Ct, desk.settings);
        await desk.Priya.SayAsync("on duty", Ct);
        return desk;
    }

    /// <summary>A second process with the same settings. Teams goes on speaking to the first.</summary>
    public async Task<BotProgram> StartOtherAsync()
    {
        Other = new BotProgram(Program, Desk.Folder, BotProgram.FreePort(0), settings);
        await Other.StartAsync(Ct);
        return Other;
    }

    /// <summary>Waits for what the transcript or the tenant is to show; what has not come by then does not come.</summary>
    public async Task UntilAsync(Func<bool> holds)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        waiting.CancelAfter(TimeSpan.FromMinutes(2));
        await Teams.Transcript.UntilAsync(holds, waiting.Token);
    }

    /// <summary>As far as the call taken: three banners stand.</summary>
    public async Task<string> LiveAsync()
    {
        await Tom.SayAsync("handoff", Ct);
        await PressAsync(Tom, "Find someone", Typed.Part1());
        await PressAsync(Tom, "Send details", Typed.Part2());
        await PressAsync(Priya, "Accept");
        await PressAsync(Priya, "Check SEES ID", Typed.Code(SandboxFolder.AdvisersCode));
        await PressAsync(Priya, "I have taken the call");
        await UntilAsync(() => Banners.Count == 3);
        return StoredCards.PointerOf(Banners[0].BaseCard).Number!;
    }

    /// <summary>Presses the button once the person sees it, and again where a busy machine had not answered in time.</summary>
    public async Task<BotAnswer> PressAsync(PersonClient who, string button, IReadOnlyDictionary<string, string>? typed = null)
    {
        await UntilAsync(() => who.Chat.Any(message => message.Buttons.Contains(button)));
        var answer = await who.PressNewestAsync(button, typed);
        for (var again = 0; again < 5 && answer.Text == "This service is not working. Try again."; again++)
            answer = await who.PressNewestAsync(button, typed);
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        if (Other is not null)
            await Other.DisposeAsync();
        if (Desk is not null)
            await Desk.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
