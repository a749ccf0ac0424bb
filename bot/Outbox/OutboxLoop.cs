using VstrsBot.Handoffs;

namespace VstrsBot.Outbox;

/// <summary>Calls the pump: at once when something is owed, else when something falls due.</summary>
internal sealed partial class OutboxLoop(OutboxPump pump, StartSweep sweep, OwedSignal owed, TimeProvider time, ILogger<OutboxLoop> log) : BackgroundService
{
    /// <summary>Another process may owe something this one was not told of.</summary>
    public static readonly TimeSpan LooksAtLeastEvery = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = owed.NextAsync();
            if (!await TurnAsync(stoppingToken))
                await Task.WhenAny(next, Task.Delay(LooksAtLeastEvery, time, stoppingToken));
        }
    }

    /// <summary>The start sweep until it is done, then one pass. True when there may be more to do at once.</summary>
    public async Task<bool> TurnAsync(CancellationToken ct)
    {
        try
        {
            if (!sweep.Done)
                await sweep.RunAsync(ct);
            return await pump.PassAsync(ct);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or StoreUnsureException)
        {
            Log.StoreFault(log, fault.GetType().Name);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.Failed(log, fault.GetType().Name);
        }

        return false;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The outbox could not use the store: {Fault}. Live banners lapse unless this passes.")]
        public static partial void StoreFault(ILogger logger, string fault);

        [LoggerMessage(2, LogLevel.Error, "A pass over what is owed failed: {Fault}. The next one follows.")]
        public static partial void Failed(ILogger logger, string fault);
    }
}
