namespace VstrsBot.Tests.Simulation.Engine;

/// <summary>
/// One clock and one thread for a whole world. What can run now runs in an order of chance; when nothing can, time goes on to what is
/// due next. Nothing ever waits for real time.
/// </summary>
internal sealed class Timeline(DateTimeOffset start, Dice dice)
{
    private readonly PriorityQueue<Action, (long At, long No)> agenda = new();
    private readonly List<(ProcessScheduler By, Task What)> ready = [];
    private readonly int thread = Environment.CurrentManagedThreadId;
    private long entries;
    private volatile string? strayed;

    public DateTimeOffset Now { get; private set; } = start;

    public Dice Dice => dice;

    /// <summary>The process whose code runs at this moment; null between steps.</summary>
    public ProcessScheduler? Running { get; private set; }

    /// <summary>Steps taken.</summary>
    public long Steps { get; private set; }

    public void After(TimeSpan wait, Action what) => agenda.Enqueue(what, ((Now + wait).UtcTicks, ++entries));

    /// <summary>Completes after so long.</summary>
    public Task WaitAsync(TimeSpan wait, CancellationToken ct)
    {
        var over = new TaskCompletionSource();
        if (!ct.CanBeCanceled)
        {
            After(wait, over.SetResult);
            return over.Task;
        }

        var given = ct.Register(() => over.TrySetCanceled(ct));
        After(wait, () =>
        {
            given.Dispose();
            over.TrySetResult();
        });
        return over.Task;
    }

    public void MakeReady(ProcessScheduler by, Task what)
    {
        if (Environment.CurrentManagedThreadId == thread)
            ready.Add((by, what));
        else
            strayed = Environment.StackTrace;
    }

    /// <summary>The next thing that happens. False when nothing ever will, or not before <paramref name="end"/>.</summary>
    public bool Step(DateTimeOffset end)
    {
        Steps++;
        if (strayed is not null)
            throw new InvalidOperationException($"Something went on in another thread: this run cannot be repeated.\n{strayed}");
        while (ready.Count > 0)
        {
            var at = ready.Count == 1 ? 0 : dice.Below(ready.Count);
            var (by, what) = ready[at];
            ready[at] = ready[^1];
            ready.RemoveAt(ready.Count - 1);
            if (!by.Takes(what))
                continue;

            Running = by;
            by.Run(what);
            Running = null;
            return true;
        }

        if (!agenda.TryPeek(out _, out var due) || due.At > end.UtcTicks)
        {
            Now = end;
            return false;
        }

        var next = agenda.Dequeue();
        if (due.At > Now.UtcTicks)
            Now = new DateTimeOffset(due.At, TimeSpan.Zero);
        next();
        return true;
    }
}
