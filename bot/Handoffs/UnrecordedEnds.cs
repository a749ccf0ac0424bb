using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace VstrsBot.Handoffs;

/// <summary>An end that somebody said and the store did not take.</summary>
/// <param name="Command">The end, by whoever said it.</param>
/// <param name="At">When it was said.</param>
internal sealed record UnrecordedEnd(HandoffCommand Command, DateTimeOffset At);

/// <summary>
/// Ends that could not be committed. This process holds each handoff here to be ended: it renews it no more, shows it ended, and commits
/// the end as soon as it can. Another process that cannot reach the store either lets the lease run out; one that can renews it, until then.
/// </summary>
internal sealed class UnrecordedEnds
{
    /// <summary>Of handoffs that this process did not see live, and so may be no handoffs at all.</summary>
    public const int MostUnseen = 1000;

    private readonly ConcurrentDictionary<HandoffId, ImmutableList<UnrecordedEnd>> ends = new();
    private readonly Signal remembered = new();

    /// <summary>In the order they were said. A copy of one moment is sorted: sorting the dictionary itself finds holes where one goes meanwhile.</summary>
    public IReadOnlyCollection<HandoffId> All => [.. ends.ToArray().OrderBy(end => end.Value[0].At).ThenBy(end => end.Key.Value, StringComparer.Ordinal).Select(end => end.Key)];

    public static bool Knows(HandoffCommand command) => command is EndCall or EndAsLead;

    /// <summary>What was said of a handoff, in the order it was said: the first end that was somebody's to say stands.</summary>
    public IReadOnlyList<UnrecordedEnd> Find(HandoffId id) => ends.GetValueOrDefault(id, []);

    /// <summary>Once for each person: whoever could not have ended it must not be in the way of who can.</summary>
    /// <returns>False when there are too many already that may be in vain.</returns>
    public bool TryRemember(HandoffId id, UnrecordedEnd end, bool wasSeenLive)
    {
        if (!wasSeenLive && ends.Count >= MostUnseen && !ends.ContainsKey(id))
            return false;
        ends.AddOrUpdate(id, [end], (_, said) => said.Exists(before => IsTheSame(before.Command, end.Command)) ? said : said.Add(end));
        remembered.Raise();
        return true;
    }

    /// <summary>Completes when the next is remembered.</summary>
    public Task NextAsync() => remembered.NextAsync();

    /// <summary>They are recorded, or could not be said. What was said meanwhile stays.</summary>
    public void Forget(HandoffId id, IReadOnlyList<UnrecordedEnd> said)
    {
        while (ends.TryGetValue(id, out var now))
        {
            var left = now.RemoveRange(said);
            if (left.IsEmpty ? ends.TryRemove(KeyValuePair.Create(id, now)) : ends.TryUpdate(id, left, now))
                return;
        }
    }

    private static bool IsTheSame(HandoffCommand one, HandoffCommand other) => one.By.Id == other.By.Id && one.GetType() == other.GetType();
}
