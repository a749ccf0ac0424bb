namespace VstrsBot.Handoffs;

/// <summary>Says that something is owed now, and for which handoff, so that the outbox need not wait for its next look at everything.</summary>
internal sealed class OwedSignal
{
    private readonly Lock gate = new();
    private HashSet<HandoffId> handoffs = [];
    private TaskCompletionSource raised = new();

    public void Raise(HandoffId id)
    {
        lock (gate)
            handoffs.Add(id);
        var waitedFor = Interlocked.Exchange(ref raised, new TaskCompletionSource());

        // Whoever waits goes on by itself, and not within this call.
        _ = Task.Factory.StartNew(waitedFor.SetResult, CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Current);
    }

    /// <summary>Completes at the next <see cref="Raise"/> after this call.</summary>
    public Task NextAsync() => Volatile.Read(ref raised).Task;

    /// <summary>The handoffs it was raised for since this was last asked.</summary>
    public IReadOnlyCollection<HandoffId> Take()
    {
        lock (gate)
        {
            var taken = handoffs;
            handoffs = [];
            return taken;
        }
    }
}
