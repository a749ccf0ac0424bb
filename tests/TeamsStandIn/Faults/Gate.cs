namespace TeamsStandIn.Faults;

/// <summary>Holds whatever reaches it until it is released: a delay the test decides, not the clock.</summary>
internal sealed class Gate
{
    /// <summary>What has not come by then does not come: a test fails then, and does not hang.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int waiting;

    /// <summary>How many wait, or have waited, here.</summary>
    public int Reached => Volatile.Read(ref waiting);

    public bool IsOpen => opened.Task.IsCompleted;

    /// <summary>Lets everything through, now and from now on.</summary>
    public void Release() => opened.TrySetResult();

    /// <summary>Completes when something has come to wait here.</summary>
    /// <exception cref="TimeoutException">Nothing came.</exception>
    public Task ReachedAsync(CancellationToken ct = default) => reached.Task.WaitAsync(Patience, TimeProvider.System, ct);

    internal Task PassAsync(CancellationToken ct)
    {
        Interlocked.Increment(ref waiting);
        reached.TrySetResult();
        return opened.Task.WaitAsync(ct);
    }
}
