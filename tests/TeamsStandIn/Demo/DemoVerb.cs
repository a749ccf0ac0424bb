using TeamsStandIn.Sandbox;

namespace TeamsStandIn.Demo;

/// <summary><c>demo</c>: plays one whole handoff by itself and prints what each person sees at each step.</summary>
internal static class DemoVerb
{
    /// <summary>Short enough to see a renewal within seconds, long enough for a bot that is killed to come back.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <returns>0 the banner came and went; 1 it did not, or a step failed; 2 it could not start.</returns>
    public static async Task<int> RunAsync(string program, string folder, bool restarts, TextWriter output, CancellationToken ct)
    {
        try
        {
            var options = new StandInOptions { AutoRefresh = true, CheckInputs = true };
            await using var desk = await PretendDesk.OpenAsync(program, folder, options, new DeskTimes(Lease), ct);
            return await PlayAsync(desk, restarts, output, ct);
        }
        catch (InvalidOperationException notStarted)
        {
            await output.WriteLineAsync($"\nCould not start. {notStarted.Message}");
            return 2;
        }
    }

    private static async Task<int> PlayAsync(PretendDesk desk, bool restarts, TextWriter output, CancellationToken ct)
    {
        try
        {
            await new DemoScript(new DemoDesk(desk, restarts), new DemoScreen(desk.Teams, output)).PlayAsync(ct);
            await output.WriteLineAsync("\nThe banner came and went. Nobody sees authority any more.");
            return 0;
        }
        catch (DemoFailedException failed)
        {
            await output.WriteLineAsync($"\nFAILED. {failed.Message}");
            foreach (var banner in Banners.Of(desk.Teams))
                await output.WriteLineAsync($"A banner stands: {banner}.");
            return 1;
        }
    }
}
