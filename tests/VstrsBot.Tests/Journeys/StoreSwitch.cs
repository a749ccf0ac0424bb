using VstrsBot.Handoffs;

namespace VstrsBot.Tests.Journeys;

/// <summary>The store, until it is switched off.</summary>
internal sealed class StoreSwitch(IHandoffStore store) : IHandoffStore, IDisposable
{
    /// <summary>Neither readable nor writable.</summary>
    public bool Down { get; set; }

    /// <summary>Readable, but no write gets through.</summary>
    public bool ReadOnly { get; set; }

    public DateTimeOffset? Clock => store.Clock;

    public Task<Row?> FindAsync(string key, CancellationToken ct) => Down ? throw Off() : store.FindAsync(key, ct);

    public Task<IReadOnlyList<Row>> ReadAsync(string from, string before, int most, CancellationToken ct) =>
        Down ? throw Off() : store.ReadAsync(from, before, most, ct);

    public Task<bool> TryCommitAsync(IReadOnlyCollection<RowChange> changes, CancellationToken ct) =>
        Down || ReadOnly ? throw Off() : store.TryCommitAsync(changes, ct);

    public void Dispose() => (store as IDisposable)?.Dispose();

    private static StoreUnavailableException Off() => new("The store is switched off.");
}
