using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using VstrsBot.Tests.Simulation.Pretend;
using VstrsBot.Tests.Simulation.Rules;

namespace VstrsBot.Tests.Simulation;

/// <summary>Plays seed after seed, two worlds at a time, until so many handoffs were made or a rule was broken.</summary>
internal sealed class Runs
{
    /// <summary>Handoffs of one world.</summary>
    public const int Handoffs = 80;

    private readonly ConcurrentQueue<(TimeSpan Span, ulong Seed)> endToGone = new();
    private int made;
    private int worlds;
    private Tally tally = new();

    public int Made => made;

    /// <summary>The first world that broke a rule, of those that were played.</summary>
    public (ulong Seed, World World)? Broken { get; private set; }

    public TimeSpan Took { get; private set; }

    /// <summary>From the end committed to the last banner gone, shortest first, where nothing else went wrong meanwhile and a banner could still be believed; and the seed it was in.</summary>
    public IReadOnlyList<(TimeSpan Span, ulong Seed)> EndToGone => [.. endToGone.Order()];

    public static Runs Play(ulong from, int handoffs, Part? part = null)
    {
        var runs = new Runs();
        var clock = Stopwatch.StartNew();
        var next = from - 1;
        Parallel.For(0, 2, _ =>
        {
            while (runs.made < handoffs && runs.Broken is null)
                runs.Play(Interlocked.Increment(ref next), part);
        });
        runs.Took = clock.Elapsed;
        return runs;
    }

    /// <summary>A number that the command gives by the environment.</summary>
    public static ulong Setting(string name, ulong usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : usual;

    /// <summary>The seed with the longest of them.</summary>
    private ulong Slowest => EndToGone is [.., var slowest] ? slowest.Seed : 0;

    /// <summary>The share of them that took at most as long as what is returned.</summary>
    public TimeSpan Gone(double share) => EndToGone is { Count: > 0 } all ? all[Math.Min(all.Count - 1, (int)(all.Count * share))].Span : TimeSpan.Zero;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{made} handoffs in {worlds} worlds, {Took.TotalSeconds:0} s, {made / Took.TotalSeconds:0} a second. End to last banner gone, all well: {endToGone.Count} times, half within {Gone(0.5).TotalSeconds:0.00} s, 99 in 100 within {Gone(0.99).TotalSeconds:0.00} s, at most {Gone(1).TotalSeconds:0.00} s (seed {Slowest}). {tally}");

    private void Play(ulong seed, Part? part)
    {
        var world = new World(seed, Handoffs, part).Play();
        Interlocked.Add(ref made, world.Watched.Handoffs);
        Interlocked.Increment(ref worlds);
        foreach (var span in world.Watched.EndToGone)
            endToGone.Enqueue((span, seed));
        lock (endToGone)
        {
            tally += world.Weather.Tally;
            if (world.Watched.Broken is not null && !(Broken?.Seed < seed))
                Broken = (seed, world);
        }
    }
}
