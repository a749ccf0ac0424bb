using VstrsBot.Handoffs;

namespace VstrsBot.Outbox;

/// <summary>
/// What may be sent now, as last read, and what is under way. Which send is next is decided anew for each: the most urgent of all, so that what
/// turns up overtakes whatever waits. The more urgent may be under way in greater number: some places are always free for ends.
/// </summary>
internal sealed class Backlog(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<HandoffId, Reading> waiting = [];
    private readonly HashSet<Lane> underWay = [];
    private readonly Dictionary<(string Key, Urgency Urgency), (long Since, TimeSpan Wait)> resting = [];
    private long readings;

    /// <summary>How many sends may be under way when one of this urgency begins.</summary>
    public static int MostWith(Urgency urgency) => urgency switch
    {
        Urgency.End => 48,
        Urgency.Ping => 32,
        Urgency.Card => 24,
        Urgency.Message => 16,
        _ => 8,
    };

    /// <summary>Taken before the rows are read: of two readings of a handoff the one that began later stands.</summary>
    public long BeginReading() => Interlocked.Increment(ref readings);

    /// <summary>Everything that is owed has been read.</summary>
    public void PutAll(long reading, IEnumerable<OwedRow> free)
    {
        var read = free.ToLookup(row => row.Handoff);
        lock (gate)
        {
            foreach (var id in waiting.Where(known => known.Value.No < reading).Select(known => known.Key).ToList())
                waiting.Remove(id);
            foreach (var rows in read.Where(rows => !waiting.ContainsKey(rows.Key)))
                waiting[rows.Key] = Reading.Of(reading, rows);
        }
    }

    /// <summary>What one handoff owes has been read.</summary>
    public void Put(long reading, HandoffId id, IEnumerable<OwedRow> free)
    {
        lock (gate)
        {
            if (!waiting.TryGetValue(id, out var known) || known.No < reading)
                waiting[id] = Reading.Of(reading, free);
        }
    }

    /// <summary>The next to send, now under way; null when nothing may begin.</summary>
    public OwedRow? TakeNext(bool endsOnly)
    {
        lock (gate)
        {
            var next = waiting.Values.SelectMany(reading => reading.FirstOfEachLane)
                .Where(row => underWay.Count < MostWith(row.Owed.Urgency) && !(endsOnly && row.Owed.Urgency != Urgency.End) && !underWay.Contains(row.Lane) && !IsResting(row))
                .MinBy(row => (row.Owed.Urgency, row.Owed.Since, Lane.Order(row.Owed)));
            if (next is not null)
                underWay.Add(next.Lane);
            return next;
        }
    }

    /// <summary>A send is over, and what its handoff owes now has been read.</summary>
    public void Done(OwedRow sent, long reading, IEnumerable<OwedRow> free)
    {
        lock (gate)
        {
            underWay.Remove(sent.Lane);
            Put(reading, sent.Handoff, free);
        }
    }

    /// <summary>It would be in vain before: Teams' limits leave it no place, or the store is away. Should it become more urgent, it is tried at once.</summary>
    public void Rest(OwedRow row, TimeSpan wait)
    {
        lock (gate)
            resting[(row.Row.Key, row.Owed.Urgency)] = (time.GetTimestamp(), wait);
    }

    /// <summary>How long until the first of those that rest may be tried again; null when none rests.</summary>
    public TimeSpan? UntilRested()
    {
        lock (gate)
        {
            foreach (var over in resting.Where(one => Left(one.Value) <= TimeSpan.Zero).Select(one => one.Key).ToList())
                resting.Remove(over);
            return resting.Count == 0 ? null : resting.Values.Min(Left);
        }
    }

    private bool IsResting(OwedRow row) => resting.TryGetValue((row.Row.Key, row.Owed.Urgency), out var rest) && Left(rest) > TimeSpan.Zero;

    private TimeSpan Left((long Since, TimeSpan Wait) rest) => rest.Wait - time.GetElapsedTime(rest.Since);

    private sealed record Reading(long No, IReadOnlyList<OwedRow> FirstOfEachLane)
    {
        public static Reading Of(long no, IEnumerable<OwedRow> free) =>
            new(no, [.. free.GroupBy(row => row.Lane).Select(lane => lane.MinBy(row => (row.Owed.Urgency, Lane.Order(row.Owed), row.Owed.Version))!)]);
    }
}
