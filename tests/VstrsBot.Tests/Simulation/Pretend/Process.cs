using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using VstrsBot.Addresses;
using VstrsBot.Handoffs;
using VstrsBot.Outbox;
using VstrsBot.Storage;
using VstrsBot.Storage.Tables;
using VstrsBot.Teams;
using VstrsBot.Teams.Inbound;
using VstrsBot.Teams.Outbound;
using VstrsBot.Tests.Simulation.Engine;
using VstrsBot.Tests.Support;

namespace VstrsBot.Tests.Simulation.Pretend;

/// <summary>
/// One serving process, from its start to its end: the product as it is composed, on a simulated store, Teams, clock and chance. Killed,
/// all that it had in memory is gone.
/// </summary>
internal sealed class Process : IDisposable
{
    private readonly Timeline timeline;
    private readonly ServiceProvider parts;
    private readonly IActivityHandler handler;
    private readonly OutboxLoop loop;
    private readonly StartSweep sweep;
    private readonly DeskTime time;
    private readonly HandoffService handoffs;
    private readonly LastSeen seen;

    public Process(int no, Timeline timeline, Weather weather, Tenant tenant, SimulatedStore rows, Part part, HandoffRules times)
    {
        (No, this.timeline) = (no, timeline);
        Scheduler = new ProcessScheduler(timeline);
        Time = new ProcessTime(timeline, Scheduler);
        Store = new ProcessStore(timeline, weather, rows, Time, weather.Climate.StoreHasClock ? new StoreClock(Time) : null);
        Connector = new ProcessConnector(timeline, weather, tenant);
        Log = new ProcessLog();

        var settings = new BotSettings
        {
            Handoffs = times,
            Teams = new TeamsSettings { AppId = "5ab1f0f4-9d5f-4a51-8a53-6a58fdb8f001", TenantId = Tenant.Id },
            Channel = new ChannelSettings { ChannelId = Tenant.Channel, ServiceUrl = Tenant.ServiceUrl },
        };
        var services = new ServiceCollection().AddVstrsBot(settings, TestKeys.Desk);
        services.AddSingleton<ILoggerFactory>(Log).AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddKeyedSingleton<TimeProvider>(Composition.Machine, Time);
        services.RemoveAll<RandomSource>().AddSingleton<RandomSource>(timeline.Dice);
        services.RemoveAll<IHandoffStore>().AddSingleton(part.Store(Store));
        services.RemoveAll<IConnector>().AddSingleton(part.Connector(Connector));
        services.AddSingleton<OutboxLoop>();
        parts = services.BuildServiceProvider();

        handler = parts.GetRequiredService<IActivityHandler>();
        loop = parts.GetRequiredService<OutboxLoop>();
        sweep = parts.GetRequiredService<StartSweep>();
        time = parts.GetRequiredService<DeskTime>();
        handoffs = parts.GetRequiredService<HandoffService>();
        seen = parts.GetRequiredService<LastSeen>();
        Settings = settings;
    }

    public int No { get; }

    public BotSettings Settings { get; }

    public ProcessScheduler Scheduler { get; }

    public ProcessTime Time { get; }

    public ProcessStore Store { get; }

    public ProcessConnector Connector { get; }

    public ProcessLog Log { get; }

    /// <summary>As <c>/readyz</c> says, where calls are sent by it.</summary>
    public bool IsReady => sweep.Done && !Scheduler.IsDead && time.Off <= DeskTime.MostOff;

    /// <summary>The time of the desk, as this process knows it.</summary>
    public DateTimeOffset DeskNow => time.GetUtcNow();

    /// <summary>The messages on which this process shows an end that it heard of and could not record, as far as it knows where they are.</summary>
    public IReadOnlyCollection<string> ShowsEndOn(HandoffId id) => handoffs.FindSaidEnd(id) is { State: Ended ended }
        ? [.. HandoffEffects.BannersOf(ended).Select(surface => seen.FindCard(id, surface)?.ActivityId).OfType<string>()]
        : [];

    public void Start() => _ = Scheduler.StartAsync(() => loop.RunAsync(CancellationToken.None));

    /// <summary>Hands an activity to the process, as its endpoint does. <paramref name="answered"/> is not called when the process dies before.</summary>
    public void Deliver(Activity activity, Action<InvokeResponse> answered) => _ = Scheduler.StartAsync(async () =>
    {
        using var tooLate = new CancellationTokenSource();
        var isOver = false;
        timeline.After(Settings.Teams.AnswerWithin, () =>
        {
            if (!Scheduler.IsDead && !isOver)
                tooLate.Cancel();
        });
        var answer = await AnswerAsync(activity, tooLate.Token);
        isOver = true;
        answered(answer);
    });

    public void Kill()
    {
        Scheduler.Kill();
        Dispose();
    }

    public void Dispose() => parts.Dispose();

    private async Task<InvokeResponse> AnswerAsync(Activity activity, CancellationToken ct)
    {
        try
        {
            return await handler.HandleAsync(activity, ct);
        }
        catch (Exception fault)
        {
            Log.AnsweringFailed(fault, ct.IsCancellationRequested);
            return InvokeResponse.Failed;
        }
    }
}

/// <summary>What stands in for a part of a process; a planted bug, or nothing.</summary>
internal sealed record Part(Func<ProcessStore, IHandoffStore> Store, Func<ProcessConnector, IConnector> Connector)
{
    public static readonly Part AsItIs = new(store => store, connector => connector);
}
