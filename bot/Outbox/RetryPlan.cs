using VstrsBot.Handoffs;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Outbox;

/// <summary>The written plan of when a send is tried again. The pump is the only retrier.</summary>
internal static class RetryPlan
{
    /// <summary>What takes a banner away is tried at least this often while its address is known.</summary>
    public static readonly TimeSpan EndAtLeastEvery = TimeSpan.FromSeconds(5);

    /// <summary>A parked send is looked at again this much later.</summary>
    public static readonly TimeSpan Parked = TimeSpan.FromHours(1);

    /// <summary>After this many failures a send is parked: half an hour, the longest that anybody waits for a handoff.</summary>
    public const int MostTries = 36;

    private static readonly TimeSpan[] Waits =
        [.. new[] { 1, 2, 4, 8, 15, 30, 60 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    /// <summary>Teams throttles and says until when: that is kept to, also by an end.</summary>
    public static bool TeamsAsked(ConnectorException failure) => failure is { Status: 429, RetryAfter: not null };

    /// <summary>How long to wait after a failure.</summary>
    /// <param name="tries">Failures before this one.</param>
    /// <param name="jitter">From 0 to below 1.</param>
    public static TimeSpan After(ConnectorException failure, int tries, Urgency urgency, double jitter)
    {
        var isPassing = failure.Status is 0 or 401 or 412 or 429 or 502 or 503 or 504;

        // Asked to wait, even an end waits: sooner is refused, and everything else is held up with it.
        if (failure is { Status: 429, RetryAfter: { } asked } && (urgency == Urgency.End || tries < MostTries))
            return asked;

        var wait = isPassing && tries < MostTries ? failure.RetryAfter ?? (Waits[Math.Min(tries, Waits.Length - 1)] * (0.75 + (jitter / 2))) : Parked;
        return urgency == Urgency.End && wait > EndAtLeastEvery ? EndAtLeastEvery : wait;
    }
}
