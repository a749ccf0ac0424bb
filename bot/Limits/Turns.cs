using VstrsBot.Handoffs;

namespace VstrsBot.Limits;

/// <summary>One at a time; of those that wait the most urgent is next.</summary>
internal sealed class Turns
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<TaskCompletionSource, (Urgency Urgency, long No)> waiting = new();
    private bool taken;
    private long asked;

    /// <summary>Completes when it is the caller's turn, who must give it back.</summary>
    public Task TakeAsync(Urgency urgency)
    {
        lock (gate)
        {
            if (!taken)
            {
                taken = true;
                return Task.CompletedTask;
            }

            var mine = new TaskCompletionSource();
            waiting.Enqueue(mine, (urgency, asked++));
            return mine.Task;
        }
    }

    public void GiveBack()
    {
        TaskCompletionSource? next;
        lock (gate)
            taken = waiting.TryDequeue(out next, out _);

        // Whoever is next goes on by itself, and not within this call.
        if (next is not null)
            _ = Task.Factory.StartNew(next.SetResult, CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Current);
    }
}
