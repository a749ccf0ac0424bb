using VstrsBot.Handoffs;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Outbox;

/// <summary>How far an end that is not recorded has been shown, card by card, and when each is shown again.</summary>
/// <param name="othersRenew">Other processes serve from the store. They know of no end, and put the banner back.</param>
internal sealed class LateShowing(Ended end, bool othersRenew, TimeProvider time)
{
    private readonly Dictionary<Surface, Turn> turns = [];
    private bool settled;

    /// <summary>Each was tried.</summary>
    public bool IsWhole
    {
        get
        {
            lock (turns)
                return HandoffEffects.BannersOf(end).All(turns.ContainsKey);
        }
    }

    /// <summary>The cards to show it on now.</summary>
    public IReadOnlyCollection<Surface> Due
    {
        get
        {
            lock (turns)
                return [.. HandoffEffects.BannersOf(end).Where(surface => !turns.TryGetValue(surface, out var turn) || turn.IsOver(time))];
        }
    }

    public bool IsOf(Ended recorded) => !settled && (recorded.At, recorded.Reason) == (end.At, end.Reason);

    /// <summary>A renewal that had left before may still arrive within the longest flight: each is shown once more after it.</summary>
    public void Shown(Surface surface)
    {
        lock (turns)
        {
            var isFirst = turns.GetValueOrDefault(surface) is not { WasShown: true };
            turns[surface] = new Turn(time.GetTimestamp(), othersRenew ? RetryPlan.EndAtLeastEvery : isFirst ? EffectSender.LongestFlight : null, WasShown: true);
        }
    }

    /// <summary>A card that is gone shows nothing; any other is tried again, when Teams asks for it or soon.</summary>
    public void Failed(Surface surface, ConnectorException failure)
    {
        TimeSpan? again = failure.Status == 404 ? null : RetryPlan.TeamsAsked(failure) ? failure.RetryAfter : RetryPlan.EndAtLeastEvery;
        lock (turns)
            turns[surface] = new Turn(time.GetTimestamp(), again, turns.GetValueOrDefault(surface) is { WasShown: true });
    }

    /// <summary>Another had ended it before: each card is drawn anew.</summary>
    public void Settle()
    {
        lock (turns)
        {
            if (!settled)
                turns.Clear();
            settled = true;
        }
    }

    /// <param name="Again">After that it is shown again; null for never.</param>
    private sealed record Turn(long At, TimeSpan? Again, bool WasShown)
    {
        public bool IsOver(TimeProvider time) => Again is { } wait && time.GetElapsedTime(At) >= wait;
    }
}
