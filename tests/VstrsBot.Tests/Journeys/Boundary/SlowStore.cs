using System.Collections.Concurrent;
using VstrsBot.Teams;

namespace VstrsBot.Tests.Journeys.Boundary;

/// <summary>
/// Every call to the store takes two seconds of the stepped clock. An act runs on this one thread, so that it is known when nothing goes on any
/// more but waiting for the store: only then, and by as much, the clock moves. How long the act took is read off it.
/// </summary>
internal sealed class SlowStore : SynchronizationContext
{
    private static readonly TimeSpan By = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan GivenUp = new TeamsSettings().AnswerWithin;

    private readonly ConcurrentQueue<(SendOrPostCallback Run, object? With)> next = new();
    private readonly SemaphoreSlim posted = new(0);
    private readonly Desk desk;
    private readonly List<string> calls = [];
    private int waiting;

    public SlowStore(Desk desk) => this.desk = desk;

    /// <summary>What the store was asked for, and when.</summary>
    public string Calls => string.Join(", ", calls);

    /// <summary>Runs it to its end. The clock never passes the time at which an answer is given up.</summary>
    public TimeSpan Time(Func<Task> act)
    {
        var before = Current;
        desk.Store.Before = WaitAsync;
        SetSynchronizationContext(this);
        try
        {
            return Run(act);
        }
        finally
        {
            SetSynchronizationContext(before);
            desk.Store.Before = (_, _) => Task.CompletedTask;
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        next.Enqueue((d, state));
        posted.Release();
    }

    private TimeSpan Run(Func<Task> act)
    {
        var start = desk.Time.GetUtcNow();
        var done = act();
        _ = done.ContinueWith(_ => posted.Release(), TaskScheduler.Default);
        TimeSpan? took = null;
        while (took is null || IsBusy)
        {
            if (next.TryDequeue(out var step)) step.Run(step.With);
            else if (waiting > 0 && desk.Store.Busy == 0) Step(took is null ? start + GivenUp - desk.Time.GetUtcNow() : By);
            else posted.Wait();
            if (done.IsCompleted) took ??= desk.Time.GetUtcNow() - start;
        }

        done.GetAwaiter().GetResult();
        return took.Value;
    }

    /// <summary>What was begun is also carried on that nobody waits for.</summary>
    private bool IsBusy => waiting > 0 || desk.Store.Busy > 0 || !next.IsEmpty;

    private void Step(TimeSpan left)
    {
        if (left <= TimeSpan.Zero) throw new InvalidOperationException("Whoever gave up waits for the store still.");
        desk.Time.Advance(By < left ? By : left);
    }

    private async Task WaitAsync(string about, CancellationToken ct)
    {
        calls.Add($"{desk.Time.GetUtcNow():mm:ss} {about.Split('|')[0]}|");
        waiting++;
        try
        {
            await Task.Delay(By, desk.Time, ct);
        }
        finally
        {
            waiting--;
        }
    }
}
