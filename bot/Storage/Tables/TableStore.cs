using Azure;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using VstrsBot.Handoffs;

namespace VstrsBot.Storage.Tables;

/// <summary>The desk's rows in Azure Tables: one partition. The client retries nothing by itself, and each call is bounded.</summary>
internal sealed class TableStore : IHandoffStore
{
    /// <summary>The service gives no more rows in one answer.</summary>
    private const int MostInAPage = 1000;

    private readonly TableClient table;
    private readonly StoreSettings settings;
    private readonly StoreClock clock;
    private readonly TableCommit commit;
    private readonly TimeProvider machine;
    private volatile bool made;

    private TableStore(TableClient table, StoreSettings settings, StoreClock clock, TimeProvider machine)
    {
        this.table = table;
        this.settings = settings;
        this.clock = clock;
        this.machine = machine;
        commit = new TableCommit(table, new TableRows(settings.Desk), settings.Desk);
    }

    public DateTimeOffset? Clock => clock.Now;

    /// <summary>Asks nothing yet: the table is made, where it is missing, before the first call.</summary>
    /// <param name="transport">Carries the calls; null is the platform's own.</param>
    public static TableStore Open(StoreSettings settings, TimeProvider machine, HttpPipelineTransport? transport = null)
    {
        var heard = new StoreClock(machine);
        return new TableStore(TableAccess.ClientFor(settings, new AnswerDates(heard, machine), transport), settings, heard, machine);
    }

    public Task<Row?> FindAsync(string key, CancellationToken ct) => AskAsync(
        async late =>
        {
            try
            {
                return TableRows.RowOf(await table.GetEntityAsync<TableEntity>(settings.Desk, key, cancellationToken: late.Token));
            }
            catch (RequestFailedException answer) when (TableFailure.SaysNoRow(answer))
            {
                return null;
            }
        },
        ct);

    public Task<IReadOnlyList<Row>> ReadAsync(string from, string before, int most, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {settings.Desk} and RowKey ge {from} and RowKey lt {before}");
        return AskAsync<IReadOnlyList<Row>>(
            async late =>
            {
                var found = new List<Row>();
                await foreach (var page in table.QueryAsync<TableEntity>(filter, Math.Min(most, MostInAPage), cancellationToken: late.Token).AsPages())
                {
                    found.AddRange(page.Values.Take(most - found.Count).Select(TableRows.RowOf));
                    if (found.Count == most)
                        break;
                    late.CancelAfter(settings.CallTimeout);
                }

                return found;
            },
            ct);
    }

    /// <remarks>Past the start it is not cancelled by the caller: what was sent is waited for, so that its outcome is known.</remarks>
    public async Task<bool> TryCommitAsync(IReadOnlyCollection<RowChange> changes, CancellationToken ct)
    {
        RowRules.Check(changes);
        ct.ThrowIfCancellationRequested();
        using var late = new CancellationTokenSource(settings.CallTimeout, machine);
        try
        {
            await MakeAsync(late.Token);
        }
        catch (Exception fault)
        {
            throw TableFailure.Unavailable(fault);
        }

        return await commit.TryAsync(changes, late.Token);
    }

    private async Task<T> AskAsync<T>(Func<CancellationTokenSource, Task<T>> ask, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        using var late = new CancellationTokenSource(settings.CallTimeout, machine);
        await using var whenCancelled = ct.Register(late.Cancel);
        try
        {
            await MakeAsync(late.Token);
            return await ask(late);
        }
        catch (Exception fault) when (fault is not UnreadableRowException)
        {
            ct.ThrowIfCancellationRequested();
            throw TableFailure.Unavailable(fault);
        }
    }

    private async Task MakeAsync(CancellationToken ct)
    {
        if (made)
            return;
        await table.CreateIfNotExistsAsync(ct);
        made = true;
    }
}
