namespace VstrsBot.Handoffs;

/// <summary>Says that something is owed now, so that the outbox need not wait for its next look.</summary>
internal sealed class OwedSignal
{
    private TaskCompletionSource raised = NewSource();

    public void Raise() => Interlocked.Exchange(ref raised, NewSource()).TrySetResult();

    /// <summary>Completes at the next <see cref="Raise"/> after this call.</summary>
    public Task NextAsync() => Volatile.Read(ref raised).Task;

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
