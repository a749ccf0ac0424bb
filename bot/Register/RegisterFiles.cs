using VstrsBot.Cards.Model;
using VstrsBot.Keys;

namespace VstrsBot.Register;

/// <summary>
/// Reads people.csv, organisations.csv and rota.csv of a folder. Every fault is named with its file and line; with a fault nothing is read.
/// </summary>
/// <param name="home">The tenant of people without a tenantId.</param>
/// <param name="areas">Named in the files by their values or their titles.</param>
internal sealed class RegisterFiles(Guid home, SeesDigest digest, IReadOnlyList<Choice> areas)
{
    private const string Tenant = "tenantId";
    private static readonly string[] PeopleColumns = ["objectId", "name", "role", "seesId", "areas", "phone", "from", "to"];
    private static readonly string[] OrganisationColumns = ["name", "from", "to"];
    private static readonly string[] RotaColumns = ["objectId", "area", "start", "end"];

    private readonly List<string> faults = [];
    private readonly List<string> warnings = [];

    /// <summary>Areas that have no other words than their keys.</summary>
    public RegisterFiles(Guid home, SeesDigest digest, IEnumerable<string> areas)
        : this(home, digest, [.. areas.Select(area => new Choice(area, area))])
    {
    }

    public IReadOnlyList<string> Faults => faults;

    /// <summary>What may be meant, and should be looked at.</summary>
    public IReadOnlyList<string> Warnings => warnings;

    public RegisterSnapshot? Read(string folder)
    {
        faults.Clear();
        warnings.Clear();
        var reader = new RowReader(home, areas, faults);
        var rows = new PeopleRows(reader, digest, warnings);
        foreach (var row in Rows(folder, "people.csv", PeopleColumns, [Tenant]) ?? NoSuchFile("people.csv"))
            rows.Add(row);

        var organisations = Rows(folder, "organisations.csv", OrganisationColumns, []);
        List<Organisation> named = [.. (organisations ?? []).Select(row => Organisation(row, reader))];
        if (organisations is { Count: 0 } && faults.Count == 0)
            faults.Add("organisations.csv: there is no organisation in it. Without the file, the four that DMBM512015 names are meant.");
        foreach (var twice in named.GroupBy(o => o.Name, StringComparer.OrdinalIgnoreCase).Where(o => o.Key.Length > 0 && o.Count() > 1))
            faults.Add($"organisations.csv: {twice.Key} stands twice.");

        List<RotaEntry> rota = [];
        foreach (var row in Rows(folder, "rota.csv", RotaColumns, [Tenant]) ?? [])
        {
            if (Turn(row, reader, rows) is { } turn)
                rota.Add(turn);
        }

        return faults.Count > 0 ? null : new RegisterSnapshot([.. rows.People], organisations is null ? RegisterSnapshot.ManualsFour : [.. named], [.. rota.Distinct()]);
    }

    /// <summary>Null when there is no such file.</summary>
    private List<CsvRow>? Rows(string folder, string file, string[] columns, string[] optional)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) ? [.. CsvTable.Read(path, columns, optional, faults).Where(row => !row.IsEmpty)] : null;
    }

    private List<CsvRow> NoSuchFile(string file)
    {
        faults.Add($"{file}: there is no such file in the folder.");
        return [];
    }

    private static Organisation Organisation(CsvRow row, RowReader reader)
    {
        var (from, to) = reader.Days(row);
        return new Organisation(reader.Text(row, "name", RegisterSnapshot.LongestName), from, to);
    }

    private RotaEntry? Turn(CsvRow row, RowReader reader, PeopleRows people)
    {
        var before = faults.Count;
        var who = reader.Person(row);
        var area = reader.Area(row, reader.Text(row, "area", RegisterSnapshot.LongestName));
        var (start, end) = (reader.Moment(row, "start"), reader.Moment(row, "end"));
        if (faults.Count == before && end <= start)
            reader.Fault(row, "end must be after start.");
        if (faults.Count == before && !people.IsSpecialistFor(who, area!))
            reader.Fault(row, $"people.csv has no specialist for {area} with this objectId.");
        return faults.Count == before ? new RotaEntry(who, area!, start, end) : null;
    }
}
