using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Simulation;

/// <summary>
/// G6: in whatever order two processes reach their store, one person has a handoff, and nobody has two. A tenth of the schedules here;
/// <c>./test --claims</c> plays all (CLAIM_SCHEDULES).
/// </summary>
public sealed class G6_ManySchedulesTests(ITestOutputHelper output)
{
    private static int Schedules => (int)Runs.Setting("CLAIM_SCHEDULES", 1_000);

    [Fact]
    public void In_no_order_of_calls_to_the_store_does_anybody_hold_two()
    {
        var (schedules, accepted, unsure) = (Schedules, 0, 0);
        for (var seed = 1; seed <= schedules; seed++)
        {
            var played = Play((ulong)seed);
            (accepted, unsure) = (accepted + played.Accepted, unsure + played.Unsure);
        }

        Assert.True(accepted > schedules, "Hardly anybody accepted.");
        output.Measured("G6", $"{schedules} schedules, 2 processes, 4 people after 2 handoffs: {accepted} accepts, {unsure} of unknown outcome, 0 double accepts.");
    }

    private static ClaimSchedule Play(ulong seed)
    {
        try
        {
            return ClaimSchedule.Play(seed);
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"Schedule {seed} breaks the rule.", fault);
        }
    }
}
