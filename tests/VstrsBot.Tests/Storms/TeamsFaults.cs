using TeamsStandIn.Faults;

namespace VstrsBot.Tests.Storms;

/// <summary>Every way Teams can fail the bot, by name.</summary>
internal static class TeamsFaults
{
    /// <summary>What becomes of a call of the bot.</summary>
    public static readonly Dictionary<string, Func<Fault>> ToTeams = new(StringComparer.Ordinal)
    {
        ["slow"] = () => Fault.Slow(TimeSpan.FromSeconds(1)),
        ["never answered"] = Fault.Silence,
        ["cut"] = Fault.Cut,
        ["done, then cut"] = Fault.ApplyThenCut,
        ["done, then never answered"] = Fault.ApplyThenSilence,
        ["done, then 502"] = () => Fault.ApplyThenStatus(502),
        ["429"] = () => Fault.Throttle(),
        ["429 for 3 s"] = () => Fault.Throttle(TimeSpan.FromSeconds(3)),
        ["403"] = () => Fault.Status(403),
        ["412"] = () => Fault.Status(412),
        ["413"] = () => Fault.Status(413),
        ["500"] = () => Fault.Status(500),
        ["502"] = () => Fault.Status(502),
        ["503"] = () => Fault.Status(503),
        ["504"] = () => Fault.Status(504),
    };

    /// <summary>How a press may reach the bot.</summary>
    public static readonly Dictionary<string, Func<Fault>> ToTheBot = new(StringComparer.Ordinal)
    {
        ["twice"] = () => Fault.Duplicate(),
        ["twice, new id"] = () => Fault.Duplicate(newIds: true),
        ["five at once"] = () => Fault.Duplicate(5, newIds: true, together: true),
        ["done, answer lost"] = Fault.ApplyThenCut,
        ["done, answered 502"] = () => Fault.ApplyThenStatus(502),
    };
}
