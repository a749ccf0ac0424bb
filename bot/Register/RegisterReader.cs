namespace VstrsBot.Register;

/// <summary>
/// The register as this process last read it, at most 30 seconds old. From half that age on the next look also reads it anew, and waits for
/// nothing: somebody on hold should not.
/// </summary>
internal sealed class RegisterReader(RegisterStore store, TimeProvider time)
{
    /// <summary>How late a change of the register may be seen.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private volatile Read? last;
    private Task<Read>? reading;

    /// <exception cref="VstrsBot.Handoffs.StoreUnavailableException">It cannot be read, and what was read is too old: no entry means no right.</exception>
    public async Task<RegisterSnapshot> NowAsync(CancellationToken ct)
    {
        var known = last;
        var age = known is null ? TimeSpan.MaxValue : time.GetElapsedTime(known.At);
        if (age < Freshness / 2)
            return known!.InForce.Register;

        var now = ReadAnewAsync();
        if (age >= Freshness)
            return (await now.WaitAsync(ct)).InForce.Register;
        _ = now.ContinueWith(read => read.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default); // the copy stands until it is too old
        return known!.InForce.Register;
    }

    /// <summary>The register as the store has it at this moment.</summary>
    /// <exception cref="VstrsBot.Handoffs.StoreUnavailableException">It cannot be read.</exception>
    public async Task<RegisterSnapshot> AnewAsync(CancellationToken ct) => (await ReadAsync().WaitAsync(ct)).InForce.Register;

    /// <summary>As it was read last, if that is not longer ago; null else.</summary>
    public RegisterSnapshot? LastRead(TimeSpan within) => last is { } known && time.GetElapsedTime(known.At) < within ? known.InForce.Register : null;

    /// <summary>The next look reads the store.</summary>
    public void Forget()
    {
        lock (gate)
            (last, reading) = (null, null);
    }

    /// <summary>Everybody who looks meanwhile shares one reading.</summary>
    private Task<Read> ReadAnewAsync()
    {
        lock (gate)
            return reading is { IsCompleted: false } shared ? shared : reading = ReadAsync();
    }

    private async Task<Read> ReadAsync()
    {
        var (before, at) = (last, time.GetTimestamp());
        var read = new Read(await store.ReadAsync(before?.InForce, CancellationToken.None), at);
        lock (gate)
        {
            if (last == before)
                last = read;
        }

        return read;
    }

    private sealed record Read(RegisterInForce InForce, long At);
}
