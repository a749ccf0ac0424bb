using System.Security.Cryptography;

namespace VstrsBot;

/// <summary>
/// Where everything random comes from: handoff numbers, ids, nonces, jitter. What <see cref="TimeProvider"/> is to time: a simulation
/// brings its own, so that one seed plays one run.
/// </summary>
internal abstract class RandomSource
{
    /// <summary>Cryptographically random.</summary>
    public static readonly RandomSource System = new Cryptographic();

    public abstract void Fill(Span<byte> bytes);

    /// <summary>A number from 0 to below <paramref name="limit"/>.</summary>
    public abstract int Below(int limit);

    public Guid NewGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        Fill(bytes);
        return new Guid(bytes);
    }

    private sealed class Cryptographic : RandomSource
    {
        public override void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);

        public override int Below(int limit) => RandomNumberGenerator.GetInt32(limit);
    }
}
