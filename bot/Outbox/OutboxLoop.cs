using VstrsBot.Handoffs;

namespace VstrsBot.Outbox;

/// <summary>Calls the pump: at once when something is owed, else when something falls due.</summary>
internal sealed partial class OutboxLoop(OutboxPump pump, StartSweep sweep, OwedSignal owed, TimeProvider time, ILogger<OutboxLoop> log) : BackgroundService
{
    /// <summary>Another process may owe something this one was not told of.</summary>
    private static readonly TimeSpan LooksAtLeastEvery = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = owed.NextAsync();
            try
            {
                if (!sweep.Done)
                    await sweep.RunAsync(stoppingToken);
                if (await pump.PassAsync(stoppingToken))
                    continue;
            }
            catch (Exception fault) when (fault is StoreUnavailableException or StoreUnsureException)
            {
                Log.StoreFault(log, fault.GetType().Name);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.Failed(log, fault.GetType().Name);
            }

            await Task.WhenAny(next, Task.Delay(LooksAtLeastEvery, time, stoppingToken));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The outbox could not use the store: {Fault}. Live banners lapse unless this passes.")]
        public static partial void StoreFault(ILogger logger, string fault);

        [LoggerMessage(2, LogLevel.Error, "A pass over what is owed failed: {Fault}. The next one follows.")]
        public static partial void Failed(ILogger logger, string fault);
    }
}
