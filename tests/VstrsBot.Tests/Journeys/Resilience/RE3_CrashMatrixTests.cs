using System.Globalization;
using VstrsBot.Handoffs;
using VstrsBot.Tests.Crashes;
using Xunit;

namespace VstrsBot.Tests.Journeys.Resilience;

/// <summary>
/// RE3, G7: the bot's process is killed (SIGKILL) at a write or send of every step, started again, and compared with what was acknowledged.
/// Here each of 11 points of 10 steps once; <c>./test --crash</c> runs it 50 times with places drawn from a seed (CRASH_REPEATS, CRASH_SEED).
/// </summary>
public sealed class RE3_CrashMatrixTests(ITestOutputHelper output)
{
    private const int Points = 11;

    private static int Repeats => int.Parse(Environment.GetEnvironmentVariable("CRASH_REPEATS") ?? "1", CultureInfo.InvariantCulture);

    private static int Seed => int.Parse(Environment.GetEnvironmentVariable("CRASH_SEED") ?? "20261123", CultureInfo.InvariantCulture);

    public static TheoryData<int> EveryPoint => [.. Enumerable.Range(0, Points)];

    [Theory]
    [MemberData(nameof(EveryPoint))]
    public async Task Killed_at_this_point_of_every_step_nothing_acknowledged_is_lost_and_nothing_is_asked_twice(int point)
    {
        var reference = await CrashReference.GetAsync();
        var random = new Random(Seed + point);
        var all = new CrashTally(0, 0, 0, 0);
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            int Place(CrashStep step) => repeat == 0 ? reference.PositionOf(step, point, Points) : random.Next(2 * reference.Operations[step.Name]);
            all += await PlayAsync(CrashStep.GoldenPath.Select(step => (step, (int?)Place(step))), reference);
        }

        output.WriteLine($"Point {point}, seed {Seed}: {all.Crashes} crashes, {all.Late} of them when all was done; {all.Acknowledged} acknowledged lines found again; {all.Twice} cards or words came twice, each after an answer nobody got.");
    }

    private static async Task<CrashTally> PlayAsync(IEnumerable<(CrashStep Step, int? Position)> steps, CrashReference reference)
    {
        await using var desk = await CrashDesk.OpenAsync();
        var journey = new CrashJourney(desk);
        await journey.PlayAsync(steps, reference);
        await journey.CheckAsync();
        return journey.Tally;
    }
}
