using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using VstrsBot.Telemetry;
using VstrsBot.Tests.Support;
using VstrsBot.Tests.Telemetry;
using Xunit;

namespace VstrsBot.Tests.Journeys.Operating;

/// <summary>OB1, to Application Insights: with its connection string set metrics, traces and logs go there, and nothing of a person with them.</summary>
[Collection(Alone.Name)]
public sealed class OB1_AzureMonitorTests
{
    [Fact]
    public async Task Metrics_traces_and_logs_reach_it_and_hold_nobody()
    {
        await using var azure = await TrackReceiver.StartAsync();
        await Desk.PlayAsync(
            async desk =>
            {
                desk.Parts.GetRequiredService<TracerProvider>();
                desk.Parts.GetRequiredService<MeterProvider>();
                await desk.LiveAsync();
                await desk.EndAsync();
                desk.Export();

                Assert.Superset(new HashSet<string> { "MetricData", "MessageData" }, azure.Kinds.ToHashSet());
                Assert.True(azure.Kinds.Overlaps(["RequestData", "RemoteDependencyData"]), string.Join(", ", azure.Kinds));
                Assert.Contains("vstrs.handoffs.ended", azure.Raw, StringComparison.Ordinal);
                string[] people = [.. Typed.Canaries, Desk.Code, "Tom Reed", "Priya Shah", $"{desk.Tom.Person.ObjectId}", $"{desk.Priya.Person.ObjectId}"];
                Assert.DoesNotContain(people, one => azure.Raw.Contains(one, StringComparison.OrdinalIgnoreCase));
            },
            change: settings => settings with { Telemetry = new TelemetrySettings { AzureMonitor = azure.ConnectionString } });
    }
}
