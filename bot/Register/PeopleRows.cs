using System.Collections.Immutable;
using VstrsBot.Handoffs;
using VstrsBot.Keys;

namespace VstrsBot.Register;

/// <summary>The rows of people.csv, with the rules that hold between them.</summary>
internal sealed class PeopleRows(RowReader reader, SeesDigest digest, List<string> warnings)
{
    private const int LongestPhone = 40;

    private readonly List<(CsvRow Row, RegisterEntry Entry)> read = [];
    private readonly Dictionary<string, CsvRow> codes = new(StringComparer.Ordinal);
    private readonly HashSet<(PersonId Who, string Area)> specialists = [];

    public IEnumerable<RegisterEntry> People => read.Select(person => person.Entry);

    public bool IsSpecialistFor(PersonId who, string area) => specialists.Contains((who, area));

    public void Add(CsvRow row)
    {
        var id = reader.Person(row);
        var name = reader.Text(row, "name", RegisterSnapshot.LongestName);
        var role = reader.Role(row);
        var areas = Areas(row, role);
        var code = Code(row, role);
        var phone = row["phone"] is null ? null : reader.Text(row, "phone", LongestPhone);
        var (from, to) = reader.Days(row);

        if (id.ObjectId != default && role != Roles.None)
            CompareWithOthers(row, id, role);
        Warn(row, name, role, areas, phone);
        if (role == Roles.Specialist)
            specialists.UnionWith(areas.Select(area => (id, area)));
        read.Add((row, new RegisterEntry(id, name, role, code is null ? null : digest.Of(id, code.Normalised).ToStored(), areas, phone, from, to)));
    }

    private ImmutableArray<string> Areas(CsvRow row, Roles role)
    {
        var named = (row["areas"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. named
            .Select(text => role == Roles.Lead && string.Equals(text, RegisterSnapshot.Advisers, StringComparison.OrdinalIgnoreCase) ? RegisterSnapshot.Advisers : reader.Area(row, text))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Of advisers alone. Two people never share one: either could pass for the other.</summary>
    private SeesId? Code(CsvRow row, Roles role)
    {
        if (role != Roles.Adviser)
            return null;
        if (row["seesId"] is not { } typed)
        {
            reader.Fault(row, "an adviser needs a SEES ID.");
            return null;
        }

        if (!SeesId.TryParse(typed, out var code))
            reader.Fault(row, "the SEES ID is not one this service can check.");
        else if (!codes.TryAdd(code.Normalised, row))
            reader.Fault(row, $"the SEES ID is the same as on line {codes[code.Normalised].Line}.");
        return code;
    }

    private void CompareWithOthers(CsvRow row, PersonId id, Roles role)
    {
        foreach (var (other, entry) in read.Where(before => before.Entry.Id == id))
        {
            if (entry.Role == role)
                reader.Fault(row, $"this person is {InWords(role)} already, on line {other.Line}.");
            else if (role != Roles.Lead && entry.Role is not (Roles.Lead or Roles.None))
                reader.Fault(row, $"nobody can be two of adviser, specialist and assurance, and this person is {InWords(entry.Role)} on line {other.Line}.");
        }
    }

    private void Warn(CsvRow row, string name, Roles role, ImmutableArray<string> areas, string? phone)
    {
        if (role == Roles.Specialist && phone is null)
            warnings.Add($"{row.At}: {name} has no phone, so no adviser is told a number to ring.");
        if (role is Roles.Specialist or Roles.Lead && areas.IsEmpty)
            warnings.Add($"{row.At}: {name} has no area, so is never {(role == Roles.Specialist ? "asked" : "told")}.");
    }

    private static string InWords(Roles role) => role switch
    {
        Roles.Adviser => "an adviser",
        Roles.Specialist => "a specialist",
        Roles.Lead => "a lead",
        _ => "assurance",
    };
}
