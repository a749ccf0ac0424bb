using System.Text.Json.Serialization;
using VstrsBot.Handoffs;
using VstrsBot.Storage;

namespace VstrsBot.Outbox;

/// <summary>The row <c>s|heartbeat|</c>: when an instance last renewed what was due. For <c>doctor</c>, which is another process.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record LastBeat(DateTimeOffset At);

/// <summary>
/// Watches the heartbeat from beside the loop: says so once when it has stopped for half a lease, and writes it to the store while it goes on.
/// Alert rules look at the metric; without them the error line and <c>doctor</c> tell.
/// </summary>
internal sealed partial class HeartbeatWatch(Heartbeat heart, IHandoffStore store, HandoffRules rules, InstanceName instance, TimeProvider time, ILogger<HeartbeatWatch> log)
    : BackgroundService
{
    /// <summary>How often the row is written.</summary>
    public static readonly TimeSpan WritesEvery = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);
    private static readonly TimeSpan LooksEvery = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim writing = new(1);
    private long? written;
    private bool said;

    /// <summary>From this long a silence the loop has stopped: an alert comes before the banner has run out.</summary>
    public static TimeSpan TooLong(HandoffRules rules) => rules.Lease / 2;

    /// <summary>One look. Completes with the write it began, if any; the service does not wait for it: a store that hangs must not silence this as well.</summary>
    public Task LookAsync()
    {
        var isSilent = heart.Silent >= TooLong(rules);
        if (isSilent && !said)
            Log.Stopped(log, (int)heart.Silent.TotalSeconds);
        if (!isSilent && said)
            Log.GoesOn(log);
        said = isSilent;
        return !isSilent && (written is not { } at || time.GetElapsedTime(at) >= WritesEvery) && writing.CurrentCount > 0 ? WriteAsync() : Task.CompletedTask;
    }

    /// <summary>A clean stop leaves no heartbeat behind: what is left was killed.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await writing.WaitAsync(cancellationToken);
            await store.TryCommitAsync([new RowChange.Drop(RowKeys.Heartbeat(instance.Value))], cancellationToken);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or StoreUnsureException or OperationCanceledException)
        {
            Log.NotWritten(log, fault.GetType().Name);
        }
    }

    public override void Dispose()
    {
        writing.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            _ = LookAsync();
            await Task.Delay(LooksEvery, time, stoppingToken);
        }
    }

    private async Task WriteAsync()
    {
        await writing.WaitAsync(CancellationToken.None);
        try
        {
            var (now, began) = (time.GetUtcNow(), time.GetTimestamp());
            if (await store.TryCommitAsync([new RowChange.Put(RowKeys.Heartbeat(instance.Value), HandoffJson.Write(new LastBeat(now)))], CancellationToken.None))
            {
                if (written is null)
                    await ForgetAsync(now - KeptFor);
                written = began;
            }
        }
        catch (Exception fault)
        {
            Log.NotWritten(log, fault.GetType().Name);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Instances that were killed and never came back.</summary>
    private async Task ForgetAsync(DateTimeOffset before)
    {
        foreach (var row in await store.ReadAsync(RowKeys.AllHeartbeats.From, RowKeys.AllHeartbeats.Before, int.MaxValue, CancellationToken.None))
        {
            if (HandoffJson.Read<LastBeat>(row).At < before)
                await store.TryCommitAsync([new RowChange.Drop(row.Key)], CancellationToken.None);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Alert: nothing was renewed for {Seconds} s. Live banners run out by themselves. Run doctor; restart this process if it does not go on.")]
        public static partial void Stopped(ILogger logger, int seconds);

        [LoggerMessage(2, LogLevel.Information, "Renewal goes on.")]
        public static partial void GoesOn(ILogger logger);

        [LoggerMessage(3, LogLevel.Warning, "The heartbeat could not be written: {Fault}.")]
        public static partial void NotWritten(ILogger logger, string fault);
    }
}

/// <summary>Names this process among those that serve the desk.</summary>
internal sealed record InstanceName(string Value);
