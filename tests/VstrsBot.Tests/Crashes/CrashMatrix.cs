using System.Globalization;
using Xunit;

namespace VstrsBot.Tests.Crashes;

/// <summary>
/// The bot's process is killed (SIGKILL) at a write or send of every step, started again, and compared with what was acknowledged: at 11 points
/// of each of 10 steps, at even places the first time, then at places drawn from a seed (CRASH_SEED). <c>./test --crash</c> plays all of them
/// (CRASH_REPEATS); <c>./test</c> the first, the middle and the last.
/// </summary>
public abstract class CrashMatrix(CrashReference reference, ITestOutputHelper output)
{
    private const int Points = 11;

    private static string? Asked => Environment.GetEnvironmentVariable("CRASH_REPEATS");

    private static int Repeats => int.Parse(Asked ?? "1", CultureInfo.InvariantCulture);

    private static int Seed => int.Parse(Environment.GetEnvironmentVariable("CRASH_SEED") ?? "20261123", CultureInfo.InvariantCulture);

    public static TheoryData<int> PlayedPoints => Asked is null ? [0, Points / 2, Points - 1] : [.. Enumerable.Range(0, Points)];

    [Theory]
    [MemberData(nameof(PlayedPoints))]
    public async Task Killed_at_this_point_of_every_step_nothing_acknowledged_is_lost_and_nothing_is_asked_twice(int point)
    {
        var random = new Random(Seed + point);
        var all = new CrashTally(0, 0, 0, 0);
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            int Place(CrashStep step) => repeat == 0 ? reference.PositionOf(step, point, Points) : random.Next(2 * reference.Operations[step.Name]);
            all += await PlayAsync([.. CrashStep.GoldenPath.Select(step => (step, (int?)Place(step)))]);
        }

        output.WriteLine($"{reference.Store}, point {point}, seed {Seed}: {all.Crashes} crashes, {all.Late} of them when all was done; {all.Acknowledged} acknowledged lines found again; {all.Twice} cards or words came twice, each after an answer nobody got.");
    }

    private async Task<CrashTally> PlayAsync(IReadOnlyList<(CrashStep Step, int? Position)> steps)
    {
        await using var desk = await CrashDesk.OpenAsync(reference.Store);
        var journey = new CrashJourney(desk);
        await journey.PlayAsync(steps, reference);
        await journey.CheckAsync();
        return journey.Tally;
    }
}
