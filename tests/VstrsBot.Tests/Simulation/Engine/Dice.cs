namespace VstrsBot.Tests.Simulation.Engine;

/// <summary>The one source of chance of a world, the product's included: SplitMix64, the same numbers on every machine.</summary>
internal sealed class Dice(ulong seed) : RandomSource
{
    private ulong state = seed;

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    public override int Below(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    public override void Fill(Span<byte> bytes)
    {
        for (var at = 0; at < bytes.Length; at++)
            bytes[at] = (byte)Next();
    }

    public bool Chance(double probability) => Unit() < probability;

    public TimeSpan Between(double fromSeconds, double toSeconds) => TimeSpan.FromSeconds(fromSeconds + ((toSeconds - fromSeconds) * Unit()));

    public T OneOf<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>One of them, as often as its weight; default when none has any.</summary>
    public T? ByWeight<T>(IReadOnlyCollection<(double Weight, T Choice)> choices)
    {
        var at = Unit() * choices.Sum(one => one.Weight);
        foreach (var (weight, choice) in choices)
        {
            at -= weight;
            if (at < 0)
                return choice;
        }

        return default;
    }

    private double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));
}
