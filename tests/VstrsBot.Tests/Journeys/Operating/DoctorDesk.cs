using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VstrsBot.Doctor;
using VstrsBot.Keys;
using VstrsBot.Tests.Support;

namespace VstrsBot.Tests.Journeys.Operating;

/// <summary>What <c>doctor</c> says, as another process beside the one that serves.</summary>
internal static class DoctorDesk
{
    /// <param name="change">Other settings than those the desk was started with.</param>
    /// <param name="machine">The clock of the machine doctor runs on.</param>
    public static async Task<(int Exit, IReadOnlyList<string> Lines)> DoctorAsync(this Desk desk, Func<BotSettings, BotSettings>? change = null, DeskKeys? keys = null, TimeProvider? machine = null)
    {
        var settings = change?.Invoke(desk.Settings) ?? desk.Settings;
        var services = new ServiceCollection().AddLogging().AddVstrsBot(settings, keys ?? TestKeys.Desk).AddDoctor();
        services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(desk.Time).AddKeyedSingleton(Composition.Machine, machine ?? TimeProvider.System);
        await using var parts = services.BuildServiceProvider();
        var output = new StringWriter();
        var exit = await new Examination(output, TimeProvider.System).RunAsync(DoctorParts.ChecksOf(parts, settings), CancellationToken.None);
        return (exit, [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)]);
    }

    /// <summary>The lines of one check that did not pass.</summary>
    public static IEnumerable<string> NotPassed(this IEnumerable<string> lines, string check) =>
        lines.Where(line => !line.StartsWith("pass", StringComparison.Ordinal) && line.Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(1) == check);
}
