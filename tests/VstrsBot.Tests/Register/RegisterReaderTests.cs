using VstrsBot.Handoffs;
using VstrsBot.Register;
using Xunit;
using static VstrsBot.Tests.Register.RegisterDesk;

namespace VstrsBot.Tests.Register;

public sealed class RegisterReaderTests : IDisposable
{
    private readonly RegisterDesk desk = new();
    private readonly RegisterReader reader;
    private readonly DeskPeople people;

    public RegisterReaderTests()
    {
        reader = new RegisterReader(desk.Register, desk.Time);
        people = new DeskPeople(reader, desk.Time);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_is_seen_within_thirty_seconds()
    {
        await desk.WithPeople(Tom).ImportAsync();
        Assert.NotNull(await people.FindAsync(Person(1), Ct));
        await desk.WithPeople(Priya).ImportAsync();

        desk.Time.Advance(TimeSpan.FromSeconds(29.9));
        Assert.NotNull(await people.FindAsync(Person(1), Ct));
        desk.Time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Null(await people.FindAsync(Person(1), Ct));
    }

    [Fact]
    public async Task What_was_read_too_long_ago_gives_no_right()
    {
        await desk.WithPeople(Tom).ImportAsync();
        Assert.NotNull(await people.FindAsync(Person(1), Ct));
        desk.Store.Down = true;
        Assert.NotNull(await people.FindAsync(Person(1), Ct));
        desk.Time.Advance(RegisterReader.Freshness);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => people.FindAsync(Person(1), Ct));
    }

    [Fact]
    public async Task A_register_replaced_while_it_is_read_is_read_again()
    {
        await desk.WithPeople(Tom, Priya).ImportAsync();
        var slow = new RegisterStore(new ReplacedWhileRead(desk.Store, () => desk.WithPeople(Tom, Leah).ImportAsync()), desk.Days, RandomSource.System);
        Assert.Equal(["Tom Reed", "Leah Brooks"], (await slow.ReadAsync(Ct)).Register.People.Select(p => p.Name));
    }

    [Fact]
    public async Task Nobody_has_a_right_without_an_entry_for_the_uk_day()
    {
        await desk.WithPeople($"{Id(1)},Tom Reed,adviser,{Code},,,2026-07-01,2026-07-31", Priya, Priya.Replace("specialist", "lead", StringComparison.Ordinal)).ImportAsync();
        Assert.Null(await people.FindAsync(Person(9), Ct));
        Assert.Null(await people.FindAsync(Person(2) with { Tenant = Guid.NewGuid() }, Ct));
        Assert.Equal(Roles.Specialist | Roles.Lead, (await people.FindAsync(Person(2), Ct))!.Roles);

        Assert.Equal([false, true, true, false], await OnDaysAsync("2026-06-30T22:59:59Z", "2026-06-30T23:00:00Z", "2026-07-31T22:59:59Z", "2026-07-31T23:00:00Z"));
    }

    [Fact]
    public async Task An_area_has_its_specialists_its_leads_and_the_leads_of_the_advisers()
    {
        await desk.WithPeople(Priya, $"{Id(4)},Amir Khan,specialist,,timeToPay,07700 900462,,", Leah, $"{Id(5)},Owen Hart,lead,,timeToPay,,,")
            .With("rota.csv", "objectId,area,start,end", $"{Id(2)},courtAction,2026-11-23 09:00,2026-11-23 17:00").ImportAsync();

        var court = await people.OfAreaAsync("courtAction", Ct);
        Assert.Equal([("Priya Shah", new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero))], court.Specialists.Select(s => (s.Who.Name, s.OnRotaSince!.Value)));
        Assert.Equal(["Leah Brooks", "Leah Brooks"], court.Leads.Concat(court.AdviserLeads).Select(l => l.Name));

        var plans = await people.OfAreaAsync("timeToPay", Ct);
        Assert.Equal([("Amir Khan", null)], plans.Specialists.Select(s => (s.Who.Name, s.OnRotaSince)));
        Assert.Equal(["Owen Hart"], plans.Leads.Select(l => l.Name));
    }

    public void Dispose() => desk.Dispose();

    private static async Task<List<bool>> OnDaysAsync(params string[] moments)
    {
        List<bool> found = [];
        foreach (var moment in moments)
        {
            using var then = new RegisterDesk();
            await then.WithPeople($"{Id(1)},Tom Reed,adviser,{Code},,,2026-07-01,2026-07-31").ImportAsync();
            var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.Parse(moment));
            found.Add(await new DeskPeople(new RegisterReader(then.Register, clock), clock).FindAsync(Person(1), Ct) is not null);
        }

        return found;
    }

    /// <summary>Somebody imports between the first look at the register and the reading of its rows.</summary>
    private sealed class ReplacedWhileRead(IHandoffStore store, Func<Task> import) : IHandoffStore
    {
        private bool done;

        public DateTimeOffset? Clock => store.Clock;

        public Task<Row?> FindAsync(string key, CancellationToken ct) => store.FindAsync(key, ct);

        public async Task<IReadOnlyList<Row>> ReadAsync(string from, string before, int most, CancellationToken ct)
        {
            if (!done)
            {
                done = true;
                await import();
            }

            return await store.ReadAsync(from, before, most, ct);
        }

        public Task<bool> TryCommitAsync(IReadOnlyCollection<RowChange> changes, CancellationToken ct) => store.TryCommitAsync(changes, ct);
    }
}
