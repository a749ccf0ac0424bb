using System.Diagnostics.Metrics;

namespace VstrsBot.Teams.Outbound;

/// <summary>Counts tokens that could not be had.</summary>
internal sealed class TokenFailures(IMeterFactory meters)
{
    /// <summary>The meter's name.</summary>
    public const string Meter = "VstrsBot.Teams";

    private readonly Counter<long> failed = meters.Create(Meter).CreateCounter<long>("teams.tokens.failed", "{token}", "Tokens for Teams that could not be had");

    /// <param name="isPassing">Trying again may help.</param>
    public void Add(bool isPassing) => failed.Add(1, new KeyValuePair<string, object?>("passing", isPassing));
}
