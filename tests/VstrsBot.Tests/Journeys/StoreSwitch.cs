using VstrsBot.Handoffs;

namespace VstrsBot.Tests.Journeys;

/// <summary>The store, until it is switched off.</summary>
internal sealed class StoreSwitch(IHandoffStore store) : IHandoffStore, IDisposable
{
    private int busy;

    /// <summary>Neither readable nor writable.</summary>
    public bool Down { get; set; }

    /// <summary>Readable, but no write gets through.</summary>
    public bool ReadOnly { get; set; }

    /// <summary>What every call waits for first; it is given the first key that the call is about.</summary>
    public Func<string, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>What each commit goes through on its way to the store, and its answer on the way back.</summary>
    public Func<Func<Task<bool>>, Task<bool>> Committing { get; set; } = commit => commit();

    /// <summary>While set, whoever asks anything waits: the store hangs.</summary>
    public TaskCompletionSource? Hangs { get; set; }

    /// <summary>Calls that the store itself is busy with.</summary>
    public int Busy => busy;

    /// <summary>So many commits get through yet; then the store is as good as off.</summary>
    public int CommitsLeft { get; set; } = int.MaxValue;

    /// <summary>Rows handed out so far.</summary>
    public int RowsRead { get; private set; }

    public bool IsShared { get; init; } = store.IsShared;

    /// <summary>Set where several processes share the store: the time it gives them.</summary>
    public Func<DateTimeOffset>? SharedClock { get; set; }

    public DateTimeOffset? Clock => SharedClock?.Invoke() ?? store.Clock;

    public Task<Row?> FindAsync(string key, CancellationToken ct)
    {
        RowsRead++;
        return CallAsync(key, writes: false, () => store.FindAsync(key, ct), ct);
    }

    public async Task<IReadOnlyList<Row>> ReadAsync(string from, string before, int most, CancellationToken ct)
    {
        var rows = await CallAsync(from, writes: false, () => store.ReadAsync(from, before, most, ct), ct);
        RowsRead += rows.Count;
        return rows;
    }

    public Task<bool> TryCommitAsync(IReadOnlyCollection<RowChange> changes, CancellationToken ct) =>
        CommitsLeft-- <= 0 ? throw Off() : CallAsync(changes.First().Key, writes: true, () => Committing(() => store.TryCommitAsync(changes, ct)), ct);

    public Task<bool> CompactAsync(CancellationToken ct) => CallAsync("", writes: true, () => store.CompactAsync(ct), ct);

    public void Dispose() => (store as IDisposable)?.Dispose();

    private async Task<T> CallAsync<T>(string about, bool writes, Func<Task<T>> call, CancellationToken ct)
    {
        await Before(about, ct);
        if (Down || (writes && ReadOnly))
            throw Off();
        if (Hangs is { } until)
            await until.Task.WaitAsync(CancellationToken.None);
        Interlocked.Increment(ref busy);
        try
        {
            return await call();
        }
        finally
        {
            Interlocked.Decrement(ref busy);
        }
    }

    private static StoreUnavailableException Off() => new("The store is switched off.");
}
