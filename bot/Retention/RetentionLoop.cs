using VstrsBot.Handoffs;

namespace VstrsBot.Retention;

/// <summary>Keeps what was deleted from standing in the store's files, and calls the sweep.</summary>
internal sealed partial class RetentionLoop(IHandoffStore store, RetentionSweep sweep, TimeProvider time, ILogger<RetentionLoop> log) : BackgroundService
{
    /// <summary>What was deleted is gone within a minute, also when somebody who reads stood in the way once or twice.</summary>
    private static readonly TimeSpan CompactsEvery = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan SweepsEvery = TimeSpan.FromHours(1);

    private long? lastSwept;

    /// <summary>Does what is due now.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        try
        {
            if (lastSwept is not { } last || time.GetElapsedTime(last) >= SweepsEvery)
            {
                await sweep.RunAsync(ct);
                lastSwept = time.GetTimestamp();
            }

            await store.CompactAsync(ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.Failed(log, fault.GetType().Name);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(CompactsEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await LookAsync(stoppingToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "What is past its period could not be removed: {Fault}. It is tried again in a moment.")]
        public static partial void Failed(ILogger logger, string fault);
    }
}
