namespace VstrsBot.Limits;

/// <summary>
/// The calls this process knows of, by monotonic time: its own until they are over, and others from when it first saw them where a clock
/// cannot be believed.
/// </summary>
internal sealed class KnownCalls(TimeProvider time)
{
    private const long UnderWay = long.MaxValue;

    /// <summary>What is older is believed as it is written.</summary>
    private static readonly TimeSpan Remembers = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan ForgetsEvery = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Calls> known = new(StringComparer.Ordinal);
    private long unrecorded;
    private long forgot = time.GetTimestamp();

    /// <summary>A call of this process begins.</summary>
    public void Begin(string key, long no)
    {
        lock (gate)
        {
            Forget();
            Of(key).ByNo(no)[no] = UnderWay;
        }
    }

    /// <summary>A call that no row counts, because the store cannot be written.</summary>
    public long BeginUnrecorded(string key)
    {
        var no = Interlocked.Decrement(ref unrecorded);
        Begin(key, no);
        return no;
    }

    /// <summary>It was answered, or given up.</summary>
    public void End(string key, long no)
    {
        lock (gate)
            Of(key).ByNo(no)[no] = time.GetTimestamp();
    }

    /// <summary>How long ago the recorded call was, if this process knows; a call that reads as later than now is as one of now, and known from then on.</summary>
    public TimeSpan AgeOf(string key, long no, TimeSpan asWritten)
    {
        lock (gate)
        {
            // A row that was swept counts from one again: what was known of that number long ago is of another call.
            if (!known.TryGetValue(key, out var calls) || !calls.ByNo(no).TryGetValue(no, out var at) || Age(at) > Remembers)
            {
                if (asWritten >= TimeSpan.Zero)
                    return asWritten;
                Of(key).ByNo(no)[no] = time.GetTimestamp();
                return TimeSpan.Zero;
            }

            return Age(at);
        }
    }

    /// <summary>The ages of all calls this process knows of; of those that no row counts only when <paramref name="all"/> is false.</summary>
    public IReadOnlyList<(TimeSpan Age, int Count)> AgesOf(string key, bool all)
    {
        lock (gate)
            return known.TryGetValue(key, out var calls) ? [.. (all ? calls.Recorded.Concat(calls.Unrecorded) : calls.Unrecorded).Select(call => (Age(call.Value), 1))] : [];
    }

    private TimeSpan Age(long at) => at == UnderWay ? TimeSpan.Zero : time.GetElapsedTime(at);

    private Calls Of(string key) => known.TryGetValue(key, out var calls) ? calls : known[key] = new Calls([], []);

    private void Forget()
    {
        if (time.GetElapsedTime(forgot) < ForgetsEvery)
            return;
        forgot = time.GetTimestamp();
        foreach (var (key, calls) in known)
        {
            Forget(calls.Recorded);
            Forget(calls.Unrecorded);
            if (calls.Recorded.Count + calls.Unrecorded.Count == 0)
                known.Remove(key);
        }
    }

    private void Forget(Dictionary<long, long> calls)
    {
        foreach (var (no, at) in calls)
        {
            if (at != UnderWay && Age(at) > Remembers)
                calls.Remove(no);
        }
    }

    /// <summary>When each was over, by its number: those that a row counts, and those that none does, which count down from -1.</summary>
    private sealed record Calls(Dictionary<long, long> Recorded, Dictionary<long, long> Unrecorded)
    {
        public Dictionary<long, long> ByNo(long no) => no < 0 ? Unrecorded : Recorded;
    }
}
