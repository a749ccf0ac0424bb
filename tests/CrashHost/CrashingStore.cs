using VstrsBot.Handoffs;

namespace CrashHost;

/// <summary>The store, with a place to die at each write.</summary>
internal sealed class CrashingStore(IHandoffStore store, CrashPoint point) : IHandoffStore, IDisposable
{
    public DateTimeOffset? Clock => store.Clock;

    public bool IsShared => store.IsShared;

    public Task<Row?> FindAsync(string key, CancellationToken ct) => store.FindAsync(key, ct);

    public Task<IReadOnlyList<Row>> ReadAsync(string from, string before, int most, CancellationToken ct) => store.ReadAsync(from, before, most, ct);

    public Task<bool> TryCommitAsync(IReadOnlyCollection<RowChange> changes, CancellationToken ct) =>
        point.PassAsync($"write {changes.First().GetType().Name} {changes.First().Key} and {changes.Count - 1} more", () => store.TryCommitAsync(changes, ct));

    public Task<bool> CompactAsync(CancellationToken ct) => store.CompactAsync(ct);

    public void Dispose() => (store as IDisposable)?.Dispose();
}
