namespace VstrsBot.Outbox;

/// <summary>What must go on so that banners are renewed.</summary>
internal enum RenewalPart
{
    /// <summary>Timers commit the renewals.</summary>
    Timers,

    /// <summary>The outbox sends them.</summary>
    Sends,
}

/// <summary>The signs of life of the renewal loop: each part says so after each round, also when there was nothing to do. By the monotonic clock.</summary>
internal sealed class Heartbeat
{
    private readonly TimeProvider time;
    private readonly long[] last;
    private long beats;

    public Heartbeat(TimeProvider time)
    {
        this.time = time;
        last = [.. Enum.GetValues<RenewalPart>().Select(_ => time.GetTimestamp())];
    }

    /// <summary>How many rounds there were.</summary>
    public long Beats => Interlocked.Read(ref beats);

    /// <summary>For how long the part that is silent longest has been silent.</summary>
    public TimeSpan Silent => last.Max(at => time.GetElapsedTime(Interlocked.Read(ref at)));

    public void Beat(RenewalPart part)
    {
        Interlocked.Exchange(ref last[(int)part], time.GetTimestamp());
        Interlocked.Increment(ref beats);
    }
}
