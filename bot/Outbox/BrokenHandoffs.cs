using System.Collections.Concurrent;
using VstrsBot.Handoffs;

namespace VstrsBot.Outbox;

/// <summary>
/// Handoffs that this process could not read or move: it leaves them alone for a moment. Nothing of this is stored, for another process, of
/// another release, may well read them.
/// </summary>
internal sealed class BrokenHandoffs(TimeProvider time)
{
    public static readonly TimeSpan TriedAgainAfter = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan SaidAgainAfter = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<HandoffId, (long Tried, long Said)> known = new();

    public bool IsPutOff(HandoffId id) => known.TryGetValue(id, out var one) && time.GetElapsedTime(one.Tried) < TriedAgainAfter;

    /// <summary>It is left alone for a moment.</summary>
    /// <returns>True when it is time to say so.</returns>
    public bool PutOff(HandoffId id)
    {
        var (now, isTime) = (time.GetTimestamp(), true);
        known.AddOrUpdate(id, (now, now), (_, before) =>
        {
            isTime = time.GetElapsedTime(before.Said, now) >= SaidAgainAfter;
            return (now, isTime ? now : before.Said);
        });
        return isTime;
    }

    /// <summary>It can be read and moved again.</summary>
    public void Mended(HandoffId id) => known.TryRemove(id, out _);
}
