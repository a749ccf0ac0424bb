using System.Diagnostics.Metrics;

namespace VstrsBot.Teams.Inbound;

/// <summary>Counts calls turned away, by status and reason.</summary>
internal sealed class RefusalCounter(IMeterFactory meters)
{
    /// <summary>The meter's name.</summary>
    public const string Meter = "VstrsBot.Teams";

    /// <summary>The counter's name.</summary>
    public const string Name = "teams.calls.refused";

    private readonly Counter<long> _refused = meters.Create(Meter).CreateCounter<long>(Name, "{call}", "Calls turned away");

    public void Add(CallRefusal refusal) => _refused.Add(1, new("status", refusal.Status), new("reason", refusal.Reason));
}
