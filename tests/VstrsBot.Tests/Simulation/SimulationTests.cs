using System.Globalization;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Simulation;

/// <summary>Whole days of a desk, two processes on one store, played from seeds, with everything that can go wrong.</summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    /// <summary>Handoffs that <c>./test</c> plays: the same seeds each time.</summary>
    private const int Usual = 2_000;

    private const string Seed = "SIMULATION_SEED";

    [Theory]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(13)]
    internal void One_seed_plays_one_run_to_the_last_byte(ulong seed)
    {
        var first = new World(seed, handoffs: 10).Play();
        var second = new World(seed, handoffs: 10).Play();

        Assert.True(first.Trace.Lines > 1000);
        Assert.Equal(first.Trace.Lines, second.Trace.Lines);
        Assert.Equal(first.Trace.Hash, second.Trace.Hash);
        Assert.NotEqual(first.Trace.Hash, new World(seed + 1, handoffs: 10).Play().Trace.Hash);
    }

    [Fact]
    public async Task Another_process_plays_the_same_run()
    {
        var here = new World(3, Runs.Handoffs).Play();
        var there = await Programs.RunAsync(
            Environment.ProcessPath!, ["-noColor", "-showLiveOutput", "-method", $"*{nameof(A_seed_is_played_again)}"], AppContext.BaseDirectory,
            TestContext.Current.CancellationToken, new Dictionary<string, string> { [Seed] = "3" });

        Assert.Contains(Told(3, here), there.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_holds_whatever_goes_wrong()
    {
        var runs = Runs.Play(Number("SIMULATION_FROM", 1), (int)Number("SIMULATION_HANDOFFS", Usual));
        output.WriteLine(runs.ToString());

        if (runs.Broken is var (seed, world))
            Assert.Fail($"Seed {seed}: {world.Watched.Broken}\nIt is played again by: ./test --simulate {seed}\n{string.Join('\n', world.Trace.Last)}");
        Assert.True(runs.Gone(0.5) < TimeSpan.FromSeconds(1), "G2: half of the ends within 1 s.");
        Assert.True(runs.Gone(0.99) < TimeSpan.FromSeconds(2), "G2: 99 in 100 ends within 2 s.");
        Assert.True(runs.Gone(1) <= TimeSpan.FromSeconds(5), "G2: every end within 5 s.");
    }

    /// <summary>Plays the seed of <c>./test --simulate SEED</c> and prints all that happens in it; without one, the first.</summary>
    [Fact]
    public void A_seed_is_played_again()
    {
        var seed = Number(Seed, 1);
        var world = new World(seed, Runs.Handoffs, keeps: int.MaxValue).Play();
        if (Environment.GetEnvironmentVariable(Seed) is not null)
            output.WriteLine(string.Join('\n', world.Trace.Last));
        output.WriteLine(Told(seed, world));

        Assert.Null(world.Watched.Broken);
    }

    private static string Told(ulong seed, World world) =>
        $"Seed {seed}: {world.Watched.Handoffs} handoffs, {world.Trace.Lines} lines, {world.Trace.Hash}. {world.Watched.Broken ?? "Every rule held."}";

    private static ulong Number(string setting, ulong usual) =>
        Environment.GetEnvironmentVariable(setting) is { Length: > 0 } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : usual;
}
