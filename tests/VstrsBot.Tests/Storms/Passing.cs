using VstrsBot.Handoffs;
using VstrsBot.Tests.Journeys;
using Xunit;

namespace VstrsBot.Tests.Storms;

/// <summary>Time that passes while something is at work, because a call may itself wait for the clock.</summary>
internal static class Passing
{
    /// <summary>The pump goes on while the clock does.</summary>
    /// <param name="step">Seconds between two passes.</param>
    public static async Task PassAsync(this Desk desk, int seconds, int step = 5)
    {
        for (var second = 0; second < seconds; second += step)
        {
            await desk.WhileTimePassesAsync(() => desk.SendAsync());
            desk.Time.Advance(TimeSpan.FromSeconds(step));
        }
    }

    /// <summary>What waits for the clock gets it, until the bot must have given it up; then it is for the bot to move on.</summary>
    public static async Task WhileTimePassesAsync(this Desk desk, Func<Task> work)
    {
        var done = work();
        while (!done.IsCompleted)
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            var waits = desk.Teams.Transcript.UntilAsync(() => WaitsForTheClock(desk), enough.Token);
            if (await Task.WhenAny(done, waits) == waits)
                desk.Time.Advance(TimeSpan.FromSeconds(1));
            await enough.CancelAsync();
        }

        try
        {
            await done;
        }
        catch (Exception fault) when (fault is StoreUnavailableException or StoreUnsureException)
        {
            // The store is away, or the clock went on while it was at work: the next pass tries again, as in the service's own loop.
        }
    }

    private static bool WaitsForTheClock(Desk desk) =>
        desk.Teams.Transcript.Requests.Any(r => r is { Waits: true, AnsweredAt: null } && desk.Time.GetUtcNow() - r.At < TimeSpan.FromSeconds(4));
}
