using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VstrsBot.Commands;
using VstrsBot.Handoffs;
using VstrsBot.Outbox;
using VstrsBot.Record;
using VstrsBot.Storage;
using VstrsBot.Storage.Tables;
using VstrsBot.Tests.Storage.Tables;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Journeys;

/// <summary>One serving bot of the desk: what <c>serve</c> composes, over real HTTP; its pump is called by hand.</summary>
internal sealed class Replica : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly CancellationTokenSource killed = new();
    private readonly MachineClock machine;

    private Replica(WebApplication app, MachineClock machine, FaultyTransport table) => (this.app, this.machine, Table) = (app, machine, table);

    public IServiceProvider Parts => app.Services;

    public StoreSwitch Store => (StoreSwitch)Parts.GetRequiredService<IHandoffStore>();

    /// <summary>What stands between it and Azure Tables.</summary>
    public FaultyTransport Table { get; }

    public Uri Endpoint => new($"{app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}/api/messages");

    /// <param name="off">How far its machine's clock is off.</param>
    /// <param name="othersServeToo">Whether it takes others for serving from the same store, also where that is a file.</param>
    /// <param name="over">What stands between it and the store.</param>
    public static async Task<Replica> StartAsync(
        BotSettings settings, DeskClock time, ILoggerProvider log, TimeSpan off = default, bool othersServeToo = false, Func<IHandoffStore, IHandoffStore>? over = null)
    {
        var table = new FaultyTransport { Date = time.GetUtcNow };
        var clock = new MachineClock(time) { Off = off };
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var bot = BotHost.Build(builder, new Opened(settings, TestKeys.Desk), services =>
        {
            services.RemoveAllKeyed<TimeProvider>(Composition.Machine).AddKeyedSingleton<TimeProvider>(Composition.Machine, clock);
            services.RemoveAll<IHostedService>();
            services.RemoveAll<IHandoffStore>().AddSingleton<IHandoffStore>(_ =>
            {
                var store = settings.Store.Kind == StoreKind.Tables ? TableStore.Open(settings.Store, clock, table) : StoreOpening.Open(settings.Store, clock);
                return new StoreSwitch(over?.Invoke(store) ?? store) { IsShared = othersServeToo || store.IsShared };
            });
        });
        await bot.StartAsync();
        await bot.Services.GetRequiredService<StartSweep>().RunAsync(CancellationToken.None);
        return new Replica(bot, clock, table);
    }

    /// <summary>One pass of its pump. True when there may be more to do at once.</summary>
    public Task<bool> PassAsync() => Parts.GetRequiredService<OutboxPump>().PassAsync(killed.Token);

    /// <summary>Passes until nothing more is to be done at this very moment.</summary>
    public async Task PassAllAsync()
    {
        for (var pass = 0; pass < 50 && await PassAsync(); pass++)
        {
        }
    }

    /// <summary>It looks at a live call and where its cards stand. Where another took every press and sent every card it would not have, and shows no end with the store away.</summary>
    public async Task SeeAsync(HandoffId id)
    {
        Assert.IsType<Live>(await Parts.GetRequiredService<HandoffService>().FindAsync(id, CancellationToken.None));
        foreach (var surface in (Surface[])[Surface.Channel, Surface.Adviser, new Surface(SurfaceKind.Authority, 1)])
            await Parts.GetRequiredService<SendTargets>().FindCardAsync(id, surface, CancellationToken.None);
    }

    /// <summary>Its lines of the record that nobody waits for are written now.</summary>
    public Task RecordWhatWaitsAsync() => Parts.GetRequiredService<LaterLines>().RecordAsync(all: true, CancellationToken.None);

    /// <summary>Somebody sets its machine's clock this far off.</summary>
    public void SetClock(TimeSpan off) => machine.Off = off;

    /// <summary>It is gone from one moment to the next: whatever it had begun, nothing of it reaches the store any more.</summary>
    public void Kill()
    {
        Store.Down = true;
        killed.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        killed.Dispose();
    }

    /// <summary>The clock of its machine, which may be off.</summary>
    private sealed class MachineClock(DeskClock time) : TimeProvider
    {
        public TimeSpan Off { get; set; }

        public override long TimestampFrequency => time.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + Off;

        public override long GetTimestamp() => time.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => time.CreateTimer(callback, state, dueTime, period);
    }
}

/// <summary>Stands before the replicas as a load balancer does: each call goes to the next of them.</summary>
internal sealed class InTurn(IReadOnlyList<Replica> replicas) : HttpMessageHandler
{
    private readonly HttpMessageInvoker network = new(new SocketsHttpHandler { UseProxy = false });
    private int calls;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = replicas[Interlocked.Increment(ref calls) % replicas.Count].Endpoint;
        return network.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        network.Dispose();
        base.Dispose(disposing);
    }
}
