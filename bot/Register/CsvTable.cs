using CsvHelper;

namespace VstrsBot.Register;

/// <summary>One CSV file (RFC 4180, UTF-8) with a header in any order: its rows, or what is wrong with the file, each with its line.</summary>
internal sealed class CsvTable
{
    private static readonly CsvReaderOptions Strict = CsvReaderOptions.Default with
    {
        TrimWhitespace = true,
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    private readonly string[] header;

    private CsvTable(string[] header) => this.header = header;

    /// <summary>Reads a file. Its faults are added; a file with a faulty header has no rows.</summary>
    /// <param name="columns">Which must stand in the header, once each.</param>
    /// <param name="optional">Which may.</param>
    public static List<CsvRow> Read(string path, string[] columns, string[] optional, List<string> faults)
    {
        var file = Path.GetFileName(path);
        var text = File.ReadAllText(path);
        if (text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            faults.Add($"{file}: save it as CSV UTF-8.");
            return [];
        }

        using var csv = CsvReader.FromText(text, Strict);
        List<CsvRow> rows = [];
        try
        {
            csv.ReadHeader();
            var table = new CsvTable([.. csv.Headers.Select(name => name.Trim())]);
            if (!table.HasHeader(file, columns, optional, faults))
                return [];
            while (csv.Read())
                rows.Add(table.Row(csv, file));
        }
        catch (CsvFormatException broken)
        {
            faults.Add($"{file} line {Math.Max(1, broken.LineNumber)}: the commas or quotes do not fit the header.");
        }

        return rows;
    }

    private bool HasHeader(string file, string[] columns, string[] optional, List<string> faults)
    {
        var before = faults.Count;
        foreach (var missing in columns.Where(column => !header.Contains(column, StringComparer.OrdinalIgnoreCase)))
            faults.Add($"{file} line 1: the column {missing} is missing.");
        foreach (var unknown in header.Where(name => !columns.Concat(optional).Contains(name, StringComparer.OrdinalIgnoreCase)))
            faults.Add($"{file} line 1: there is no column {unknown}. The columns are {string.Join(", ", columns)}.");
        foreach (var twice in header.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(name => name.Count() > 1))
            faults.Add($"{file} line 1: the column {twice.Key} stands twice.");
        return faults.Count == before;
    }

    private CsvRow Row(CsvReader csv, string file)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var column = 0; column < header.Length; column++)
            fields[header[column]] = Cards.Model.CleanText.OneLine(csv.GetString(column));
        return new CsvRow(file, csv.LineNumber, fields);
    }
}

/// <summary>One row.</summary>
/// <param name="Line">Where it begins in the file.</param>
internal sealed record CsvRow(string File, long Line, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>"people.csv line 3".</summary>
    public string At => $"{File} line {Line}";

    /// <summary>The field's text, or null when it is empty or its column absent.</summary>
    public string? this[string column] => Fields.TryGetValue(column, out var text) && text.Length > 0 ? text : null;

    public bool IsEmpty => Fields.Values.All(text => text.Length == 0);

    /// <summary>What was typed holds SEES IDs: nothing prints it.</summary>
    public override string ToString() => At;
}
