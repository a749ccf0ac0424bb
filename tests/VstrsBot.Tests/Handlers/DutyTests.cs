using Microsoft.Extensions.Time.Testing;
using VstrsBot.Handlers;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Register;
using VstrsBot.Storage;
using VstrsBot.Tests.Register;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Handlers;

public sealed class DutyTests : IDisposable
{
    private static readonly Actor Priya = new(new Person(RegisterDesk.Person(2), "Priya Shah"), Roles.Specialist);

    private readonly RegisterDesk desk = new();
    private readonly RegisterReader register;
    private readonly HandoffRows rows;

    public DutyTests()
    {
        register = new RegisterReader(desk.Register, desk.Time);
        rows = new HandoffRows(desk.Store, new RecordChain(new RecordSeal(TestKeys.Desk.Record)), RandomSource.System, new Snapshots());
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private FakeTimeProvider Time => desk.Time;

    private DutyDesk Duty => new(desk.Store, rows, register, desk.Days, Time);

    [Theory]
    [InlineData("2026-11-23T10:41Z", "2026-11-23T18:00Z")]
    [InlineData("2026-11-23T18:00Z", "2026-11-24T00:00Z")]
    [InlineData("2027-03-28T00:30Z", "2027-03-28T17:00Z")]
    [InlineData("2027-03-27T20:00Z", "2027-03-28T00:00Z")]
    [InlineData("2027-03-28T18:00Z", "2027-03-28T23:00Z")]
    [InlineData("2026-10-25T00:30Z", "2026-10-25T18:00Z")]
    [InlineData("2026-10-24T17:30Z", "2026-10-24T23:00Z")]
    public async Task On_duty_lasts_until_six_uk_time_and_after_six_until_midnight(string now, string until)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse(now));
        var days = new DayChain(new RecordChain(new RecordSeal(TestKeys.Desk.Record)), clock);
        var duty = new DutyDesk(desk.Store, rows, new RegisterReader(desk.Register, clock), days, clock);
        Assert.Equal(DateTimeOffset.Parse(until), await duty.OnAsync(Priya, Ct));
        Assert.Equal(DateTimeOffset.Parse(until), await duty.UntilAsync(Priya.Id, Ct));
        clock.SetUtcNow(DateTimeOffset.Parse(until));
        Assert.Null(await duty.UntilAsync(Priya.Id, Ct));
    }

    [Fact]
    public async Task On_duty_twice_and_off_duty_twice_are_one_line_each()
    {
        await Duty.OnAsync(Priya, Ct);
        Time.Advance(TimeSpan.FromMinutes(5));
        await Duty.OnAsync(Priya, Ct);
        await Duty.OffAsync(Priya, Ct);
        Time.Advance(TimeSpan.FromMinutes(5));
        await Duty.OffAsync(Priya, Ct);
        Assert.Equal(["OnDuty", "OffDuty"], await RecordedAsync());
        Assert.Null(await Duty.UntilAsync(Priya.Id, Ct));
    }

    [Fact]
    public async Task Off_duty_after_duty_has_ended_by_itself_is_no_line()
    {
        await Duty.OnAsync(Priya, Ct);
        Time.Advance(TimeSpan.FromHours(8));
        await Duty.OffAsync(Priya, Ct);
        Assert.Equal(["OnDuty"], await RecordedAsync());
    }

    [Fact]
    public async Task The_rota_puts_a_specialist_on_duty_from_the_start_of_a_turn_to_before_its_end()
    {
        await ImportAsync("2026-11-23 11:00,2026-11-23 13:00", "2026-11-23 15:00,2026-11-23 17:00");
        Assert.Equal([false, true, true, false, true, false], await OnAtAsync("10:59", "11:00", "12:59", "13:00", "15:00", "17:00"));
        Assert.Empty(await RecordedAsync());
    }

    [Fact]
    public async Task Off_duty_beats_the_turn_under_way_until_the_next_begins()
    {
        await ImportAsync("2026-11-23 10:00,2026-11-23 13:00", "2026-11-23 15:00,2026-11-23 17:00");
        Assert.True(await IsOnAsync());
        await Duty.OffAsync(Priya, Ct);
        await Duty.OffAsync(Priya, Ct);
        Assert.Equal([false, false, false, true], await OnAtAsync("10:42", "12:59", "14:59", "15:00"));
        Assert.Equal(["OffDuty"], await RecordedAsync());
    }

    [Fact]
    public async Task On_duty_again_takes_the_off_duty_back_and_the_rota_may_last_longer()
    {
        await ImportAsync("2026-11-23 10:00,2026-11-23 20:00");
        await Duty.OffAsync(Priya, Ct);
        await Duty.OnAsync(Priya, Ct);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 20, 0, 0, TimeSpan.Zero), await Duty.UntilAsync(Priya.Id, Ct));
        Assert.Equal([true, true, false], await OnAtAsync("17:59", "18:30", "20:00"));
    }

    [Fact]
    public async Task Turns_at_a_clock_change_begin_and_end_at_their_wall_times()
    {
        Time.SetUtcNow(new DateTimeOffset(2027, 3, 28, 0, 0, 0, TimeSpan.Zero));
        await ImportAsync("2027-03-28 00:30,2027-03-28 02:30");
        Time.SetUtcNow(new DateTimeOffset(2027, 3, 28, 0, 30, 0, TimeSpan.Zero));
        Assert.True(await IsOnAsync());
        Time.SetUtcNow(new DateTimeOffset(2027, 3, 28, 1, 29, 59, TimeSpan.Zero));
        Assert.True(await IsOnAsync());
        Time.SetUtcNow(new DateTimeOffset(2027, 3, 28, 1, 30, 0, TimeSpan.Zero));
        Assert.False(await IsOnAsync());
    }

    [Fact]
    public async Task Whoever_is_set_on_duty_at_the_same_time_in_two_places_is_so_once()
    {
        var raced = false;
        desk.Store.BeforeCommit = async _ =>
        {
            if (raced)
                return;
            raced = true;
            await Duty.OnAsync(Priya, Ct);
        };
        await Duty.OnAsync(Priya, Ct);
        Assert.Equal(["OnDuty"], await RecordedAsync());
    }

    [Fact]
    public async Task The_answer_to_the_test_ping_is_recorded()
    {
        await Duty.HeardAsync(Priya, heard: true, Ct);
        await Duty.HeardAsync(Priya, heard: false, Ct);
        Assert.Equal(["TestPingHeard", "TestPingNotHeard"], await RecordedAsync());
    }

    public void Dispose() => desk.Dispose();

    private async Task ImportAsync(params string[] turns)
    {
        desk.WithPeople(RegisterDesk.Priya).With("rota.csv", ["objectId,area,start,end", .. turns.Select(turn => $"{RegisterDesk.Id(2)},courtAction,{turn}")]);
        Assert.Equal(0, await desk.ImportAsync());
        register.Forget();
    }

    /// <summary>As their card says, and as the ladder sees it: both must be of one mind.</summary>
    private async Task<bool> IsOnAsync()
    {
        register.Forget();
        var said = await Duty.UntilAsync(Priya.Id, Ct) is not null;
        var (roster, _) = await new Rosters(new DeskPeople(register, Time), rows, Time).ForAsync("courtAction", handoff: null, Ct);
        Assert.Equal(said, roster.OnDuty.Any(candidate => candidate.Who.Id == Priya.Id));
        return said;
    }

    private async Task<List<bool>> OnAtAsync(params string[] times)
    {
        List<bool> on = [];
        foreach (var at in times)
        {
            Time.SetUtcNow(DateTimeOffset.Parse($"2026-11-23T{at}Z"));
            on.Add(await IsOnAsync());
        }

        return on;
    }

    private async Task<List<string>> RecordedAsync() =>
        [.. (await desk.RecordAsync()).Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("kind").GetString()!).Where(kind => kind != "RegisterImported")];
}
