namespace VstrsBot.Storage.Tables;

/// <summary>
/// The store's clock, as heard from the Date of its answers, which name whole seconds. Between answers it goes on by this machine's monotonic
/// clock, and an answer moves it only as far as that answer proves it wrong: so it is steady, and no more than a second off.
/// </summary>
internal sealed class StoreClock(TimeProvider machine)
{
    private static readonly TimeSpan DateIsWhole = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private (DateTimeOffset Date, long At)? known;

    /// <summary>Null until the store has answered once.</summary>
    public DateTimeOffset? Now
    {
        get
        {
            lock (gate)
                return known is null ? null : NowAt(machine.GetTimestamp());
        }
    }

    /// <param name="asked">The monotonic time when the store was asked.</param>
    /// <param name="date">What its answer says: the second in which it answered.</param>
    public void Heard(long asked, DateTimeOffset date)
    {
        var answered = machine.GetTimestamp();
        lock (gate)
        {
            // It answered after it was asked and before this was heard, within that second.
            if (known is null || NowAt(answered) < date)
                known = (date, answered);
            else if (NowAt(asked) > date + DateIsWhole)
                known = (date + DateIsWhole, asked);
        }
    }

    private DateTimeOffset NowAt(long timestamp) => known!.Value.Date + machine.GetElapsedTime(known.Value.At, timestamp);
}
