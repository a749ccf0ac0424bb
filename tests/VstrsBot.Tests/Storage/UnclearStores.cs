using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using VstrsBot.Handoffs;
using VstrsBot.Storage.Sqlite;
using VstrsBot.Storage.Tables;
using VstrsBot.Tests.Storage.Tables;
using VstrsBot.Tests.Support;

namespace VstrsBot.Tests.Storage;

/// <summary>The same rows twice: one opening whose answers go astray, and one whose answers always come.</summary>
internal sealed class UnclearStores : IDisposable
{
    private readonly List<IDisposable> held = [];
    private Func<Task>? meanwhile;

    private UnclearStores(IHandoffStore clear) => Clear = Unclear = clear;

    public IHandoffStore Clear { get; }

    public IHandoffStore Unclear { get; private set; }

    /// <summary>What the next commits through <see cref="Unclear"/> meet.</summary>
    public ConcurrentQueue<UnclearAnswer> Next { get; private init; } = new();

    /// <summary>Happens once, after a commit was done and before anybody is told.</summary>
    public Func<Task> Meanwhile { set => meanwhile = value; }

    /// <summary>A commit that never arrived is known to have changed nothing: there is no network between.</summary>
    public bool IsInThisProcess { get; private init; }

    public static UnclearStores Simulated() => InThisProcess(new SimulatedStore());

    public static UnclearStores Sqlite()
    {
        var folder = new TemporaryFolder();
        var file = SqliteStore.Open(new SqliteStoreSettings(folder.File("desk.db")), TimeProvider.System);
        var stores = InThisProcess(file);
        stores.held.AddRange([file, folder]);
        return stores;
    }

    public static UnclearStores Tables()
    {
        var settings = Azurite.NewTable();
        var time = new FakeTimeProvider();
        var between = new FaultyTransport { TimePasses = () => time.Advance(settings.CallTimeout) };
        var stores = new UnclearStores(TableStore.Open(settings, time)) { Next = between.Next };
        between.Between = stores.MeanwhileAsync;
        stores.Unclear = TableStore.Open(settings, time, between);
        return stores;
    }

    public Task MeanwhileAsync()
    {
        var then = meanwhile;
        meanwhile = null;
        return then is null ? Task.CompletedTask : then();
    }

    public void Dispose() => held.ForEach(one => one.Dispose());

    private static UnclearStores InThisProcess(IHandoffStore store)
    {
        var stores = new UnclearStores(store) { IsInThisProcess = true };
        stores.Unclear = new Astray(store, stores);
        return stores;
    }

    /// <summary>Nothing stands between that could send a commit twice.</summary>
    private sealed class Astray(IHandoffStore store, UnclearStores stores) : IHandoffStore
    {
        public DateTimeOffset? Clock => store.Clock;

        public Task<Row?> FindAsync(string key, CancellationToken ct) => store.FindAsync(key, ct);

        public Task<IReadOnlyList<Row>> ReadAsync(string from, string before, int most, CancellationToken ct) => store.ReadAsync(from, before, most, ct);

        public async Task<bool> TryCommitAsync(IReadOnlyCollection<RowChange> changes, CancellationToken ct)
        {
            var answer = stores.Next.TryDequeue(out var next) ? next : UnclearAnswer.None;
            if (answer == UnclearAnswer.NeverArrived)
                throw new StoreUnavailableException("It never arrived.");
            if (answer == UnclearAnswer.FaultNotDone)
                throw new StoreUnsureException("A fault, and nothing was done.");

            var stands = await store.TryCommitAsync(changes, ct);
            await stores.MeanwhileAsync();
            return answer is UnclearAnswer.AnswerLost or UnclearAnswer.FaultDone or UnclearAnswer.TooLate
                ? throw new StoreUnsureException("No answer, or none in time.")
                : stands;
        }
    }
}
