using System.Collections.Concurrent;

namespace VstrsBot.Handoffs;

/// <summary>An end that somebody said and the store did not take.</summary>
/// <param name="Command">The end, by whoever said it.</param>
/// <param name="At">When it was said.</param>
internal sealed record UnrecordedEnd(HandoffCommand Command, DateTimeOffset At);

/// <summary>
/// Ends that could not be committed. This process holds each handoff here to be ended: it renews it no more, shows it ended, and commits
/// the end as soon as it can. Another process lets the lease run out.
/// </summary>
internal sealed class UnrecordedEnds
{
    private readonly ConcurrentDictionary<HandoffId, UnrecordedEnd> ends = new();

    /// <summary>In the order they were said.</summary>
    public IReadOnlyCollection<HandoffId> All => [.. ends.OrderBy(end => end.Value.At).ThenBy(end => end.Key.Value, StringComparer.Ordinal).Select(end => end.Key)];

    public static bool Knows(HandoffCommand command) => command is EndCall or EndAsLead;

    public UnrecordedEnd? Find(HandoffId id) => ends.GetValueOrDefault(id);

    /// <summary>The first end stands.</summary>
    public void Remember(HandoffId id, UnrecordedEnd end) => ends.TryAdd(id, end);

    /// <summary>It is recorded, or could not be said. One said meanwhile stays.</summary>
    public void Forget(HandoffId id, UnrecordedEnd end) => ends.TryRemove(new KeyValuePair<HandoffId, UnrecordedEnd>(id, end));
}
