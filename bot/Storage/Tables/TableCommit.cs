using Azure;
using Azure.Data.Tables;
using Azure.Identity;
using VstrsBot.Handoffs;

namespace VstrsBot.Storage.Tables;

/// <summary>
/// One entity-group transaction. Every row that it writes carries its id: after an unclear answer, or a refusal that may be of its own second try
/// (something between may have sent it twice), reading back tells whether it stands.
/// </summary>
internal sealed class TableCommit(TableClient table, TableRows rows, string desk)
{
    private const int MostLooks = 10;

    /// <param name="late">Ends the whole call.</param>
    /// <returns>False when a condition did not hold; nothing was changed then.</returns>
    public async Task<bool> TryAsync(IReadOnlyCollection<RowChange> changes, CancellationToken late)
    {
        if (!changes.All(TableRows.MayHold))
            return false;

        for (var look = 0; look < MostLooks; look++)
        {
            if (await SubmitAsync(await WithoutNeedlessDropsAsync(changes, late), Guid.NewGuid(), late) is { } stands)
                return stands;
        }

        throw new StoreUnavailableException("Rows to be dropped come and go too fast. Nothing was changed.");
    }

    /// <summary>To delete a row that is not there fails the whole transaction.</summary>
    private async Task<IReadOnlyList<RowChange>> WithoutNeedlessDropsAsync(IReadOnlyCollection<RowChange> changes, CancellationToken late)
    {
        try
        {
            var drops = changes.Where(change => change is RowChange.Drop).ToList();
            var found = await Task.WhenAll(drops.Select(drop => FindAsync(drop.Key, late)));
            return [.. changes.Except(drops.Where((_, n) => found[n] is null))];
        }
        catch (Exception fault)
        {
            throw TableFailure.Unavailable(fault);
        }
    }

    /// <summary>Null when a row to be dropped went meanwhile.</summary>
    private async Task<bool?> SubmitAsync(IReadOnlyList<RowChange> changes, Guid id, CancellationToken late)
    {
        if (changes.Count == 0)
            return true;

        try
        {
            await table.SubmitTransactionAsync(changes.Select(change => rows.ActionOf(change, id)), late);
            return true;
        }
        catch (RequestFailedException answer) when (TableFailure.SaysRefused(answer))
        {
            if (await StandsAsync(changes, id, answer, late))
                return true;
            return answer is TableTransactionFailedException { FailedTransactionActionIndex: { } at } && changes[at] is RowChange.Drop ? null : false;
        }
        catch (RequestFailedException answer) when (TableFailure.LeavesUnsure(answer))
        {
            return await StandsAsync(changes, id, answer, late) ? true : throw TableFailure.Unsure(answer);
        }
        catch (Exception fault) when (fault is RequestFailedException or AuthenticationFailedException)
        {
            throw TableFailure.Unavailable(fault);
        }
        catch (Exception fault)
        {
            throw TableFailure.Unsure(fault);
        }
    }

    /// <summary>
    /// Whether any row tells that this commit wrote it. An added row tells it longest: others replace and merge what is there already, while
    /// lines of the record, which every step adds, are never written again.
    /// </summary>
    private async Task<bool> StandsAsync(IReadOnlyList<RowChange> changes, Guid id, Exception answer, CancellationToken late)
    {
        var written = changes.Where(change => change is not RowChange.Delete and not RowChange.Drop).ToLookup(change => change is RowChange.Add);
        try
        {
            var found = await Task.WhenAll((written.Contains(true) ? written[true] : written[false]).Select(change => FindAsync(change.Key, late)));
            return found.Any(entity => entity is not null && TableRows.WroteIt(entity, id));
        }
        catch (Exception)
        {
            throw TableFailure.Unsure(answer);
        }
    }

    private async Task<TableEntity?> FindAsync(string key, CancellationToken late)
    {
        try
        {
            return await table.GetEntityAsync<TableEntity>(desk, key, cancellationToken: late);
        }
        catch (RequestFailedException none) when (TableFailure.SaysNoRow(none))
        {
            return null;
        }
    }
}
