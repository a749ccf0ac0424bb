using System.Text;
using VstrsBot.Handoffs;

namespace VstrsBot.Tests.Journeys.Resilience;

/// <summary>Writes rows as a later release may, and looks at what became of them.</summary>
internal static class LaterRelease
{
    /// <summary>What a later release may do to the row of a handoff, as text that is there and what stands in its place.</summary>
    public static readonly (string What, string Known, string Later)[] Rows =
    [
        ("version", "\"v\":1", "\"v\":2"),
        ("state", "\"is\":\"Live\"", "\"is\":\"Paused\""),
        ("field of the lease", "\"lease\":{", "\"lease\":{\"suspended\":true,"),
        ("field of the row", "\"state\":{", "\"region\":\"north\",\"state\":{"),
        ("value", "\"asked\":\"No\"", "\"asked\":\"ByPhone\""),
        ("number for a value", "\"asked\":\"No\"", "\"asked\":7"),
        ("other name", "\"lease\":", "\"authority\":"),
        ("a member less", "\"askNo\":0,", ""),
    ];

    /// <summary>Changes a row as another process would.</summary>
    /// <returns>The row as it was.</returns>
    public static async Task<Row> WriteAsync(IHandoffStore store, string key, string known, string later, CancellationToken ct)
    {
        var row = (await store.FindAsync(key, ct))!;
        var text = Encoding.UTF8.GetString(row.Value);
        if (!text.Contains(known, StringComparison.Ordinal))
            throw new InvalidOperationException($"Nothing in {key} reads {known}: {text}");
        await store.TryCommitAsync([new RowChange.Put(key, Encoding.UTF8.GetBytes(text.Replace(known, later, StringComparison.Ordinal)))], ct);
        return row;
    }

    /// <summary>Every row that belongs to a handoff, byte for byte, with what a pump wrote on it.</summary>
    public static async Task<IReadOnlyList<string>> RowsOfAsync(IHandoffStore store, string number, CancellationToken ct) =>
        [.. (await store.ReadAsync("", "~", int.MaxValue, ct))
            .Where(row => row.Key.Split('|').Contains(number, StringComparer.Ordinal) || Encoding.UTF8.GetString(row.Value) == number)
            .Select(row => $"{row.Key} {Encoding.UTF8.GetString(row.Value)} {row.Claim}")];
}
