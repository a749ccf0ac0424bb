using System.Text;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Storage;

namespace VstrsBot.Register;

/// <summary>
/// The register in the store: rows <c>q|{generation}|{part}</c>, and <c>q|current</c> which names the generation in force. A register may be
/// longer than a transaction, so its rows are written first and put in force, with the line of the record, in one.
/// </summary>
internal sealed class RegisterStore(IHandoffStore store, DayChain days)
{
    private const string Current = "q|current";
    private const int RowsPerPart = 100;

    public async Task<(RegisterSnapshot Register, string? Tag)> ReadAsync(CancellationToken ct)
    {
        if (await store.FindAsync(Current, ct) is not { } current)
            return (RegisterSnapshot.Empty, null);

        var generation = Encoding.UTF8.GetString(current.Value);
        var parts = await store.ReadAsync($"q|{generation}|", $"q|{generation}}}", int.MaxValue, ct);
        var read = parts.Select(HandoffJson.Read<RegisterSnapshot>).ToList();
        return (new RegisterSnapshot([.. read.SelectMany(p => p.People)], [.. read.SelectMany(p => p.Organisations)], [.. read.SelectMany(p => p.Rota)]), current.Tag);
    }

    /// <summary>False when somebody else imported meanwhile: read again and show the difference again.</summary>
    public async Task<bool> TryApplyAsync(RegisterSnapshot register, string? tag, RecordEntry entry, CancellationToken ct)
    {
        var before = await store.FindAsync(Current, ct);
        if (before?.Tag != tag)
            return false;

        var generation = Guid.NewGuid().ToString("N");
        foreach (var (part, no) in Parts(register).Select((part, no) => (part, no)))
            await store.TryCommitAsync([new RowChange.Add($"q|{generation}|{no:D5}", HandoffJson.Write(part))], ct);

        var value = Encoding.UTF8.GetBytes(generation);
        RowChange inForce = tag is null ? new RowChange.Add(Current, value) : new RowChange.Replace(Current, value, tag);
        if (!await days.TryAppendAsync(store, [entry], [inForce], ct))
            return false;

        if (before is not null)
            await DropAsync(Encoding.UTF8.GetString(before.Value), ct);
        return true;
    }

    private async Task DropAsync(string generation, CancellationToken ct)
    {
        foreach (var row in await store.ReadAsync($"q|{generation}|", $"q|{generation}}}", int.MaxValue, ct))
            await store.TryCommitAsync([new RowChange.Drop(row.Key)], ct);
    }

    private static IEnumerable<RegisterSnapshot> Parts(RegisterSnapshot register) =>
    [
        .. register.People.Chunk(RowsPerPart).Select(people => new RegisterSnapshot([.. people], [], [])),
        .. register.Organisations.Chunk(RowsPerPart).Select(organisations => new RegisterSnapshot([], [.. organisations], [])),
        .. register.Rota.Chunk(RowsPerPart).Select(rota => new RegisterSnapshot([], [], [.. rota])),
    ];
}
