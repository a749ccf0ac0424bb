using System.Text.Json;
using VstrsBot.Handoffs;
using VstrsBot.Keys;
using VstrsBot.Record;
using VstrsBot.Register;
using VstrsBot.Tests.Support;
using Xunit;
using static VstrsBot.Tests.Register.RegisterDesk;

namespace VstrsBot.Tests.Register;

public sealed class RegisterImportTests : IDisposable
{
    private readonly RegisterDesk desk = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_difference_is_shown_and_nothing_is_applied_until_it_is_agreed()
    {
        Assert.Equal(1, await desk.WithPeople(Tom, Priya).ImportAsync(yes: false));
        Assert.Equal(["Added: Tom Reed, Adviser", "Added: Priya Shah, Specialist", "Not applied."], Lines());
        Assert.Empty((await desk.InForceAsync()).People);
        Assert.Equal("", await desk.AllRowsAsync());

        Assert.Equal(0, await desk.ImportAsync());
        Assert.Equal("Applied: 2 entries, 4 organisations, 0 turns of duty.", Lines()[^1]);
        Assert.Equal(["Tom Reed", "Priya Shah"], (await desk.InForceAsync()).People.Select(p => p.Name));
    }

    [Fact]
    public async Task The_same_import_again_changes_nothing_and_records_nothing()
    {
        await desk.WithPeople(Tom, Priya, Leah).With("rota.csv", "objectId,area,start,end", $"{Id(2)},courtAction,2026-11-23 09:00,2026-11-23 17:00").ImportAsync();
        var before = await desk.AllRowsAsync();
        Assert.Equal(0, await desk.WithPeople(Leah.Replace("courtAction;VSTRS", "vstrs; Court action", StringComparison.Ordinal), Priya, Tom.Replace("QX-42", "qx 42", StringComparison.Ordinal)).ImportAsync());
        Assert.Equal(["The register is so already. Nothing to change."], Lines());
        Assert.Equal(before, await desk.AllRowsAsync());
    }

    [Fact]
    public async Task A_faulty_file_changes_nothing_and_says_every_fault()
    {
        await desk.WithPeople(Tom).ImportAsync();
        var before = await desk.AllRowsAsync();
        Assert.Equal(2, await desk.WithPeople(Tom, Priya).With("rota.csv", "objectId,area,start,end", "x,courtAction,2026-11-23 09:00,2026-11-23 17:00").ImportAsync());
        Assert.Equal(2, Lines().Count);
        Assert.StartsWith("rota.csv line 2: objectId", Lines()[0], StringComparison.Ordinal);
        Assert.Equal("Nothing was imported. Put these right and import again.", Lines()[1]);
        Assert.Equal(before, await desk.AllRowsAsync());
    }

    [Fact]
    public async Task What_changed_is_recorded_by_object_id_in_the_chain_of_the_day()
    {
        await desk.WithPeople(Tom, Priya).ImportAsync();
        await desk.WithPeople(Priya.Replace("461", "462", StringComparison.Ordinal).Replace("Priya Shah", "Priya Shah-Reed", StringComparison.Ordinal), Leah)
            .With("organisations.csv", "name,from,to", "TaxAid,,2026-12-31", "Citizens Advice,,").With("rota.csv", "objectId,area,start,end", $"{Id(2)},courtAction,2026-11-23 09:00,2026-11-23 17:00").ImportAsync();

        var rows = await desk.RecordAsync();
        Assert.Equal(2, rows.Count);
        var line = JsonDocument.Parse(rows[1]).RootElement;
        Assert.Equal(("2026-11-23", "RegisterImported"), (line.GetProperty("chain").GetString(), line.GetProperty("kind").GetString()));
        var facts = line.GetProperty("facts").EnumerateObject().ToDictionary(f => f.Name, f => f.Value.GetString());
        Assert.Equal($"{Person(3)} lead", facts["added"]);
        Assert.Equal($"{Person(1)} adviser", facts["removed"]);
        Assert.Equal($"{Person(2)} specialist: name, phone", facts["changed"]);
        Assert.Equal("TaxAid; Tax Help for Older People; Low Incomes Tax Reform Group (LITRG)", facts["organisationsRemoved"]);
        Assert.Equal("TaxAid (from the beginning to 2026-12-31)", facts["organisationsAdded"]);
        Assert.Equal($"{Person(2)} courtAction 2026-11-23T09:00Z to 2026-11-23T17:00Z", facts["rotaAdded"]);
        Assert.DoesNotContain("Shah", rows[1], StringComparison.Ordinal);
        Assert.Contains("Changed: Priya Shah-Reed, Specialist: name was Priya Shah, phone 07700 900461 to 07700 900462", Lines());
    }

    [Fact]
    public async Task Another_sees_id_is_a_change_and_no_sees_id_stands_in_store_output_or_record()
    {
        await desk.WithPeople(Tom).ImportAsync();
        var said = desk.Output.ToString();
        await desk.WithPeople(Tom.Replace("QX-42 7781", "ZB-19 5533", StringComparison.Ordinal)).ImportAsync();
        Assert.Contains("Changed: Tom Reed, Adviser: SEES ID changed", Lines());

        var everything = said + desk.Output + await desk.AllRowsAsync();
        Assert.All(["QX-42", "QX427781", "7781", "ZB-19", "ZB195533", "5533"], code => Assert.DoesNotContain(code, everything, StringComparison.OrdinalIgnoreCase));

        var people = new DeskPeople(new RegisterReader(desk.Register, desk.Time), desk.Time);
        var onFile = await people.SeesIdOnFileAsync(Person(1), Ct);
        Assert.True(onFile!.Value.Matches(new SeesDigest(TestKeys.Desk).Of(Person(1), "ZB195533")));
    }

