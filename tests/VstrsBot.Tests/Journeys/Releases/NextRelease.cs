using System.Text;
using VstrsBot.Handoffs;
using VstrsBot.Storage;

namespace VstrsBot.Tests.Journeys.Releases;

/// <summary>The store as the release after this one uses it: each handoff it writes is of a version, and holds a field, that this one does not know.</summary>
internal sealed class NextRelease(IHandoffStore store) : IHandoffStore, IDisposable
{
    private const string Here = "{\"v\":1,";
    public const string Next = "{\"v\":2,\"region\":\"north\",";

    public DateTimeOffset? Clock => store.Clock;

    public bool IsShared => store.IsShared;

    public async Task<Row?> FindAsync(string key, CancellationToken ct) => await store.FindAsync(key, ct) is { } row ? Read(row) : null;

    public async Task<IReadOnlyList<Row>> ReadAsync(string from, string before, int most, CancellationToken ct) =>
        [.. (await store.ReadAsync(from, before, most, ct)).Select(Read)];

    public Task<bool> TryCommitAsync(IReadOnlyCollection<RowChange> changes, CancellationToken ct) => store.TryCommitAsync([.. changes.Select(Write)], ct);

    public Task<bool> CompactAsync(CancellationToken ct) => store.CompactAsync(ct);

    public void Dispose() => (store as IDisposable)?.Dispose();

    private static Row Read(Row row) => IsHandoff(row.Key) ? row with { Value = Turned(row.Value, Next, Here) } : row;

    private static RowChange Write(RowChange change) => change switch
    {
        RowChange.Add add when IsHandoff(add.Key) => add with { Value = Turned(add.Value, Here, Next) },
        RowChange.Replace replace when IsHandoff(replace.Key) => replace with { Value = Turned(replace.Value, Here, Next) },
        RowChange.Put put when IsHandoff(put.Key) => put with { Value = Turned(put.Value, Here, Next) },
        _ => change,
    };

    private static bool IsHandoff(string key) => key.StartsWith(RowKeys.AllHandoffs.From, StringComparison.Ordinal);

    private static byte[] Turned(byte[] value, string from, string to) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(value).Replace(from, to, StringComparison.Ordinal));
}
