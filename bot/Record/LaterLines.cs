using System.Globalization;
using VstrsBot.Handoffs;
using VstrsBot.Storage;

namespace VstrsBot.Record;

/// <summary>
/// Lines that nobody waits for: what was answered, what was refused, what was shown while the store could not be written. They are written at
/// once, in the background, with the time they are of; where the store fails, as soon as it is back. Past an allowance lines that say the same
/// become one that says how many times.
/// </summary>
internal sealed partial class LaterLines(IHandoffStore store, HandoffLines handoffs, DayChain days, TimeProvider time, ILogger<LaterLines> log) : IDisposable
{
    /// <summary>How many times what a line says happened, where that is more than once.</summary>
    public const string Times = "times";

    /// <summary>Far more than happens while the store is away; what is older gives way.</summary>
    private const int MostWaiting = 1000;

    private const int MostTogether = 20;

    private readonly Lock gate = new();
    private readonly LineAllowance allowance = new(time);
    private readonly LinkedList<Waiting> waiting = [];
    private readonly SemaphoreSlim writing = new(1);

    /// <param name="handoff">Whose record it belongs to; null for the day's.</param>
    /// <param name="countedFor">The person, or the handoff, whose allowance it takes from; null for what cannot become a flood.</param>
    public void Add(HandoffId? handoff, RecordEntry line, string? countedFor)
    {
        lock (gate)
        {
            var isFree = countedFor is null || allowance.TryTake(countedFor);
            if (!isFree && waiting.FirstOrDefault(one => one.SaysTheSame(handoff, line)) is { } same)
                same.Count++;
            else
                waiting.AddLast(new Waiting(handoff, line, countedFor) { IsFree = isFree });
            if (waiting.Count > MostWaiting)
                waiting.RemoveFirst();
        }

        _ = WriteAsync();
    }

    /// <summary>Writes what waits and is within the allowance.</summary>
    /// <param name="all">Whatever the allowance: the process stops, or somebody reads the record.</param>
    /// <exception cref="StoreUnavailableException">Not all was written: it waits on.</exception>
    public async Task RecordAsync(bool all, CancellationToken ct)
    {
        await writing.WaitAsync(CancellationToken.None); // as long as one commit
        try
        {
            while (Next(all) is { Count: > 0 } lines)
            {
                IReadOnlyList<RecordEntry> entries = [.. lines.Select(line => line.Entry)];
                if (lines[0].Handoff is { } id)
                    await handoffs.TryAppendAsync(id, entries, [], ct);
                else
                    await days.AppendAsync(store, entries, ct);
                lock (gate)
                {
                    foreach (var line in lines)
                        waiting.Remove(line);
                }
            }
        }
        finally
        {
            writing.Release();
        }
    }

    public void Dispose() => writing.Dispose();

    private async Task WriteAsync()
    {
        await Task.Yield();
        try
        {
            await RecordAsync(all: false, CancellationToken.None);
        }
        catch (Exception fault)
        {
            Log.NotYet(log, fault.GetType().Name);
        }
    }

    /// <summary>Lines of one chain.</summary>
    private List<Waiting> Next(bool all)
    {
        lock (gate)
        {
            foreach (var line in waiting.Where(line => !line.IsFree))
                line.IsFree = all || allowance.TryTake(line.CountedFor!);
            var first = waiting.FirstOrDefault(line => line.IsFree);
            return first is null ? [] : [.. waiting.Where(line => line.IsFree && line.Handoff == first.Handoff).Take(MostTogether)];
        }
    }

    private sealed class Waiting(HandoffId? handoff, RecordEntry line, string? countedFor)
    {
        public HandoffId? Handoff => handoff;

        public string? CountedFor => countedFor;

        public bool IsFree { get; set; }

        public int Count { get; set; } = 1;

        public RecordEntry Entry => Count == 1 ? line : line with
        {
            Facts = new Dictionary<string, string>(line.Facts ?? new Dictionary<string, string>(), StringComparer.Ordinal) { [Times] = Count.ToString(CultureInfo.InvariantCulture) },
        };

        public bool SaysTheSame(HandoffId? of, RecordEntry other) => !IsFree && handoff == of && line.Kind == other.Kind && line.By == other.By
            && (line.Facts ?? new Dictionary<string, string>()).ToHashSet().SetEquals(other.Facts ?? new Dictionary<string, string>());
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Lines of the record wait for the store: {Fault}.")]
        public static partial void NotYet(ILogger logger, string fault);
    }
}