    [Fact]
    public async Task A_register_longer_than_a_transaction_is_in_force_as_a_whole_or_not_at_all()
    {
        await desk.WithPeople(Tom).ImportAsync();
        var many = Enumerable.Range(10, 3000).Select(no => $"{Id(no)},Specialist {no},specialist,,courtAction,07700 900461,,").ToArray();
        desk.WithPeople(many);
        desk.Store.BeforeCommit = changes => changes.Any(change => change.Key.EndsWith("|00050", StringComparison.Ordinal)) ? throw new StoreUnavailableException("Down.") : Task.CompletedTask;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => desk.ImportAsync());
        Assert.Equal("Tom Reed", Assert.Single((await desk.InForceAsync()).People).Name);
        Assert.Single(await desk.RecordAsync());

        desk.Store.BeforeCommit = null;
        Assert.Equal(0, await desk.ImportAsync());
        Assert.Equal(3000, (await desk.InForceAsync()).People.Length);
        var record = await desk.RecordAsync();
        Assert.True(record.Count > 2);
        Assert.All(Enumerable.Range(10, 3000), no => Assert.Contains(record, line => line.Contains(Person(no).ToString(), StringComparison.Ordinal)));
        Assert.Equal(3000 / 25, (await desk.Store.ReadAsync("q|", "q}", int.MaxValue, Ct)).Count - 2);
        Assert.True((await new RecordVerifier(new RecordSeal(TestKeys.Desk.Record)).VerifyAsync(new StoredRecord(desk.Store), Ct)).FirstBad is null);
    }

    [Fact]
    public async Task The_longest_names_fit_into_the_rows()
    {
        var long100 = new string('\u0416', 100);
        Assert.Equal(0, await desk.WithPeople([.. Enumerable.Range(10, 60).Select(no => $"{Id(no)},{long100},specialist,,courtAction;timeToPay,{new string('9', 40)},2026-01-01,2026-12-31")])
            .With("organisations.csv", ["name,from,to", .. Enumerable.Range(0, 200).Select(no => $"{no:000}{new string('\u0416', 97)},,")]).ImportAsync());
        Assert.Equal(2, await desk.WithPeople($"{Id(2)},{long100}x,specialist,,courtAction,{new string('9', 41)},,").ImportAsync());
        Assert.Contains("people.csv line 2: name must be 100 characters or fewer.", Lines());
        Assert.Contains("people.csv line 2: phone must be 40 characters or fewer.", Lines());
    }

    [Fact]
    public async Task More_changes_than_one_import_can_record_are_refused_before_anything_is_written()
    {
        await desk.WithPeople(Priya).ImportAsync();
        var start = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Unspecified);
        var turns = Enumerable.Range(0, 40_000).Select(no => $"{Id(2)},courtAction,{start.AddMinutes(no):yyyy-MM-dd HH:mm},{start.AddMinutes(no + 1):yyyy-MM-dd HH:mm}");
        var before = await desk.AllRowsAsync();
        Assert.Equal(2, await desk.With("rota.csv", ["objectId,area,start,end", .. turns]).ImportAsync());
        Assert.StartsWith("Nothing was imported. These are more changes", Lines()[^1], StringComparison.Ordinal);
        Assert.Equal(before, await desk.AllRowsAsync());
    }

    [Fact]
    public async Task Whoever_imports_second_at_the_same_time_changes_nothing()
    {
        await desk.WithPeople(Tom).ImportAsync();
        var other = new RegisterStore(desk.Store.Reopened(), desk.Days, RandomSource.System);
        var raced = false;
        desk.Store.BeforeCommit = async changes =>
        {
            if (raced || !changes.Any(change => change.Key == "q|current"))
                return;
            raced = true;
            var (register, tag) = await other.ReadAsync(Ct);
            Assert.True(await other.TryApplyAsync(register with { People = [register.People[0] with { Name = "Tom Reid" }] }, tag, [new RecordEntry(desk.Time.GetUtcNow(), "RegisterImported")], Ct));
        };

        Assert.Equal(1, await desk.WithPeople(Tom, Priya).ImportAsync());
        Assert.Equal("Somebody else imported meanwhile. Nothing was changed. Import again.", Lines()[^1]);
        Assert.Equal("Tom Reid", Assert.Single((await desk.InForceAsync()).People).Name);
        Assert.Equal(["people", "organisations", "current"], await KindsOfRowsAsync());
    }

    [Fact]
    public async Task Warnings_are_shown_and_do_not_hold_the_import_back()
    {
        Assert.Equal(0, await desk.WithPeople($"{Id(2)},Priya Shah,specialist,,courtAction,,,").ImportAsync());
        Assert.Equal("Look at people.csv line 2: Priya Shah has no phone, so no adviser is told a number to ring.", Lines()[0]);
    }

    public void Dispose() => desk.Dispose();

    /// <summary>What the loser wrote is gone again.</summary>
    private async Task<string[]> KindsOfRowsAsync() => [.. (await desk.Store.ReadAsync("q|", "q}", int.MaxValue, Ct))
        .OrderBy(row => row.Key == "q|current")
        .Select(row => row.Key == "q|current" ? "current" : VstrsBot.Storage.HandoffJson.Read<RegisterSnapshot>(row).People.Length > 0 ? "people" : "organisations")];

    private List<string> Lines() => [.. desk.Output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)];
}
