using VstrsBot.Doctor;
using VstrsBot.Keys;

namespace VstrsBot.Commands;

/// <summary><c>doctor</c>: looks at everything the service needs, beside a process that serves. 0 nothing failed; 1 something did; 2 it cannot run.</summary>
internal static class DoctorVerb
{
    public static async Task<int> RunAsync(CancellationToken ct)
    {
        var builder = BotHost.Builder();
        return await RunAsync(builder.Configuration, builder.Environment.IsProduction(), Console.Out, ct);
    }

    /// <param name="change">Replaces parts: the tests bring a clock.</param>
    public static async Task<int> RunAsync(IConfiguration configuration, bool production, TextWriter output, CancellationToken ct, Action<IServiceCollection>? change = null)
    {
        var (settings, faults) = await Opened.ReadAsync(configuration, production, ct);
        var examination = new Examination(output, TimeProvider.System);
        foreach (var fault in faults)
            await examination.SayAsync("Settings", Finding.Bad($"{fault.Name} {fault.Reason}", "Put it right in vstrsbot.json or in the environment: see README, Settings."));
        if (faults.Count > 0)
            return await examination.EndAsync();

        DeskKeys keys;
        try
        {
            keys = await DeskKeys.LoadAsync(DeskKeys.SourcesFor(settings.Keys, settings.Store.Path, production), ct);
        }
        catch (KeyException bad)
        {
            await examination.SayAsync("Keys", Finding.Bad(bad.Message, "See README, Settings."));
            return await examination.EndAsync();
        }

        await examination.SayAsync("Settings", Finding.Good($"None is bad. {(production ? "Production." : "Not Production: tokens and addresses on this machine are let in.")}"));
        var services = new ServiceCollection().AddLogging().AddVstrsBot(settings, keys).AddDoctor();
        change?.Invoke(services);
        await using var parts = services.BuildServiceProvider();
        return await examination.RunAsync(DoctorParts.ChecksOf(parts, settings), ct);
    }
}
