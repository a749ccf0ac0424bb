using System.Diagnostics.Metrics;
using VstrsBot.Handoffs;
using VstrsBot.Storage;

namespace VstrsBot.Telemetry;

/// <summary>How long what is owed to Teams has been owed, by urgency. Looks at the store itself, so that it tells also when the outbox does nothing.</summary>
internal sealed partial class OwedAges : BackgroundService
{
    private static readonly TimeSpan LooksEvery = TimeSpan.FromSeconds(10);
    private static readonly (string Name, TimeSpan UpTo)[] Ages =
        [("under 5 s", TimeSpan.FromSeconds(5)), ("under 1 min", TimeSpan.FromMinutes(1)), ("under 5 min", TimeSpan.FromMinutes(5)), ("over 5 min", TimeSpan.MaxValue)];

    private readonly IHandoffStore store;
    private readonly TimeProvider time;
    private readonly ILogger<OwedAges> log;
    private IReadOnlyList<(Urgency Urgency, DateTimeOffset Since)> owed = [];

    public OwedAges(IHandoffStore store, TimeProvider time, IMeterFactory meters, ILogger<OwedAges> log)
    {
        (this.store, this.time, this.log) = (store, time, log);
        var meter = meters.Create(DeskTally.Meter);
        meter.CreateObservableGauge("vstrs.owed", Counts, "{effect}", "Effects owed to Teams, by urgency and age");
        meter.CreateObservableGauge("vstrs.owed.oldest", Oldest, "s", "Age of the effect owed longest, by urgency");
    }

    /// <summary>Reads what is owed now.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    public async Task LookAsync(CancellationToken ct) => owed =
        [.. (await store.ReadAsync(RowKeys.AllOwed.From, RowKeys.AllOwed.Before, int.MaxValue, ct)).Select(HandoffJson.Find<Owed>).OfType<Owed>().Select(row => (row.Urgency, row.Since))];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is StoreUnavailableException)
            {
                Log.NotRead(log, fault.GetType().Name);
            }

            await Task.Delay(LooksEvery, time, stoppingToken);
        }
    }

    private IEnumerable<Measurement<int>> Counts()
    {
        var (rows, now) = (owed, time.GetUtcNow());
        foreach (var urgency in Enum.GetValues<Urgency>())
        {
            var from = TimeSpan.MinValue;
            foreach (var (name, upTo) in Ages)
            {
                var (over, under) = (from, upTo);
                yield return new Measurement<int>(
                    rows.Count(row => row.Urgency == urgency && now - row.Since >= over && now - row.Since < under), Named(urgency), new("age", name));
                from = upTo;
            }
        }
    }

    private IEnumerable<Measurement<double>> Oldest()
    {
        var (rows, now) = (owed, time.GetUtcNow());
        return Enum.GetValues<Urgency>().Select(urgency => new Measurement<double>(
            rows.Where(row => row.Urgency == urgency).Select(row => (now - row.Since).TotalSeconds).DefaultIfEmpty(0).Max(), Named(urgency)));
    }

    private static KeyValuePair<string, object?> Named(Urgency urgency) => new("urgency", urgency.ToString());

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "What is owed could not be counted: {Fault}.")]
        public static partial void NotRead(ILogger logger, string fault);
    }
}
