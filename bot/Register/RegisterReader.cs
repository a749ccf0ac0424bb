using VstrsBot.Handoffs;

namespace VstrsBot.Register;

/// <summary>The register as this process last read it, at most 30 seconds old.</summary>
internal sealed class RegisterReader(RegisterStore store, TimeProvider time)
{
    /// <summary>How late a change of the register may be seen.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private (RegisterSnapshot Register, long ReadAt)? last;

    /// <exception cref="StoreUnavailableException">It cannot be read, and what was read is too old: no entry means no right.</exception>
    public async Task<RegisterSnapshot> NowAsync(CancellationToken ct)
    {
        if (last is { } known && time.GetElapsedTime(known.ReadAt) < Freshness)
            return known.Register;

        var readAt = time.GetTimestamp();
        var (register, _) = await store.ReadAsync(ct);
        last = (register, readAt);
        return register;
    }

    /// <summary>The next look reads the store.</summary>
    public void Forget() => last = null;
}
