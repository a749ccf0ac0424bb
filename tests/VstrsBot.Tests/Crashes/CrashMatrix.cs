using System.Globalization;
using Xunit;

namespace VstrsBot.Tests.Crashes;

/// <summary>
/// The bot is killed (SIGKILL) at a write or send of every step, started again, and compared with what was acknowledged: at 11 points of each
/// of 10 steps, at even places the first time, then at places drawn from a seed (CRASH_SEED). Eleven journeys are played in lockstep, one for
/// each point, and their bots die together. <c>./test</c> plays them once, <c>./test --crash</c> as often as asked (CRASH_REPEATS).
/// </summary>
public abstract class CrashMatrix(CrashReference reference, ITestOutputHelper output)
{
    private const int Points = 11;

    private static int Repeats => int.Parse(Environment.GetEnvironmentVariable("CRASH_REPEATS") ?? "1", CultureInfo.InvariantCulture);

    private static int Seed => int.Parse(Environment.GetEnvironmentVariable("CRASH_SEED") ?? "20261123", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Killed_at_eleven_points_of_every_step_nothing_acknowledged_is_lost_and_nothing_is_asked_twice()
    {
        var drawn = Enumerable.Range(0, Points).Select(point => new Random(Seed + point)).ToList();
        var tallies = Enumerable.Repeat(new CrashTally(), Points).ToList();
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            int Place(CrashStep step, int point) => repeat == 0 ? reference.PositionOf(step, point, Points) : drawn[point].Next(2 * reference.Operations[step.Name]);
            await using var together = new Lockstep(Points);
            var journeys = Enumerable.Range(0, Points).Select(point => CrashStep.GoldenPath.Select(step => (step, (int?)Place(step, point))).ToList()).ToList();
            var played = await Task.WhenAll(journeys.Select(steps => PlayAsync(steps, together)));

            var failures = played.Select((one, point) => (one.Failure, point)).Where(one => one.Failure is not null).Select(one => $"Point {one.point}: {one.Failure}").ToList();
            Assert.True(failures.Count == 0, $"{reference.Store}, seed {Seed}, repeat {repeat}:\n{string.Join('\n', failures)}");
            tallies = [.. tallies.Zip(played, (all, one) => all + one.Tally)];
        }

        foreach (var (point, tally) in tallies.Index())
            output.WriteLine($"{reference.Store}, point {point}, seed {Seed}: {tally}.");
        output.WriteLine($"{reference.Store}: {tallies.Aggregate((all, one) => all + one)}.");
    }

    private async Task<(CrashTally Tally, string? Failure)> PlayAsync(IReadOnlyList<(CrashStep Step, int? Position)> steps, Lockstep together)
    {
        CrashJourney? journey = null;
        try
        {
            await using var desk = await CrashDesk.OpenAsync(reference.Store, together);
            journey = new CrashJourney(desk);
            await journey.PlayAsync(steps, reference);
            await journey.CheckAsync();
            return (journey.Tally, null);
        }
        catch (Exception failure)
        {
            return (new CrashTally(), $"{journey?.At}: {failure}");
        }
        finally
        {
            await together.LeaveAsync();
        }
    }
}
