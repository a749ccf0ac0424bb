using System.Runtime.InteropServices;
using VstrsBot.Storage;

namespace VstrsBot.Handoffs;

/// <summary>
/// What this process last saw of each live handoff, in memory: its state, and where its cards are. It serves one thing, an end that is said while
/// the store cannot be read: it makes nothing live, tells nobody that authority stands, and holds nothing about a customer.
/// </summary>
internal sealed class LastSeen(TimeProvider time)
{
    /// <summary>Far more than one desk has at a time; those that ended and those seen longest ago are forgotten first.</summary>
    public const int MostKnown = 2000;

    /// <summary>After that nothing can be live of what was seen.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    /// <summary>How long an end waits for the store before it goes by what was last seen.</summary>
    public static readonly TimeSpan StoreMayTake = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<HandoffId, Known> known = [];

    public int Count
    {
        get
        {
            lock (gate)
                return known.Count;
        }
    }

    /// <summary>It was read or committed. An older state that is read late changes nothing.</summary>
    public void Note(HandoffId id, Handoff state, long version)
    {
        lock (gate)
        {
            if (state is Live live && (!known.TryGetValue(id, out var before) || before.Version <= version))
                (before ?? Begin(id)).See(live, version, time.GetTimestamp());
            else if (state is Ended && known.TryGetValue(id, out var ended))
                ended.End(version);
        }
    }

    /// <summary>Where a card of it is that may show a banner; null when it stands nowhere any more.</summary>
    public void Note(HandoffId id, Surface surface, CardAddress? card)
    {
        if (surface.Kind is not (SurfaceKind.Channel or SurfaceKind.Adviser or SurfaceKind.Authority or SurfaceKind.Brought))
            return;
        lock (gate)
        {
            var at = known.GetValueOrDefault(id);
            if (card is { Gone: false })
                (at ?? Begin(id)).See(surface, card, time.GetTimestamp());
            else
                at?.Cards.Remove(surface);
        }
    }

    /// <summary>The handoff while it was live; null when it was not seen so within the hour, or was seen to end.</summary>
    public SeenLive? Find(HandoffId id)
    {
        lock (gate)
            return Fresh(id) is { Live: { } live } seen ? new SeenLive(live, seen.Version) : null;
    }

    public CardAddress? FindCard(HandoffId id, Surface surface)
    {
        lock (gate)
            return Fresh(id)?.Cards.GetValueOrDefault(surface);
    }

    private Known? Fresh(HandoffId id) => known.TryGetValue(id, out var seen) && !IsOld(seen) ? seen : null;

    private bool IsOld(Known seen) => time.GetElapsedTime(seen.At) >= KeptFor;

    private Known Begin(HandoffId id)
    {
        foreach (var old in known.Where(one => IsOld(one.Value)).Select(one => one.Key).ToList())
            known.Remove(old);
        if (known.Count >= MostKnown)
            known.Remove(known.MinBy(one => (one.Value.IsOver ? 0 : 1, one.Value.At)).Key);
        return known[id] = new Known { At = time.GetTimestamp() };
    }

    private sealed class Known
    {
        public Live? Live { get; private set; }

        public long Version { get; private set; }

        public bool IsOver { get; private set; }

        public long At { get; set; }

        public Dictionary<Surface, CardAddress> Cards { get; } = [];

        public void See(Live live, long version, long at) => (Live, Version, At) = (IsOver ? null : live, version, at);

        public void See(Surface surface, CardAddress card, long at)
        {
            if (IsOver)
                return;
            (Cards[surface], At) = (card, at);
        }

        /// <summary>Only its number stays, so that what was read before it ended is not taken for news.</summary>
        public void End(long version)
        {
            (Live, Version, IsOver) = (null, version, true);
            Cards.Clear();
        }
    }
}

/// <summary>A live handoff as it was last seen.</summary>
/// <param name="Version">Of the state that was stored then.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SeenLive(Live State, long Version);
