using VstrsBot.Handoffs;

namespace VstrsBot.Outbox;

/// <summary>
/// Updates whose outcome is unknown: each may still arrive and put an old card back. That one was sent stands with the card's address, for every
/// process. How long ago is told by this process's monotonic clock, from when it first saw the mark: a wall clock that is set forward must not
/// end the wait.
/// </summary>
internal sealed class LateFlights(TimeProvider time)
{
    /// <summary>Far more than are under way at a time. One that is forgotten is waited for once more.</summary>
    public const int MostKnown = 1000;

    private readonly Lock gate = new();
    private readonly Dictionary<(HandoffId Handoff, Surface Surface), (DateTimeOffset Mark, long FirstSeen)> known = [];

    /// <summary>How long the update may still take to arrive; null when it arrives no more.</summary>
    /// <param name="mark">As it stands with the card: another mark is another update.</param>
    public TimeSpan? Left(HandoffId handoff, Surface surface, DateTimeOffset? mark)
    {
        if (mark is not { } present)
            return null;
        lock (gate)
        {
            if (!known.TryGetValue((handoff, surface), out var before) || before.Mark != present)
                before = Remember((handoff, surface), present);
            var left = EffectSender.LongestFlight - time.GetElapsedTime(before.FirstSeen);
            return left > TimeSpan.Zero ? left : null;
        }
    }

    private (DateTimeOffset Mark, long FirstSeen) Remember((HandoffId, Surface) card, DateTimeOffset mark)
    {
        if (known.Count >= MostKnown && !known.ContainsKey(card))
            known.Remove(known.MinBy(one => one.Value.FirstSeen).Key);
        return known[card] = (mark, time.GetTimestamp());
    }
}
