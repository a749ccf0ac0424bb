using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Storage;

namespace VstrsBot.Backup;

/// <summary>What a back-up became when it was made ready to be the desk.</summary>
/// <param name="TakenAt">When it was taken; null for a store that is no back-up.</param>
/// <param name="Handoffs">All of it.</param>
/// <param name="Ended">Those that were open, and are ended now.</param>
internal sealed record Restored(DateTimeOffset? TakenAt, int Handoffs, int Ended);

/// <summary>Works on a copy of a back-up until it can be served: the record verified, every open handoff ended, and the restore recorded.</summary>
internal sealed class RestoreDraft(IHandoffStore draft, HandoffService handoffs, HandoffRows rows, RecordSeal seal, DayChain days, TimeProvider time)
{
    /// <exception cref="BadBackupException">The record is not as it was written, under this key.</exception>
    public async Task<Restored> MakeReadyAsync(CancellationToken ct)
    {
        await VerifyAsync(ct);
        var takenAt = await draft.FindAsync(RowKeys.BackedUp, ct) is { } mark ? HandoffJson.Read<BackupMark>(mark).At : (DateTimeOffset?)null;
        var all = await draft.ReadAsync("h|", "h}", int.MaxValue, ct);

        var ended = 0;
        foreach (var row in all)
            ended += await EndAsync(RowKeys.HandoffOf(row.Key), ct) ? 1 : 0;
        await FreeEverybodyAsync(ct);
        await SayNothingOldAsync(ct);

        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["handoffsEnded"] = $"{ended}" };
        if (takenAt is { } at)
            facts["takenAt"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        await days.TryAppendAsync(draft, [new RecordEntry(time.GetUtcNow(), "Restored", Facts: facts)], [new RowChange.Drop(RowKeys.BackedUp)], ct);
        await VerifyAsync(ct);
        return new Restored(takenAt, all.Count, ended);
    }

    private async Task VerifyAsync(CancellationToken ct)
    {
        if ((await new RecordVerifier(seal).VerifyAsync(new StoredRecord(draft), ct)).FirstBad is { } bad)
            throw new BadBackupException($"The record in it is not as it was written under this record key. First bad line: {bad}.");
    }

    /// <summary>What time has ended since counts as well: it was open in the back-up.</summary>
    private async Task<bool> EndAsync(HandoffId id, CancellationToken ct)
    {
        if ((await rows.LoadAsync(id, ct)).State is not OpenHandoff)
            return false;
        await handoffs.ExecuteAsync(id, new EndAtRestore(), ct);
        return (await rows.LoadAsync(id, ct)).State is Ended ? true : throw new BadBackupException($"{id} could not be ended.");
    }

    /// <summary>Copied row by row, somebody may seem to hold what is over.</summary>
    private async Task FreeEverybodyAsync(CancellationToken ct)
    {
        foreach (var row in await draft.ReadAsync("l|", "l}", int.MaxValue, ct))
        {
            if (HandoffJson.Read<Availability>(row) is { } one && (one.Holds ?? one.AskedFor) is not null)
                await draft.TryCommitAsync([new RowChange.Replace(row.Key, HandoffJson.Write(one with { Holds = null, AskedFor = null, AskedAt = null }), row.Tag)], ct);
        }

        foreach (var row in await draft.ReadAsync("x|", "x}", int.MaxValue, ct))
            await draft.TryCommitAsync([new RowChange.Drop(row.Key)], ct);
    }

    /// <summary>Cards show what is so; but messages that were owed when the back-up was taken were sent since, or are late by now.</summary>
    private async Task SayNothingOldAsync(CancellationToken ct)
    {
        var (from, before) = RowKeys.AllOwed;
        foreach (var row in await draft.ReadAsync(from, before, int.MaxValue, ct))
        {
            if (HandoffJson.Read<Owed>(row).Effect is { Show: null, Say: not Line.AuthorityLapsed })
                await draft.TryCommitAsync([new RowChange.Drop(row.Key)], ct);
        }
    }
}

/// <summary>The file cannot be restored. Nothing was changed.</summary>
internal sealed class BadBackupException(string message) : Exception(message);
