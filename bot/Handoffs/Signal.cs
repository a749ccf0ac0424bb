namespace VstrsBot.Handoffs;

/// <summary>Says that there is something to do now, so that nobody need look again and again.</summary>
internal sealed class Signal
{
    private TaskCompletionSource raised = new();

    public void Raise()
    {
        var waitedFor = Interlocked.Exchange(ref raised, new TaskCompletionSource());

        // Whoever waits goes on by itself, and not within this call.
        _ = Task.Factory.StartNew(waitedFor.SetResult, CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Current);
    }

    /// <summary>Completes at the next <see cref="Raise"/> after this call.</summary>
    public Task NextAsync() => Volatile.Read(ref raised).Task;
}
