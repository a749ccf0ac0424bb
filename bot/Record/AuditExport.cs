using System.Globalization;
using System.Text;
using VstrsBot.Handoffs;

namespace VstrsBot.Record;

/// <summary>
/// Writes the record as JSON Lines: each line as stored, ordered by chain then sequence, then the sealed trailer. A closed
/// range gives the same bytes each time.
/// </summary>
internal sealed class AuditExport(IHandoffStore store, RecordSeal seal)
{
    /// <summary>Exports every line of every chain that began in the range. A chain is never cut in two.</summary>
    /// <param name="from">The first UTC day.</param>
    /// <param name="to">The last UTC day, included.</param>
    /// <param name="output">Takes the lines, each ended by a line feed.</param>
    /// <param name="errors">Takes one sentence when the record is bad or cannot be read.</param>
    /// <returns>0 good; 1 exported, but the record is bad; 2 cannot run.</returns>
    public async Task<int> RunAsync(DateOnly from, DateOnly to, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        if (from > to)
        {
            await errors.WriteLineAsync("The first day is after the last.");
            return AuditExit.CannotRun;
        }

        try
        {
            var firstBad = await WriteAsync(from, to, output, ct);
            if (firstBad is null)
                return AuditExit.Good;
            await errors.WriteLineAsync($"The record is bad. First bad line: {firstBad}.");
            return AuditExit.Bad;
        }
        catch (Exception error) when (error is StoreUnavailableException or IOException)
        {
            await errors.WriteLineAsync($"Cannot export. {error.Message}");
            return AuditExit.CannotRun;
        }
    }

    private async Task<BadLine?> WriteAsync(DateOnly from, DateOnly to, TextWriter output, CancellationToken ct)
    {
        var record = new StoredRecord(store);
        var verifier = new RecordVerifier(seal);
        var heads = new List<KeyValuePair<string, RecordHead?>>();
        long lines = 0;
        BadLine? firstBad = null;

        foreach (var name in await record.ChainsAsync(ct))
        {
            if (await record.ReadAsync(name, ct) is not { } chain || (BeganOn(chain) is { } day && (day < from || day > to)))
                continue;

            foreach (var row in chain.Lines)
                await WriteAsync(output, row.Value, ct);
            lines += chain.Lines.Count;
            heads.Add(new(name, chain.Head));
            firstBad ??= verifier.Walk(chain).Bad;
        }

        await WriteAsync(output, new ExportTrailer(from, to, lines, heads).Sealed(seal), ct);
        await output.FlushAsync(ct);
        return firstBad;
    }

    /// <summary>Null when it cannot be told: such a chain is in every export, so that damage never hides it.</summary>
    private static DateOnly? BeganOn(StoredChain chain)
    {
        if (DateOnly.TryParseExact(chain.Chain, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        return chain.Lines is [var first, ..] && RecordLineJson.Read(first.Value) is { } line ? DateOnly.FromDateTime(line.At.UtcDateTime) : null;
    }

    private static Task WriteAsync(TextWriter output, byte[] line, CancellationToken ct) =>
        output.WriteAsync((Encoding.UTF8.GetString(line) + "\n").AsMemory(), ct);
}
