using System.Collections.Concurrent;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Storage;

namespace VstrsBot.Limits;

/// <summary>Sends made while the store could not be written: they are recorded as soon as it can, with the time they were made.</summary>
internal sealed class UnrecordedSends(IHandoffStore store, HandoffLines lines, DayChain days)
{
    /// <summary>Far more than is sent while nothing can be owed; what is older gives way.</summary>
    private const int Most = 1000;

    private readonly ConcurrentQueue<(HandoffId? Handoff, RecordEntry Line)> waiting = new();

    /// <param name="handoff">Whose record it belongs to; null for the day's.</param>
    public void Add(HandoffId? handoff, RecordEntry line)
    {
        waiting.Enqueue((handoff, line));
        while (waiting.Count > Most)
            waiting.TryDequeue(out _);
    }

    /// <exception cref="StoreUnavailableException">It cannot be written yet.</exception>
    public async Task RecordAsync(CancellationToken ct)
    {
        while (waiting.TryDequeue(out var sent))
        {
            try
            {
                if (sent.Handoff is { } id)
                    await lines.TryAppendAsync(id, [sent.Line], [], ct);
                else
                    await days.AppendAsync(store, [sent.Line], ct);
            }
            catch
            {
                waiting.Enqueue(sent);
                throw;
            }
        }
    }
}
