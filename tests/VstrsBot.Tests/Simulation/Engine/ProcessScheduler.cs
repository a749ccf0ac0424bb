namespace VstrsBot.Tests.Simulation.Engine;

/// <summary>
/// Runs the code of one process, on the world's thread. Killed, it runs nothing any more: every call in flight is abandoned at the await
/// where it stands. Suspended, it runs nothing until it is resumed.
/// </summary>
internal sealed class ProcessScheduler(Timeline timeline) : TaskScheduler
{
    private readonly List<Task> parked = [];
    private DateTimeOffset suspendedAt;

    public bool IsDead { get; private set; }

    public bool IsSuspended { get; private set; }

    /// <summary>Starts something of this process. It happens when the timeline comes to it.</summary>
    public Task StartAsync(Func<Task> what) => IsDead ? Task.CompletedTask : Task.Factory.StartNew(what, CancellationToken.None, TaskCreationOptions.None, this).Unwrap();

    public void Kill()
    {
        IsDead = true;
        parked.Clear();
    }

    /// <summary>When it went on after it was last suspended, and for how long that was.</summary>
    public (DateTimeOffset At, TimeSpan After) Resumed { get; private set; }

    public void Suspend() => (IsSuspended, suspendedAt) = (true, timeline.Now);

    public void Resume()
    {
        (IsSuspended, Resumed) = (false, (timeline.Now, timeline.Now - suspendedAt));
        foreach (var task in parked)
            timeline.MakeReady(this, task);
        parked.Clear();
    }

    /// <summary>False when it cannot run now: it is kept for later, or dropped.</summary>
    public bool Takes(Task task)
    {
        if (IsSuspended && !IsDead)
            parked.Add(task);
        return !IsDead && !IsSuspended;
    }

    public void Run(Task task) => TryExecuteTask(task);

    protected override void QueueTask(Task task)
    {
        if (!IsDead)
            timeline.MakeReady(this, task);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && timeline.Running == this && !IsDead && !IsSuspended && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => parked;
}
