using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using VstrsBot.Telemetry;
using VstrsBot.Tests.Journeys;

namespace VstrsBot.Tests.Telemetry;

/// <summary>Telemetry of a desk in a test: leaves when it is told to, not by the clock.</summary>
internal static class Exported
{
    /// <param name="change">Other settings besides.</param>
    public static async Task PlayAsync(Func<Desk, OtlpReceiver, Task> journey, Func<BotSettings, BotSettings>? change = null)
    {
        await using var otlp = await OtlpReceiver.StartAsync();
        await Desk.PlayAsync(
            async desk =>
            {
                desk.Parts.GetRequiredService<TracerProvider>();
                desk.Parts.GetRequiredService<MeterProvider>();
                await journey(desk, otlp);
            },
            change: settings => (change?.Invoke(settings) ?? settings) with { Telemetry = new TelemetrySettings { OtlpEndpoint = otlp.Address, MetricsEvery = TimeSpan.FromMinutes(5) } });
    }

    /// <summary>What there is leaves now.</summary>
    public static void Export(this Desk desk)
    {
        desk.Parts.GetRequiredService<TracerProvider>().ForceFlush();
        desk.Parts.GetRequiredService<MeterProvider>().ForceFlush();
        desk.Parts.GetRequiredService<LoggerProvider>().ForceFlush();
    }
}
