namespace TeamsStandIn.Connector;

/// <summary>A request that was over a limit, whether or not it was refused.</summary>
/// <param name="Thread">The chat or reply chain; null for the limit of the whole tenant.</param>
internal sealed record LimitBreach(DateTimeOffset At, string? Thread, TimeSpan Window, int Limit);

/// <summary>
/// The limits of Teams: rate limiting for agents (October 2026), as sliding windows. Requests are counted always;
/// those over a limit are refused only when <see cref="Enforced"/>.
/// </summary>
internal sealed class RateLimits(TimeProvider time)
{
    private static readonly (int Limit, TimeSpan Window)[] Writes = [(7, Seconds(1)), (8, Seconds(2)), (60, Seconds(30)), (1800, Seconds(3600))];
    private static readonly (int Limit, TimeSpan Window)[] Reads = [(14, Seconds(1)), (16, Seconds(2)), (120, Seconds(30)), (3600, Seconds(3600))];
    private static readonly (int Limit, TimeSpan Window)[] WholeTenant = [(50, Seconds(1))];

    private readonly Lock gate = new();
    private readonly Dictionary<string, List<DateTimeOffset>> counted = [];
    private readonly List<LimitBreach> breaches = [];

    /// <summary>Whether a request over a limit is answered 429.</summary>
    public bool Enforced { get; set; } = true;

    /// <summary>Every request that was over a limit: empty is what the bot owes Teams.</summary>
    public IReadOnlyList<LimitBreach> Breaches
    {
        get
        {
            lock (gate) return [.. breaches];
        }
    }

    /// <summary>Counts a request.</summary>
    /// <returns>How long to wait when it is over a limit, else null.</returns>
    public TimeSpan? Count(string thread, bool write)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var kind = write ? "write" : "read";
            var wait = Over($"{kind}|{thread}", thread, write ? Writes : Reads, now) ?? Over("tenant", null, WholeTenant, now);
            if (wait is not null && Enforced) return wait; // a refused request does not fill the window further
            TimesOf($"{kind}|{thread}").Add(now);
            TimesOf("tenant").Add(now);
            return wait;
        }
    }

    private TimeSpan? Over(string key, string? thread, (int Limit, TimeSpan Window)[] limits, DateTimeOffset now)
    {
        var times = TimesOf(key); // in order, so the window is full when its oldest place is taken
        foreach (var (limit, window) in limits)
        {
            if (times.Count < limit || times[^limit] <= now - window) continue;
            breaches.Add(new(now, thread, window, limit));
            return times[^limit] + window - now;
        }

        return null;
    }

    /// <summary>Lets go of threads in which nothing was asked since then.</summary>
    public void Forget(DateTimeOffset before)
    {
        lock (gate)
        {
            foreach (var (key, times) in counted)
            {
                times.RemoveAll(at => at < before);
                if (times.Count == 0) counted.Remove(key);
            }
        }
    }

    private List<DateTimeOffset> TimesOf(string key) => counted.TryGetValue(key, out var times) ? times : counted[key] = [];

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
