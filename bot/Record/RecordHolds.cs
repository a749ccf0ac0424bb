using VstrsBot.Handoffs;

namespace VstrsBot.Record;

/// <summary>Keeps a named record past its period, until it is released. It never keeps working data.</summary>
internal sealed class RecordHolds(IHandoffStore store, DayChain days, TimeProvider time)
{
    public async Task<bool> IsHeldAsync(string chain, CancellationToken ct) => await store.FindAsync(RecordKeys.HoldOn(chain), ct) is not null;

    /// <summary>Holds a record; the hold and its reason stand in the record of the day.</summary>
    /// <returns>0 held; 1 there is no such record; 2 cannot run.</returns>
    public Task<int> HoldAsync(string chain, string because, TextWriter output, CancellationToken ct) =>
        SetAsync(chain, "RecordHeld", new RowChange.Put(RecordKeys.HoldOn(chain), []), because, $"{chain} is kept until it is released.", output, ct);

    /// <summary>Lets a record go when its period is over.</summary>
    /// <returns>0 released; 1 there is no such record; 2 cannot run.</returns>
    public Task<int> ReleaseAsync(string chain, string because, TextWriter output, CancellationToken ct) =>
        SetAsync(chain, "RecordReleased", new RowChange.Drop(RecordKeys.HoldOn(chain)), because, $"{chain} goes when its period is over.", output, ct);

    private async Task<int> SetAsync(string chain, string kind, RowChange change, string because, string done, TextWriter output, CancellationToken ct)
    {
        if (await store.FindAsync(RecordKeys.HeadOf(chain), ct) is null)
        {
            await output.WriteLineAsync($"There is no record {chain}.");
            return AuditExit.Bad;
        }

        var entry = new RecordEntry(time.GetUtcNow(), kind, Facts: new Dictionary<string, string> { ["record"] = chain, ["because"] = because });
        await days.TryAppendAsync(store, [entry], [change], ct);
        await output.WriteLineAsync(done);
        return AuditExit.Good;
    }
}
