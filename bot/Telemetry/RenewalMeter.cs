using System.Diagnostics.Metrics;
using VstrsBot.Outbox;

namespace VstrsBot.Telemetry;

/// <summary>The heartbeat of the renewal loop as metrics: a count that stops and a silence that grows when the loop does.</summary>
internal sealed class RenewalMeter
{
    public RenewalMeter(Heartbeat heart, IMeterFactory meters)
    {
        var meter = meters.Create(DeskTally.Meter);
        meter.CreateObservableCounter("vstrs.renewal.heartbeats", () => heart.Beats, "{round}", "Rounds of the renewal loop");
        meter.CreateObservableGauge("vstrs.renewal.silent", () => heart.Silent.TotalSeconds, "s", "How long the renewal loop has been silent");
    }
}
