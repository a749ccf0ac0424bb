using VstrsBot.Handoffs;

namespace VstrsBot.Tests.Journeys;

/// <summary>The store, until it is switched off.</summary>
internal sealed class StoreSwitch(IHandoffStore store) : IHandoffStore, IDisposable
{
    /// <summary>Neither readable nor writable.</summary>
    public bool Down { get; set; }

    /// <summary>Readable, but no write gets through.</summary>
    public bool ReadOnly { get; set; }

    /// <summary>What every call waits for first.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = _ => Task.CompletedTask;

    public DateTimeOffset? Clock => store.Clock;

    public async Task<Row?> FindAsync(string key, CancellationToken ct)
    {
        await Before(ct);
        return Down ? throw Off() : await store.FindAsync(key, ct);
    }

    public async Task<IReadOnlyList<Row>> ReadAsync(string from, string before, int most, CancellationToken ct)
    {
        await Before(ct);
        return Down ? throw Off() : await store.ReadAsync(from, before, most, ct);
    }

    public async Task<bool> TryCommitAsync(IReadOnlyCollection<RowChange> changes, CancellationToken ct)
    {
        await Before(ct);
        return Down || ReadOnly ? throw Off() : await store.TryCommitAsync(changes, ct);
    }

    public void Dispose() => (store as IDisposable)?.Dispose();

    private static StoreUnavailableException Off() => new("The store is switched off.");
}
