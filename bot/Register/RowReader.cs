using System.Globalization;
using VstrsBot.Cards.Model;
using VstrsBot.Clock;
using VstrsBot.Handoffs;

namespace VstrsBot.Register;

/// <summary>Reads the fields of a row; each fault is added with its file and line, and never quotes a SEES ID.</summary>
internal sealed class RowReader(Guid home, IReadOnlyList<Choice> areas, List<string> faults)
{
    public void Fault(CsvRow row, string words) => faults.Add($"{row.At}: {words}");

    public string Text(CsvRow row, string column, int most)
    {
        var text = row[column] ?? "";
        if (text.Length == 0)
            Fault(row, $"{column} is empty.");
        else if (text.Length > most)
            Fault(row, $"{column} must be {most} characters or fewer.");
        return text;
    }

    public PersonId Person(CsvRow row) => new(row["tenantId"] is null ? home : Id(row, "tenantId"), Id(row, "objectId"));

    public Roles Role(CsvRow row)
    {
        Roles? role = row["role"]?.ToUpperInvariant() switch
        {
            "ADVISER" => Roles.Adviser,
            "SPECIALIST" => Roles.Specialist,
            "LEAD" => Roles.Lead,
            "ASSURANCE" => Roles.Assurance,
            _ => null,
        };
        if (role is null)
            Fault(row, "role must be adviser, specialist, lead or assurance.");
        return role ?? Roles.None;
    }

    /// <summary>An area by its key or its words; null, with the fault, when there is none such.</summary>
    public string? Area(CsvRow row, string text)
    {
        var known = areas.FirstOrDefault(area => Same(area.Value, text) || Same(area.Title, text))?.Value;
        if (known is null)
            Fault(row, $"there is no area {text}. The areas are {string.Join(", ", areas.Select(area => area.Value))}.");
        return known;
    }

    public (DateOnly? From, DateOnly? To) Days(CsvRow row)
    {
        var (from, to) = (Day(row, "from"), Day(row, "to"));
        if (to < from)
            Fault(row, "to is before from.");
        return (from, to);
    }

    public DateTimeOffset Moment(CsvRow row, string column)
    {
        if (DateTime.TryParseExact(row[column], ["yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return UkClock.ToUtc(local);
        Fault(row, $"{column} must be a UK time such as 2026-11-23 09:00.");
        return default;
    }

    private Guid Id(CsvRow row, string column)
    {
        if (Guid.TryParseExact(row[column], "D", out var id) && id != Guid.Empty)
            return id;
        Fault(row, $"{column} must be an Entra id such as 5f0c3a52-6d0e-4a53-9d4e-0c8f6e2b7a10.");
        return default;
    }

    private DateOnly? Day(CsvRow row, string column)
    {
        if (row[column] is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Fault(row, $"{column} must be a day such as 2026-11-23.");
        return null;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
