using VstrsBot.Handoffs;
using VstrsBot.Storage;

namespace VstrsBot.Outbox;

/// <summary>At start, everything that lapsed while nothing ran is ended in the store, before the process says that it is ready.</summary>
internal sealed partial class StartSweep(IHandoffStore store, HandoffService handoffs, ILogger<StartSweep> log)
{
    /// <summary>True once the sweep is done.</summary>
    public bool Done { get; private set; }

    public async Task RunAsync(CancellationToken ct)
    {
        var swept = 0;
        foreach (var row in await store.ReadAsync("h|", "h}", int.MaxValue, ct))
        {
            var id = RowKeys.HandoffOf(row.Key);
            try
            {
                await handoffs.ExecuteAsync(id, new Wake(), ct);
                swept++;
            }
            catch (UnreadableRowException)
            {
                Log.Unreadable(log, id.Value);
            }
        }

        Log.Swept(log, swept);
        Done = true;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Start: {Count} handoffs looked at.")]
        public static partial void Swept(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Error, "Handoff {Handoff}: its row cannot be read by this release. Authority is not confirmed.")]
        public static partial void Unreadable(ILogger logger, string handoff);
    }
}
