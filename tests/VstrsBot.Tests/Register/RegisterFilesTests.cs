using System.Text;
using VstrsBot.Handoffs;
using Xunit;
using static VstrsBot.Tests.Register.RegisterDesk;

namespace VstrsBot.Tests.Register;

public sealed class RegisterFilesTests : IDisposable
{
    private readonly RegisterDesk desk = new();

    [Fact]
    public void People_are_read_with_their_roles_areas_and_days()
    {
        var read = desk.WithPeople(Tom, $"{Id(2)},Priya Shah,Specialist,,Court action; timetopay,07700 900461,2026-11-01,2026-11-23", Leah, $"{Id(4)},Sam Cole,assurance,,,,,").Read()!;

        Assert.Equal([Roles.Adviser, Roles.Specialist, Roles.Lead, Roles.Assurance], read.People.Select(p => p.Role));
        Assert.Equal(["courtAction", "timeToPay"], read.People[1].Areas);
        Assert.Equal(["VSTRS", "courtAction"], read.People[2].Areas);
        Assert.Equal((new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 23)), (read.People[1].From, read.People[1].To));
        Assert.Equal((Person(1), "07700 900123"), (read.People[0].Id, read.People[0].Phone));
        Assert.Equal([true, false, false, false], read.People.Select(p => p.SeesId is not null));
        Assert.Equal(4, read.Organisations.Length);
        Assert.Empty(desk.Files.Warnings);
    }

    [Fact]
    public void A_day_is_in_force_from_its_first_to_its_last()
    {
        var person = desk.WithPeople($"{Id(1)},Tom Reed,adviser,{Code},,,2026-11-20,2026-11-23").Read()!.People[0];
        Assert.Equal([false, true, true, false], new[] { 19, 20, 23, 24 }.Select(day => person.IsOn(new DateOnly(2026, 11, day))));
    }

    [Fact]
    public void Marks_line_ends_quotes_and_the_order_of_columns_do_not_matter()
    {
        var text = "\uFEFFname,areas,objectId,role,phone,seesId,to,from\r\n\"Shah, Priya \"\"PS\"\"\",courtAction," + Id(2) + ",specialist,07700 900461,,,\r\n,,,,,,,\r\n\r\n";
        var person = Assert.Single(desk.With("people.csv", Encoding.UTF8.GetBytes(text)).Read()!.People);
        Assert.Equal(("Shah, Priya \"PS\"", Person(2)), (person.Name, person.Id));
    }

    [Fact]
    public void A_name_is_put_on_one_line_without_characters_nobody_sees() =>
        Assert.Equal("Priya Shah", desk.WithPeople($"{Id(2)},\"Priya\u202e\nShah\",specialist,,courtAction,07700 900461,,").Read()!.People[0].Name);

    [Theory]
    [InlineData("objectId,name,role,seesId,areas,phone,from", "people.csv line 1: the column to is missing.")]
    [InlineData(Header + ",email", "people.csv line 1: there is no column email. The columns are objectId, name, role, seesId, areas, phone, from, to.")]
    [InlineData(Header + ",name", "people.csv line 1: the column name stands twice.")]
    [InlineData("", "people.csv line 1: the column objectId is missing.")]
    public void Each_column_stands_in_the_header_once(string header, string fault)
    {
        Assert.Null(desk.With("people.csv", header, "1,2,3,4,5,6,7,8,9").Read());
        Assert.Contains(fault, desk.Files.Faults);
    }

    [Fact]
    public void Another_tenant_can_be_named()
    {
        var other = Guid.Parse("11111111-6d0e-4a53-9d4e-0c8f6e2b7a10");
        desk.With("people.csv", Header + ",tenantId", Tom + ",", Priya + "," + other).With("rota.csv", "objectId,area,start,end,tenantId", $"{Id(2)},courtAction,2026-11-23 09:00,2026-11-23 17:00,{other}");
        var read = desk.Read()!;
        Assert.Equal([Home, other], read.People.Select(p => p.Id.Tenant));
        Assert.Equal(other, read.Rota[0].Id.Tenant);
    }

    [Theory]
    [InlineData("x,Tom Reed,adviser,QX-42,,,,", "objectId must be an Entra id")]
    [InlineData("00000000-0000-0000-0000-000000000000,Tom Reed,adviser,QX-42,,,,", "objectId must be an Entra id")]
    [InlineData("ID,,adviser,QX-42,,,,", "name is empty.")]
    [InlineData("ID,Tom Reed,boss,,,,,", "role must be adviser, specialist, lead or assurance.")]
    [InlineData("ID,Tom Reed,3,,,,,", "role must be adviser, specialist, lead or assurance.")]
    [InlineData("ID,Tom Reed,none,,,,,", "role must be adviser, specialist, lead or assurance.")]
    [InlineData("ID,Tom Reed,adviser,,,,,", "an adviser needs a SEES ID.")]
    [InlineData("ID,Tom Reed,adviser,---,,,,", "the SEES ID is not one this service can check.")]
    [InlineData("ID,Tom Reed,specialist,,gardens,,,", "there is no area gardens. The areas are courtAction, timeToPay.")]
    [InlineData("ID,Tom Reed,specialist,,VSTRS,,,", "there is no area VSTRS.")]
    [InlineData("ID,Tom Reed,adviser,QX-42,,,23/11/2026,", "from must be a day such as 2026-11-23.")]
    [InlineData("ID,Tom Reed,adviser,QX-42,,,2026-11-31,", "from must be a day such as 2026-11-23.")]
    [InlineData("ID,Tom Reed,adviser,QX-42,,,2026-11-23,2026-11-22", "to is before from.")]
    [InlineData("ID,Tom Reed,adviser", "the commas or quotes do not fit the header.")]
    [InlineData("ID,Tom Reed,adviser,QX-42,,,,,,", "the commas or quotes do not fit the header.")]
    [InlineData("ID,\"Tom\" Reed,adviser,QX-42,,,,", "the commas or quotes do not fit the header.")]
    [InlineData("ID,\"Tom Reed,adviser,QX-42,,,,", "the commas or quotes do not fit the header.")]
    public void A_faulty_row_is_named_with_its_file_and_line(string row, string fault)
    {
        Assert.Null(desk.WithPeople(Leah, row.Replace("ID", Id(1).ToString(), StringComparison.Ordinal)).Read());
        var said = Assert.Single(desk.Files.Faults);
        Assert.StartsWith($"people.csv line 3: {fault}", said, StringComparison.Ordinal);
        Assert.DoesNotContain("QX-42", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_of_every_file_is_named()
    {
        desk.WithPeople("x,,boss,,,,,").With("organisations.csv", "name,from,to", ",,", "TaxAid,soon,").With("rota.csv", "objectId,area,start,end", "y,nowhere,9,5");
        Assert.Null(desk.Read());
        Assert.Equal(
            ["people.csv line 2", "people.csv line 2", "people.csv line 2", "organisations.csv line 3", "rota.csv line 2", "rota.csv line 2", "rota.csv line 2", "rota.csv line 2"],
            desk.Files.Faults.Select(fault => fault.Split(':')[0]));
    }

    [Fact]
    public void Nobody_is_two_of_adviser_specialist_and_assurance_and_nothing_twice()
    {
        desk.WithPeople(Tom, Tom.Replace("adviser", "specialist", StringComparison.Ordinal), Tom.Replace("adviser", "lead", StringComparison.Ordinal), Leah, Leah);
        Assert.Null(desk.Read());
        Assert.Equal(
            [
                "people.csv line 3: nobody can be two of adviser, specialist and assurance, and this person is an adviser on line 2.",
                "people.csv line 6: this person is a lead already, on line 5.",
            ],
            desk.Files.Faults);
    }

    [Fact]
    public void A_lead_may_also_be_a_specialist() => Assert.NotNull(desk.WithPeople(Priya, Priya.Replace("specialist", "lead", StringComparison.Ordinal)).Read());

    [Fact]
    public void No_two_advisers_have_the_same_sees_id_however_it_is_written()
    {
        Assert.Null(desk.WithPeople(Tom, $"{Id(9)},Amir Khan,adviser,qx42-7781,,,,").Read());
        Assert.Equal(["people.csv line 3: the SEES ID is the same as on line 2."], desk.Files.Faults);
    }

    [Fact]
    public void A_specialist_without_a_phone_or_an_area_is_named_and_imported_all_the_same()
    {
        Assert.NotNull(desk.WithPeople($"{Id(2)},Priya Shah,specialist,,,,,").Read());
        Assert.Equal(
            ["people.csv line 2: Priya Shah has no phone, so no adviser is told a number to ring.", "people.csv line 2: Priya Shah has no area, so is never asked."],
            desk.Files.Warnings);
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused()
    {
        Assert.Null(desk.With("people.csv", Encoding.Latin1.GetBytes($"{Header}\n{Id(2)},Siân Shah,specialist,,courtAction,,,")).Read());
        Assert.Equal(["people.csv: save it as CSV UTF-8."], desk.Files.Faults);
    }

    [Fact]
    public void Without_people_there_is_nothing_to_read()
    {
        Assert.Null(desk.Read());
        Assert.Equal(["people.csv: there is no such file in the folder."], desk.Files.Faults);
    }

    [Fact]
    public void Organisations_have_their_days_and_the_manuals_four_stand_in_for_a_missing_file()
    {
        Assert.Equal(["TaxAid", "Tax Help for Older People", "Low Incomes Tax Reform Group (LITRG)", "Citizens Advice"], desk.WithPeople(Tom).Read()!.OrganisationsOn(new DateOnly(2026, 11, 23)));

        var read = desk.With("organisations.csv", "name,from,to", "TaxAid,,2026-11-23", "Citizens Advice,2026-11-23,").Read()!;
        Assert.Equal(["TaxAid", "TaxAid|Citizens Advice", "Citizens Advice"], new[] { 22, 23, 24 }.Select(day => string.Join('|', read.OrganisationsOn(new DateOnly(2026, 11, day)))));
    }

    [Fact]
    public void An_empty_list_of_organisations_or_one_that_names_one_twice_is_a_fault()
    {
        Assert.Null(desk.WithPeople(Tom).With("organisations.csv", "name,from,to").Read());
        Assert.StartsWith("organisations.csv: there is no organisation in it.", Assert.Single(desk.Files.Faults), StringComparison.Ordinal);
        Assert.Null(desk.With("organisations.csv", "name,from,to", "TaxAid,,", "taxaid,,").Read());
        Assert.Equal(["organisations.csv: TaxAid stands twice."], desk.Files.Faults);
    }

    [Theory]
    [InlineData("ID2,Court action,2026-07-23 09:00,2026-07-23 17:00", "2026-07-23T08:00Z")]
    [InlineData("ID2,courtAction,2026-11-23T09:00,2026-11-23T17:00", "2026-11-23T09:00Z")]
    [InlineData("ID2,courtAction,2027-03-28 00:30,2027-03-28 03:00", "2027-03-28T00:30Z")]
    [InlineData("ID2,courtAction,2026-10-24 22:00,2026-10-25 03:00", "2026-10-24T21:00Z")]
    public void A_turn_of_duty_is_uk_time(string row, string start)
    {
        var turn = Assert.Single(desk.WithPeople(Priya).With("rota.csv", "objectId,area,start,end", row.Replace("ID2", Id(2).ToString(), StringComparison.Ordinal)).Read()!.Rota);
        Assert.Equal((Person(2), "courtAction", start), (turn.Id, turn.Area, $"{turn.Start:yyyy-MM-dd'T'HH:mm'Z'}"));
    }

    [Theory]
    [InlineData("ID9,courtAction,2026-11-23 09:00,2026-11-23 17:00", "people.csv has no specialist for courtAction with this objectId.")]
    [InlineData("ID1,courtAction,2026-11-23 09:00,2026-11-23 17:00", "people.csv has no specialist for courtAction with this objectId.")]
    [InlineData("ID2,timeToPay,2026-11-23 09:00,2026-11-23 17:00", "people.csv has no specialist for timeToPay with this objectId.")]
    [InlineData("ID2,courtAction,2026-11-23 17:00,2026-11-23 17:00", "end must be after start.")]
    [InlineData("ID2,courtAction,2026-11-23,2026-11-23 17:00", "start must be a UK time such as 2026-11-23 09:00.")]
    [InlineData("ID2,,2026-11-23 09:00,2026-11-23 17:00", "area is empty.")]
    public void A_turn_of_duty_that_cannot_be_is_a_fault(string row, string fault)
    {
        foreach (var no in new[] { 1, 2, 9 })
            row = row.Replace($"ID{no}", Id(no).ToString(), StringComparison.Ordinal);
        Assert.Null(desk.WithPeople(Tom, Priya).With("rota.csv", "objectId,area,start,end", row).Read());
        Assert.Contains($"rota.csv line 2: {fault}", desk.Files.Faults);
    }

    public void Dispose() => desk.Dispose();
}
