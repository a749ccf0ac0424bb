using System.Globalization;
using VstrsBot.Tests.Crashes;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Journeys.Resilience;

/// <summary>
/// RE3, G7: the bot is killed (SIGKILL) at a write or send of every step, started again, and compared with what was acknowledged: at 11 points
/// of each of 10 steps on both stores, at even places the first time, then at places drawn from a seed (CRASH_SEED). The journeys are played in
/// lockstep, one for each point and store, and their bots die together. <c>./test</c> plays them once, <c>./test --crash</c> as often as
/// asked (CRASH_REPEATS).
/// </summary>
public sealed class RE3_CrashMatrixTests(CrashReference reference, ITestOutputHelper output) : IClassFixture<CrashReference>
{
    private const int Points = 11;

    private static int Repeats => int.Parse(Environment.GetEnvironmentVariable("CRASH_REPEATS") ?? "1", CultureInfo.InvariantCulture);

    private static int Seed => int.Parse(Environment.GetEnvironmentVariable("CRASH_SEED") ?? "20261123", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Killed_at_eleven_points_of_every_step_nothing_acknowledged_is_lost_and_nothing_is_asked_twice()
    {
        var matrix = reference.Paths.SelectMany(path => Enumerable.Range(0, Points).Select(point => new Row(path, point, new Random(Seed + point)))).ToList();
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            await using var together = new Lockstep(matrix.Count);
            await Task.WhenAll(matrix.Select(row => row.PlayAsync(isFirst: repeat == 0, together)));
            var failures = matrix.Where(row => row.Failure is not null).Select(row => $"{row.Name}, {row.Failure}").ToList();
            Assert.True(failures.Count == 0, $"Seed {Seed}, repeat {repeat}:\n{string.Join('\n', failures)}");
        }

        foreach (var row in matrix)
            output.WriteLine($"{row.Name}: {row.Tally}.");
        foreach (var store in matrix.GroupBy(row => row.Path.Store, row => row.Tally))
            output.Measured("G7", $"{store.Key}, seed {Seed}, {store.Aggregate((all, one) => all + one)}.");
    }

    /// <summary>One point on one store: a journey with a place to die at in each step.</summary>
    private sealed class Row(CrashPath path, int point, Random random)
    {
        public CrashPath Path => path;

        public string Name => $"{path.Store}, point {point}";

        public CrashTally Tally { get; private set; } = new();

        /// <summary>What does not hold, and in which step.</summary>
        public string? Failure { get; private set; }

        public async Task PlayAsync(bool isFirst, Lockstep together)
        {
            CrashJourney? journey = null;
            try
            {
                await using var desk = await CrashDesk.OpenAsync(path.Store, together);
                journey = new CrashJourney(desk);
                await journey.PlayAsync([.. CrashStep.GoldenPath.Select(step => (step, Place(step, isFirst)))], path);
                await journey.CheckAsync();
                Tally += journey.Tally;
            }
            catch (Exception failure)
            {
                Failure = $"{journey?.At ?? "at the start"}: {failure}";
            }
            finally
            {
                await together.LeaveAsync();
            }
        }

        private int Place(CrashStep step, bool isFirst) => isFirst ? path.PositionOf(step, point, Points) : random.Next(2 * path.Operations[step.Name]);
    }
}
