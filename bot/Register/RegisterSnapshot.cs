using System.Collections.Immutable;
using VstrsBot.Handoffs;

namespace VstrsBot.Register;

/// <summary>One row of people.csv: a person in one role.</summary>
/// <param name="SeesId">Stored form of the digest of the SEES ID; advisers only.</param>
/// <param name="Areas">A specialist's areas; for a lead, whom they lead. <see cref="RegisterSnapshot.Advisers"/> means the advisers.</param>
/// <param name="From">First UK day, or null.</param>
/// <param name="To">Last UK day, or null.</param>
internal sealed record RegisterEntry(PersonId Id, string Name, Roles Role, string? SeesId, ImmutableArray<string> Areas, string? Phone, DateOnly? From, DateOnly? To)
{
    public bool IsOn(DateOnly day) => !(day < From) && !(day > To);

    public override string ToString() => $"{Name}, {Role}";
}

/// <summary>A voluntary organisation that may use the service (DMBM512015), with its dates.</summary>
internal sealed record Organisation(string Name, DateOnly? From, DateOnly? To);

/// <summary>One person's turn of duty, UTC.</summary>
internal sealed record RotaEntry(PersonId Id, string Area, DateTimeOffset Start, DateTimeOffset End);

/// <summary>Who is what, as imported. No entry means no right.</summary>
internal sealed record RegisterSnapshot(ImmutableArray<RegisterEntry> People, ImmutableArray<Organisation> Organisations, ImmutableArray<RotaEntry> Rota)
{
    /// <summary>The area that stands for the advisers.</summary>
    public const string Advisers = "VSTRS";

    /// <summary>Longest name of a person or an organisation.</summary>
    public const int LongestName = 100;

    public static readonly RegisterSnapshot Empty = new([], ManualsFour, []);

    /// <summary>DMBM512015 names these four. A later removal of LITRG is reported, but undated.</summary>
    public static ImmutableArray<Organisation> ManualsFour =>
    [
        new("TaxAid", null, null), new("Tax Help for Older People", null, null), new("Low Incomes Tax Reform Group (LITRG)", null, null), new("Citizens Advice", null, null),
    ];

    /// <summary>The person's rows in force on a day, one a role.</summary>
    public IEnumerable<RegisterEntry> EntriesOf(PersonId id, DateOnly day) => People.Where(p => p.Id == id && p.IsOn(day));

    public IEnumerable<string> OrganisationsOn(DateOnly day) => Organisations.Where(o => !(day < o.From) && !(day > o.To)).Select(o => o.Name);

    public IEnumerable<Person> SpecialistsFor(string area, DateOnly day) => Of(Roles.Specialist, area, day);

    public IEnumerable<Person> LeadsOf(string area, DateOnly day) => Of(Roles.Lead, area, day);

    /// <summary>The person's turns of duty at a moment, in one area or in any.</summary>
    public IEnumerable<RotaEntry> TurnsOf(PersonId id, DateTimeOffset now, string? area = null) =>
        Rota.Where(r => r.Id == id && (area is null || r.Area == area) && r.Start <= now && now < r.End);

    private IEnumerable<Person> Of(Roles role, string area, DateOnly day) => People
        .Where(p => p.Role == role && p.IsOn(day) && p.Areas.Contains(area))
        .Select(p => new Person(p.Id, p.Name));
}
