using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using VstrsBot;
using VstrsBot.Commands;
using VstrsBot.Handoffs;
using VstrsBot.Outbox;
using VstrsBot.Storage;
using VstrsBot.Teams.Outbound;

namespace CrashHost;

/// <summary>
/// The bot as <c>serve</c> composes it, with a place to die at each write and send. Whoever started it says on standard input what the time
/// is, when to die, and when to look at what is owed; it answers on standard output, one line each. It ends with its input.
/// </summary>
/// <remarks>
/// <c>CRASH_CLOCK</c> the time at the start, in ticks. <c>CRASH_AT</c> where to die in the start sweep, if at all.
/// <c>time TICKS</c> · <c>arm [POSITION]</c> · <c>pass</c>, answered with the number of writes and sends since it was armed.
/// </remarks>
internal static class CrashProgram
{
    private const int MostPasses = 200;

    public static async Task<int> RunAsync()
    {
        var builder = BotHost.Builder();
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        if (await Opened.TryAsync(builder.Configuration, production: false, Console.Error, CancellationToken.None) is not { } opened)
            return 2;

        using var point = new CrashPoint(Console.Out);
        var time = new FakeTimeProvider(TimeIn(Environment.GetEnvironmentVariable("CRASH_CLOCK")!));
        using var only = StoreOpening.TakeToServe(opened.Settings.Store);
        await using var app = BotHost.Build(builder, opened, services => Change(services, time, point));
        await app.StartAsync();
        point.Arm(Environment.GetEnvironmentVariable("CRASH_AT") is { Length: > 0 } at ? int.Parse(at, CultureInfo.InvariantCulture) : null);
        await app.Services.GetRequiredService<StartSweep>().RunAsync(CancellationToken.None);
        await AnswerAsync($"ready {app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}");

        while (await Console.In.ReadLineAsync() is { } said)
            await AnswerAsync(await DoAsync(said.Split(' '), app, time, point));
        return 0;
    }

    private static void Change(IServiceCollection services, FakeTimeProvider time, CrashPoint point)
    {
        // The machine's clock as well: on a busy one no wait for the store's turn runs out.
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
            case ["arm", .. var position]:
                point.Arm(position is [var at] ? int.Parse(at, CultureInfo.InvariantCulture) : null);
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

    private static async Task AnswerAsync(string line)
    {
        await Console.Out.WriteLineAsync(line);
        await Console.Out.FlushAsync();
    }
}
