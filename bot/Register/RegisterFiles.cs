using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using VstrsBot.Clock;
using VstrsBot.Handoffs;
using VstrsBot.Keys;

namespace VstrsBot.Register;

/// <summary>
/// Reads people.csv, organisations.csv and rota.csv of a folder. Every fault is named with its file and line; with a fault nothing is read.
/// </summary>
/// <param name="home">The tenant of people without a tenantId.</param>
internal sealed class RegisterFiles(Guid home, SeesDigest digest, IReadOnlyCollection<string> areas)
{
    private readonly List<string> faults = [];

    public IReadOnlyList<string> Faults => faults;

    public RegisterSnapshot? Read(string folder)
    {
        var people = Rows(folder, "people.csv", required: true, Person);
        var organisations = Rows(folder, "organisations.csv", required: false, Organisation);
        var rota = Rows(folder, "rota.csv", required: false, Turn);
        foreach (var both in people.GroupBy(p => p.Id).Where(p => p.Count(e => e.Role != Roles.Lead) > 1))
            faults.Add($"people.csv: {both.First().Name} has two of adviser, specialist and assurance. Keep one.");

        return faults.Count > 0 ? null : new RegisterSnapshot([.. people], organisations.Count > 0 ? [.. organisations] : RegisterSnapshot.ManualsFour, [.. rota]);
    }

    private List<T> Rows<T>(string folder, string file, bool required, Func<CsvReader, string, T?> read)
        where T : class
    {
        List<T> rows = [];
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            if (required)
                faults.Add($"{file}: there is no such file in the folder.");
            return rows;
        }

        using var csv = CsvReader.FromText(File.ReadAllText(path), CsvReaderOptions.Default with { TrimWhitespace = true, TrackLineNumbers = true });
        while (csv.Read())
        {
            if (read(csv, $"{file} line {csv.LineNumber}") is { } row)
                rows.Add(row);
        }

        return rows;
    }

    private RegisterEntry? Person(CsvReader csv, string at)
    {
        var before = faults.Count;
        var tenant = Field(csv, "tenantId") is { } given ? GuidIn(given, "tenantId", at) : home;
        var id = new PersonId(tenant, GuidIn(Field(csv, "objectId") ?? "", "objectId", at));
        var name = Field(csv, "name") ?? Missing("name", at);
        var role = Enum.TryParse<Roles>(Field(csv, "role"), ignoreCase: true, out var known) && known is Roles.Adviser or Roles.Specialist or Roles.Lead or Roles.Assurance ? known : Roles.None;
        if (role == Roles.None)
            faults.Add($"{at}: role must be adviser, specialist, lead or assurance.");

        ImmutableArray<string> of = [.. (Field(csv, "areas") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        foreach (var unknown in of.Where(area => !areas.Contains(area) && area != RegisterSnapshot.Advisers))
            faults.Add($"{at}: there is no area {unknown}. The areas are {string.Join(", ", areas)}.");

        var sees = Field(csv, "seesId");
        SeesId? code = null;
        if (sees is not null && !SeesId.TryParse(sees, out code))
            faults.Add($"{at}: the SEES ID is not one this service can check.");

        var (from, to) = (Day(csv, "from", at), Day(csv, "to", at));
        return faults.Count > before
            ? null
            : new RegisterEntry(id, name, role, role == Roles.Adviser && code is not null ? digest.Of(id, code.Normalised).ToStored() : null, of, Field(csv, "phone"), from, to);
    }

    private Organisation? Organisation(CsvReader csv, string at) => new(Field(csv, "name") ?? Missing("name", at), Day(csv, "from", at), Day(csv, "to", at));

    private RotaEntry? Turn(CsvReader csv, string at) =>
        new(new PersonId(home, GuidIn(Field(csv, "objectId") ?? "", "objectId", at)), Field(csv, "area") ?? Missing("area", at), Moment(csv, "start", at), Moment(csv, "end", at));

    private static string? Field(CsvReader csv, string name) => csv.TryGetFieldIndex(name, out var column) && csv.GetStringOrNull(column) is { } text && Seen(text) is { Length: > 0 } seen ? seen : null;

    /// <summary>Without control and direction characters: names from here stand in the record, in exports and on screens.</summary>
    private static string Seen(string text) => string.Concat(text
        .Select(c => char.IsWhiteSpace(c) ? ' ' : c)
        .Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)).Trim();

    private string Missing(string column, string at)
    {
        faults.Add($"{at}: {column} is empty.");
        return "";
    }

    private Guid GuidIn(string text, string column, string at)
    {
        if (Guid.TryParseExact(text, "D", out var id))
            return id;
        faults.Add($"{at}: {column} must be an Entra id such as 00000000-0000-0000-0000-000000000000.");
        return default;
    }

    private DateOnly? Day(CsvReader csv, string column, string at)
    {
        if (Field(csv, column) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        faults.Add($"{at}: {column} must be a day such as 2026-11-23.");
        return null;
    }

    private DateTimeOffset Moment(CsvReader csv, string column, string at)
    {
        if (DateTime.TryParseExact(Field(csv, column), ["yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return UkClock.ToUtc(local);
        faults.Add($"{at}: {column} must be a UK time such as 2026-11-23 09:00.");
        return default;
    }
}
