using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Simulation;

/// <summary>Days of desks, two processes on one store each, with everything that can go wrong: the same seeds each time.</summary>
[Collection(Alone.Name)]
public sealed class G22_TenThousandHandoffsTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_rule_holds_whatever_goes_wrong()
    {
        var runs = Runs.Play(Runs.Setting("SIMULATION_FROM", 1), (int)Runs.Setting("SIMULATION_HANDOFFS", 10_000));
        output.Measured("G1 to G5, G8 to G10, G22", $"{runs}");

        if (runs.Broken is var (seed, world))
            Assert.Fail($"Seed {seed}: {world.Watched.Broken}\nIt is played again by: ./test --simulate {seed}\n{string.Join('\n', world.Trace.Last)}");
        Assert.True(runs.Gone(0.5) < TimeSpan.FromSeconds(1), "G2: half of the ends within 1 s.");
        Assert.True(runs.Gone(0.99) < TimeSpan.FromSeconds(2), "G2: 99 in 100 ends within 2 s.");
        Assert.True(runs.Gone(1) <= TimeSpan.FromSeconds(5), "G2: every end within 5 s.");
    }
}
