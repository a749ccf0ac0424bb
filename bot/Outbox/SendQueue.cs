using System.Collections.Concurrent;
using VstrsBot.Handoffs;

namespace VstrsBot.Outbox;

/// <summary>Sends what is owed, the most urgent first, in many lanes at once: no lane waits for another's answer.</summary>
internal sealed partial class SendQueue(
    OwedRows owed, Backlog backlog, EffectSender sender, Unshown unshown, OwedSignal signal, Heartbeat heart, TimeProvider time, ILogger<SendQueue> log)
{
    /// <summary>Another process may owe something this one was not told of.</summary>
    public static readonly TimeSpan LooksAtLeastEvery = TimeSpan.FromSeconds(1);

    private readonly StorePatience patience = new(time);
    private readonly ConcurrentDictionary<string, bool> leftAlone = new(StringComparer.Ordinal);

    /// <summary>At the start every end is tried once before anything else, but for those that this release cannot read.</summary>
    private bool endsTried;

    private long? looked;
    private volatile bool closing;
    private Task running = Task.CompletedTask;

    /// <summary>Looks at all that is owed and sends until nothing more may be sent now. What is committed meanwhile is sent as well.</summary>
    /// <returns>True when something was sent.</returns>
    /// <exception cref="StoreUnavailableException">What is owed cannot be read now.</exception>
    public Task<bool> RunAsync(CancellationToken ct) => RunAsync(looksFirst: true, ct);

    /// <summary>The same for what this process was told of since the last time; it looks at all that is owed only where that is a second ago.</summary>
    /// <returns>True when something was sent.</returns>
    /// <exception cref="StoreUnavailableException">What is owed cannot be read now.</exception>
    public Task<bool> FollowAsync(CancellationToken ct) => RunAsync(looksFirst: !endsTried || UntilLook <= TimeSpan.Zero, ct);

    /// <summary>Before a clean stop: nothing more begins, and what is under way is finished. A send that is cut off leaves a claim that another process has to wait out.</summary>
    public async Task DrainAsync(CancellationToken ct)
    {
        closing = true;
        await running.WaitAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private Task<bool> RunAsync(bool looksFirst, CancellationToken ct)
    {
        var sending = SendAllAsync(looksFirst, ct);
        running = sending;
        return sending;
    }

    private async Task<bool> SendAllAsync(bool looksFirst, CancellationToken ct)
    {
        List<Task<bool>> underWay = [];
        var sent = false;
        Task? again = null;
        if (looksFirst)
            await LookAsync(ct);

        while (true)
        {
            var raised = signal.NextAsync();
            foreach (var id in signal.Take())
                await TryAsync(() => LookAsync(id, ct));
            while (!closing && patience.Left is null && backlog.TakeNext(endsOnly: !endsTried) is { } next)
            {
                patience.Asks();
                underWay.Add(SendAsync(next, ct));
            }

            if (underWay.Count > 0)
                await Task.WhenAny([.. underWay, raised, again ??= Task.Delay(UntilNextLook, time, ct)]);
            else if (closing || endsTried || !await LookAsync(ct))
                return sent;

            foreach (var done in underWay.Where(task => task.IsCompleted).ToList())
            {
                underWay.Remove(done);
                sent |= await done;
            }

            if (again is { IsCompleted: true })
            {
                again = null;
                if (UntilLook <= TimeSpan.Zero)
                    await TryAsync(() => LookAsync(ct));
            }
        }
    }

    /// <summary>Something may be put off, have no place within Teams' limits, or wait for the store, until then.</summary>
    public TimeSpan UntilNextLook
    {
        get
        {
            var wait = (patience.Left ?? backlog.UntilRested()) is { } rested && rested < UntilLook ? rested : UntilLook;
            return TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(wait.TotalMilliseconds)));
        }
    }

    private TimeSpan UntilLook => looked is { } at ? LooksAtLeastEvery - time.GetElapsedTime(at) : TimeSpan.Zero;

    /// <summary>Looks at everything that is owed. True when that let something go that had to wait for the first ends.</summary>
    private async Task<bool> LookAsync(CancellationToken ct)
    {
        var (reading, now) = (backlog.BeginReading(), time.GetUtcNow());
        looked = time.GetTimestamp();
        var rows = await owed.AllAsync(ct).ToListAsync(ct);
        backlog.PutAll(reading, rows.Where(row => row.FreeAt(now)));
        heart.Beat(RenewalPart.Sends);
        await unshown.LookAsync(rows, ct);
        if (endsTried || rows.Any(row => row.IsUntriedEndAt(now) && !leftAlone.ContainsKey(row.Row.Key)))
            return false;
        leftAlone.Clear();
        return endsTried = true;
    }

    private async Task<bool> LookAsync(HandoffId id, CancellationToken ct)
    {
        var reading = backlog.BeginReading();
        backlog.Put(reading, id, await FreeOfAsync(id, ct));
        return true;
    }

    private async Task<bool> SendAsync(OwedRow next, CancellationToken ct)
    {
        await Task.Yield(); // others need not wait for what comes before the first answer of the store or of Teams
        var (reading, free, isOver) = (0L, (IReadOnlyList<OwedRow>)[], false);
        try
        {
            return await TryAsync(async () =>
            {
                var tried = await sender.SendAsync(next, ct);
                if (tried.Unreadable && !endsTried)
                    leftAlone[next.Row.Key] = true;
                if (tried.Wait is { } wait)
                    backlog.Rest(next, wait);
                else
                    patience.Worked();
                reading = backlog.BeginReading();
                free = await FreeOfAsync(next.Handoff, ct);
                isOver = true;
                return tried.Done;
            });
        }
        finally
        {
            // What it waits for may be away for long: asking again at once, and again, would only be in its way.
            if (!isOver)
                backlog.Rest(next, patience.Rest);
            backlog.Done(next, reading, free);
        }
    }

    private async Task<IReadOnlyList<OwedRow>> FreeOfAsync(HandoffId id, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return await owed.OfAsync(id, ct).Where(row => row.FreeAt(now)).ToListAsync(ct);
    }

    /// <summary>What fails is owed still: the next look at everything finds it.</summary>
    private async Task<bool> TryAsync(Func<Task<bool>> step)
    {
        try
        {
            return await step();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            patience.Failed(fault);
            Log.Failed(log, fault.GetType().Name);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The outbox could not send or look: {Fault}. What is owed stays owed. Live banners lapse unless this passes.")]
        public static partial void Failed(ILogger logger, string fault);
    }
}
