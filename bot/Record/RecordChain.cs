using VstrsBot.Handoffs;

namespace VstrsBot.Record;

/// <summary>Puts entries at the end of a chain. What it returns is committed with the state it records, in one transaction.</summary>
internal sealed class RecordChain(RecordSeal seal)
{
    private static readonly IReadOnlyDictionary<string, string> NoFacts = new Dictionary<string, string>();

    /// <param name="chain">The handoff number or the UTC day.</param>
    /// <param name="head">Where the chain ends now, from the row that guards it.</param>
    public Appended Append(string chain, RecordHead head, params IReadOnlyList<RecordEntry> entries)
    {
        if (chain.Length == 0 || !chain.All(part => char.IsAsciiLetterOrDigit(part) || part == '-'))
            throw new ArgumentException("A chain is named by a handoff number or a day.", nameof(chain));

        var lines = new List<RecordLine>(entries.Count);
        var before = Convert.FromBase64String(head.Mac);
        foreach (var entry in entries)
        {
            var canonical = RecordLineJson.Canonical(chain, head.Seq + 1, entry);
            before = seal.Of(before, canonical);
            head = new RecordHead(head.Seq + 1, Convert.ToBase64String(before));
            lines.Add(new RecordLine(
                chain, head.Seq, entry.At.ToUniversalTime(), entry.Kind, entry.By, entry.Name, entry.Facts ?? NoFacts, head.Mac, SealedText.Join(canonical, head.Mac)));
        }

        return new Appended(lines, head);
    }
}

/// <summary>New lines, and the head that the guarding row must hold from now on.</summary>
internal sealed record Appended(IReadOnlyList<RecordLine> Lines, RecordHead Head)
{
    /// <summary>The rows of the lines, for the transaction that also writes the head.</summary>
    public IEnumerable<RowChange> Rows => Lines.Select(line => new RowChange.Add(RecordKeys.Line(line.Chain, line.Seq), line.Stored.ToArray()));

    /// <summary>Whether the store holds these very lines. A line holds the MAC of all before it: the same bytes under its key are this very commit.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    public async Task<bool> StandsAsync(IHandoffStore store, CancellationToken ct) =>
        await store.FindAsync(RecordKeys.Line(Lines[0].Chain, Lines[0].Seq), ct) is { } row && row.Value.AsSpan().SequenceEqual(Lines[0].Stored.Span);
}
