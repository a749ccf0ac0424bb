using VstrsBot.Handoffs;

namespace VstrsBot.Tests.Journeys;

/// <summary>The store, until it is switched off.</summary>
internal sealed class StoreSwitch(IHandoffStore store) : IHandoffStore, IDisposable
{
    /// <summary>Neither readable nor writable.</summary>
    public bool Down { get; set; }

    /// <summary>Readable, but no write gets through.</summary>
    public bool ReadOnly { get; set; }

    /// <summary>While set, whoever asks anything waits: the store hangs.</summary>
    public TaskCompletionSource? Hangs { get; set; }

    /// <summary>So many commits get through yet; then the store is as good as off.</summary>
    public int CommitsLeft { get; set; } = int.MaxValue;

    /// <summary>Rows handed out so far.</summary>
    public int RowsRead { get; private set; }

    public DateTimeOffset? Clock => store.Clock;

    public bool IsShared { get; init; } = store.IsShared;

    public async Task<Row?> FindAsync(string key, CancellationToken ct)
    {
        if (Down)
            throw Off();
        RowsRead++;
        return await WaitAsync(() => store.FindAsync(key, ct));
    }

    public async Task<IReadOnlyList<Row>> ReadAsync(string from, string before, int most, CancellationToken ct)
    {
        var rows = Down ? throw Off() : await WaitAsync(() => store.ReadAsync(from, before, most, ct));
        RowsRead += rows.Count;
        return rows;
    }

    public Task<bool> TryCommitAsync(IReadOnlyCollection<RowChange> changes, CancellationToken ct) =>
        Down || ReadOnly || CommitsLeft-- <= 0 ? throw Off() : WaitAsync(() => store.TryCommitAsync(changes, ct));

    public Task<bool> CompactAsync(CancellationToken ct) => Down || ReadOnly ? throw Off() : WaitAsync(() => store.CompactAsync(ct));

    public void Dispose() => (store as IDisposable)?.Dispose();

    private Task<T> WaitAsync<T>(Func<Task<T>> call) => Hangs is { } until ? AfterAsync(until.Task, call) : call();

    private static async Task<T> AfterAsync<T>(Task until, Func<Task<T>> call)
    {
        await until;
        return await call();
    }

    private static StoreUnavailableException Off() => new("The store is switched off.");
}
