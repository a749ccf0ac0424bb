using System.Text.Json;
using VstrsBot.Record;

namespace VstrsBot.Register;

/// <summary>An import as lines of the record: as many as its changes need, for all of them stand in one transaction with the import.</summary>
internal static class RegisterLines
{
    /// <summary>A transaction has 100 changes; two are the head of the record and the register in force.</summary>
    public const int Most = 98;

    /// <summary>A row has 60 KiB.</summary>
    private const int MostBytes = 40_000;

    public static IReadOnlyList<RecordEntry> For(IEnumerable<RegisterChange> difference, DateTimeOffset at)
    {
        List<RecordEntry> lines = [];
        List<RegisterChange> some = [];
        var bytes = 0;
        foreach (var change in difference)
        {
            var more = JsonEncodedText.Encode(change.Recorded).EncodedUtf8Bytes.Length + 2;
            if (bytes + more > MostBytes)
            {
                lines.Add(Line(some, at));
                (some, bytes) = ([], 0);
            }

            some.Add(change);
            bytes += more;
        }

        return [.. lines, Line(some, at)];
    }

    private static RecordEntry Line(List<RegisterChange> changes, DateTimeOffset at) => new(
        at, "RegisterImported", Facts: changes.GroupBy(change => change.What).ToDictionary(what => what.Key, what => string.Join("; ", what.Select(change => change.Recorded)), StringComparer.Ordinal));
}
