namespace VstrsBot.Tests.Crashes;

/// <summary>
/// Journeys whose bots share a process. It is killed when every journey has asked for that: each bot has stopped at its place by then, or is
/// done. Another process takes its place.
/// </summary>
/// <param name="journeys">How many play.</param>
internal sealed class Lockstep(int journeys) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private CrashedProcess process = CrashedProcess.Start();
    private TaskCompletionSource killed = NewSignal();
    private int playing = journeys;
    private int waiting;
    private int opened;

    public Task<CrashedBot> OpenBotAsync(string folder, DateTimeOffset now, int? position) =>
        CrashedBot.OpenAsync(process, Interlocked.Increment(ref opened), folder, now, position);

    /// <summary>Waits for the others, and until the process is dead.</summary>
    public async Task KillAsync()
    {
        Task over;
        lock (gate)
        {
            waiting++;
            over = killed.Task;
        }

        await KillWhenAllWaitAsync();
        await over;
    }

    /// <summary>A journey is over: the others do not wait for it.</summary>
    public Task LeaveAsync()
    {
        lock (gate)
            playing--;
        return KillWhenAllWaitAsync();
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private async Task KillWhenAllWaitAsync()
    {
        TaskCompletionSource all;
        lock (gate)
        {
            if (waiting == 0 || waiting < playing)
                return;
            (all, killed, waiting) = (killed, NewSignal(), 0);
        }

        await process.DisposeAsync();
        process = CrashedProcess.Start();
        all.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
