using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Simulation;

/// <summary>A seed plays one run, and the same run each time.</summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
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

    /// <summary>Plays the seed of <c>./test --simulate SEED</c> and prints all that happens in it; without one, a small world.</summary>
    [Fact]
    public void A_seed_is_played_again()
    {
        var seed = Runs.Setting(Seed, 1);
        var isAsked = Environment.GetEnvironmentVariable(Seed) is not null;
        var world = new World(seed, isAsked ? Runs.Handoffs : 10, keeps: int.MaxValue).Play();
        if (isAsked)
            output.WriteLine(string.Join('\n', world.Trace.Last));
        output.WriteLine(Told(seed, world));

        Assert.Null(world.Watched.Broken);
    }

    private static string Told(ulong seed, World world) =>
        $"Seed {seed}: {world.Watched.Handoffs} handoffs, {world.Trace.Lines} lines, {world.Trace.Hash}. {world.Watched.Broken ?? "Every rule held."}";
}
