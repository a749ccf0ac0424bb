using VstrsBot.Handoffs;

namespace VstrsBot.Limits;

/// <summary>At most so many calls within any span of this length.</summary>
internal sealed record TeamsLimit(int Most, TimeSpan Within);

/// <summary>
/// How often Teams lets one bot call. Source: Teams, "Rate limiting for agents" (October 2026). A create, a send and an update count alike.
/// </summary>
internal static class TeamsLimits
{
    /// <summary>Writes to one chat or thread.</summary>
    public static readonly TeamsLimit[] Writes = [new(7, Seconds(1)), new(8, Seconds(2)), new(60, Seconds(30)), new(1800, Seconds(3600))];

    /// <summary>Reads of one conversation's members.</summary>
    public static readonly TeamsLimit[] Reads = [new(14, Seconds(1)), new(16, Seconds(2)), new(120, Seconds(30)), new(3600, Seconds(3600))];

    /// <summary>In one tenant 50 calls a second: most are kept for writes, which the store counts for all processes.</summary>
    public static readonly TeamsLimit[] WritesInTenant = [new(40, Seconds(1))];

    /// <summary>The others are for reads.</summary>
    public static readonly TeamsLimit[] ReadsInTenant = [new(10, Seconds(1))];

    /// <summary>What the store does not count a process knows of itself alone, and keeps to this share: five processes may do so at a time.</summary>
    public const double AloneShare = 0.2;

    /// <summary>How much of each limit one may use up: what is more urgent always finds some of it left.</summary>
    public static double ShareOf(Urgency urgency) => urgency switch
    {
        Urgency.End => 1,
        Urgency.Ping => 0.95,
        Urgency.Renewal => 0.5,
        _ => 0.9,
    };

    /// <summary>How long until one more call is within all limits; null when it is now.</summary>
    /// <param name="calls">How long ago calls were, and how many.</param>
    public static TimeSpan? Wait(TeamsLimit[] limits, double share, IEnumerable<(TimeSpan Age, int Count)> calls)
    {
        List<(TimeSpan Age, int Count)> youngestFirst = [.. calls];
        youngestFirst.Sort((one, other) => one.Age.CompareTo(other.Age));
        TimeSpan? longest = null;
        foreach (var limit in limits)
        {
            if (AgeOf(Math.Max(1, (int)(limit.Most * share)), youngestFirst) is { } age && limit.Within - age is { Ticks: > 0 } wait && !(longest > wait))
                longest = wait;
        }

        return longest;
    }

    /// <summary>How long ago the n-th last call was; null when there were fewer.</summary>
    private static TimeSpan? AgeOf(int nth, List<(TimeSpan Age, int Count)> youngestFirst)
    {
        foreach (var (age, count) in youngestFirst)
        {
            nth -= count;
            if (nth <= 0)
                return age;
        }

        return null;
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
