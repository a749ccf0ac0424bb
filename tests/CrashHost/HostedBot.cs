using System.Globalization;
using System.Threading.Channels;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using VstrsBot;
using VstrsBot.Commands;
using VstrsBot.Handoffs;
using VstrsBot.Outbox;
using VstrsBot.Settings;
using VstrsBot.Storage;
using VstrsBot.Teams.Outbound;

namespace CrashHost;

/// <summary>A bot as <c>serve</c> composes it, with a place to die at each write and send.</summary>
/// <remarks>
/// <c>open TICKS POSITION FOLDER</c> with the settings in a folder; the time at the start; where to die in the start sweep, or <c>-</c>.
/// Answered with the address it listens on.
/// <c>time TICKS</c> · <c>arm POSITION</c> · <c>pass</c>, answered with the number of writes and sends since it was armed.
/// </remarks>
internal static class HostedBot
{
    private const int MostPasses = 200;

    public static async Task RunAsync(ChannelReader<string> said, Func<string, Task> answer)
    {
        if ((await said.ReadAsync()).Split(' ', 4) is not ["open", var ticks, var position, var folder])
            throw new InvalidOperationException("A bot is opened first.");

        var builder = BotHost.Builder();
        builder.Configuration.AddJsonFile(Path.Combine(folder, SettingsFile.Name));
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        var opened = await Opened.TryAsync(builder.Configuration, production: false, Console.Error, CancellationToken.None)
            ?? throw new InvalidOperationException("A setting stops the start.");

        using var point = new CrashPoint(answer);
        var time = new FakeTimeProvider(TimeIn(ticks));
        using var only = StoreOpening.TakeToServe(opened.Settings.Store);
        await using var app = BotHost.Build(builder, opened, services => Change(services, time, point));
        await app.StartAsync();
        point.Arm(PositionIn(position));
        await app.Services.GetRequiredService<StartSweep>().RunAsync(CancellationToken.None);
        await answer($"ready {app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}");

        await foreach (var words in said.ReadAllAsync())
            await answer(await DoAsync(words.Split(' '), app, time, point));
    }

    private static void Change(IServiceCollection services, FakeTimeProvider time, CrashPoint point)
    {
        // The machine's clock as well: on a busy one no wait for the store's turn runs out, and a bot that has stopped waits for ever.
        services.RemoveAllKeyed<TimeProvider>(Composition.Machine).AddKeyedSingleton<TimeProvider>(Composition.Machine, time);
        services.RemoveAll<IHostedService>().RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(time);
        Around<IHandoffStore>(services, store => new CrashingStore(store, point));
        Around<IConnector>(services, connector => new CrashingConnector(connector, point));
    }

    /// <summary>Puts something around a part as the composition registered it.</summary>
    private static void Around<T>(IServiceCollection services, Func<T, T> wrap)
        where T : class
    {
        var registered = services.Last(service => service.ServiceType == typeof(T));
        var inner = registered.ImplementationFactory ?? (at => ActivatorUtilities.GetServiceOrCreateInstance(at, registered.ImplementationType!));
        services.Remove(registered);
        services.Add(new ServiceDescriptor(typeof(T), at => wrap((T)inner(at)), registered.Lifetime));
    }

    private static async Task<string> DoAsync(string[] words, WebApplication app, FakeTimeProvider time, CrashPoint point)
    {
        switch (words)
        {
            case ["time", var ticks]:
                time.SetUtcNow(TimeIn(ticks));
                return "done";
            case ["arm", var position]:
                point.Arm(PositionIn(position));
                return "done";
            case ["pass"]:
                var pump = app.Services.GetRequiredService<OutboxPump>();
                for (var pass = 0; pass < MostPasses && await pump.PassAsync(CancellationToken.None); pass++)
                {
                }

                return point.Done.ToString(CultureInfo.InvariantCulture);
            default:
                return "what?";
        }
    }

    private static DateTimeOffset TimeIn(string ticks) => new(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero);

    private static int? PositionIn(string word) => word == "-" ? null : int.Parse(word, CultureInfo.InvariantCulture);
}
