using System.Text;
using VstrsBot.Handoffs;
using VstrsBot.Limits;
using VstrsBot.Record;
using VstrsBot.Storage;

namespace VstrsBot.Retention;

/// <summary>Removes what is past its period, class by class, and says how much. Any process may run it, and it may be cut off anywhere.</summary>
internal sealed partial class RetentionSweep(
    IHandoffStore store, HandoffRules rules, RetentionRules retention, RecordHolds holds, DayChain days, TimeProvider time, ILogger<RetentionSweep> log)
{
    private readonly ChainRemoval removal = new(store);

    /// <summary>One pass over everything. What it removed is a line of the record.</summary>
    /// <exception cref="StoreUnavailableException">The rest is left to the next pass.</exception>
    public async Task<Swept> RunAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var over = new Dictionary<HandoffId, bool>();
        var swept = Swept.Nothing with
        {
            WorkingData = await DropWorkingDataAsync(now, ct),
            Submissions = await DropAsync(RowKeys.AllSubmissions, row => IsLongOverAsync(SubmittedFor(row), over, now, ct), ct),
            Cards = await DropAsync(RowKeys.AllCards, row => IsLongOverAsync(RowKeys.FindHandoffOf(row.Key), over, now, ct), ct),
            Told = await DropAsync(RowKeys.AllTold, row => IsLongOverAsync(RowKeys.FindHandoffOf(row.Key), over, now, ct), ct),
            Calls = await DropAsync(RowKeys.AllCalls, row => Task.FromResult(now - CallRow.LastOf(row) >= retention.CardsAfterEnd), ct),
            Lines = await removal.FinishAllAsync(ct),
        };
        swept = await RemoveDaysAsync(swept, now, ct);
        swept = await RemoveHandoffsAsync(swept, now, ct);

        if (swept != Swept.Nothing with { Held = swept.Held })
        {
            await days.AppendAsync(store, [new RecordEntry(now, "Swept", Facts: swept.Facts)], ct);
            Log.Done(log, swept.Total);
        }

        return swept;
    }

    /// <summary>
    /// Its own handoff erases it. What stands here longer than any handoff lasts belongs to one that no release of this desk could move: it
    /// goes all the same.
    /// </summary>
    private async Task<int> DropWorkingDataAsync(DateTimeOffset now, CancellationToken ct)
    {
        var longest = rules.NotTakenAfter + rules.Cap + rules.WorkingDataAfterEnd;
        return await DropAsync(RowKeys.AllWorkingData, async row => RowKeys.FindHandoffOf(row.Key) is { } id && now - await BeganAtAsync(id, ct) > longest, ct);
    }

    private async Task<Swept> RemoveDaysAsync(Swept swept, DateTimeOffset now, CancellationToken ct)
    {
        var before = RecordKeys.HeadOf(RecordKeys.DayOf(now.AddYears(-retention.RecordYears)));
        await foreach (var head in store.ReadAllAsync((RecordKeys.Days, before), ct))
        {
            var day = head.Key[RecordKeys.Days.Length..];
            if (await holds.IsHeldAsync(day, ct))
                swept = swept with { Held = swept.Held + 1 };
            else if (await removal.RemoveAsync(day, head, [], ct) is { } lines)
                swept = swept with { Days = swept.Days + 1, Lines = swept.Lines + lines };
        }

        return swept;
    }

    private async Task<Swept> RemoveHandoffsAsync(Swept swept, DateTimeOffset now, CancellationToken ct)
    {
        await foreach (var head in store.ReadAllAsync(RowKeys.AllHandoffs, ct))
        {
            if (RowKeys.FindHandoffOf(head.Key) is not { } id || !(EndOf(head)?.AddYears(retention.RecordYears) <= now))
                continue;
            if (await holds.IsHeldAsync(id.Value, ct))
                swept = swept with { Held = swept.Held + 1 };
            else if (await removal.RemoveAsync(id.Value, head, [RowKeys.CardsOf(id)], ct) is { } lines)
                swept = swept with { Handoffs = swept.Handoffs + 1, Lines = swept.Lines + lines };
        }

        return swept;
    }

    private async Task<int> DropAsync((string From, string Before) range, Func<Row, Task<bool>> isOver, CancellationToken ct)
    {
        var dropped = 0;
        await foreach (var row in store.ReadAllAsync(range, ct))
        {
            if (await isOver(row) && await store.TryCommitAsync([new RowChange.Delete(row.Key, row.Tag)], ct))
                dropped++;
        }

        return dropped;
    }

    /// <param name="handoff">Null where the row does not say in a way that this release knows: it stays.</param>
    private async Task<bool> IsLongOverAsync(HandoffId? handoff, Dictionary<HandoffId, bool> known, DateTimeOffset now, CancellationToken ct)
    {
        if (handoff is not { } id)
            return false;
        if (!known.TryGetValue(id, out var isOver))
            known[id] = isOver = await store.FindAsync(RowKeys.Handoff(id), ct) is not { } row || now - EndOf(row) >= retention.CardsAfterEnd;
        return isOver;
    }

    /// <summary>When the first line of its record was written; long ago where there is none.</summary>
    private async Task<DateTimeOffset> BeganAtAsync(HandoffId id, CancellationToken ct) =>
        await store.FindAsync(RecordKeys.Line(id.Value, 1), ct) is { } line && RecordLineJson.Read(line.Value) is { } first ? first.At : DateTimeOffset.MinValue;

    private static HandoffId? SubmittedFor(Row submission) => HandoffId.TryParse(Encoding.UTF8.GetString(submission.Value), out var id) ? id : null;

    /// <summary>Null while it is open, and for one of another release: it is never touched.</summary>
    private static DateTimeOffset? EndOf(Row handoff) => Snapshot.Find(handoff)?.State is Ended ended ? ended.At : null;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Swept: {Count} rows past their period were removed. The record of the day counts them by class.")]
        public static partial void Done(ILogger logger, int count);
    }
}
