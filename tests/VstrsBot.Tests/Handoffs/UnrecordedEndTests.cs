using VstrsBot.Handoffs;
using VstrsBot.Tests.Support;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

/// <summary>RE10: an end that the store does not take holds in this process, and is recorded late.</summary>
public sealed class UnrecordedEndTests
{
    private readonly ServiceDesk desk = new();

    public static TheoryData<string> Enders => ["adviser", "specialist", "lead"];

    [Theory, MemberData(nameof(Enders))]
    public async Task An_end_that_is_not_committed_is_shown_ended_and_recorded_late(string by)
    {
        HandoffCommand end = by switch { "adviser" => new EndCall(Tom), "specialist" => new EndCall(Priya), _ => new EndAsLead(Leah, "Training") };
        await desk.GoLiveAsync();
        desk.Time.Advance(TimeSpan.FromSeconds(10));
        var said = desk.Time.GetUtcNow();
        desk.Store.Faults.Enqueue(CommitFault.Unavailable);
        Assert.IsType<Outcome.NotRecorded>(await desk.DoAsync(end));
        Assert.IsType<Live>(await desk.StoredAsync());
        Assert.Equal(said, Assert.IsType<Ended>(await desk.FindAsync()).At);

        desk.Time.Advance(TimeSpan.FromSeconds(30));
        await desk.Service.RecordLateEndsAsync(TestContext.Current.CancellationToken);
        var ended = Assert.IsType<Ended>(await desk.StoredAsync());
        Assert.Equal((said, end.By.Id), (ended.At, ended.By!.Id));
        Assert.Empty(desk.Ends.All);
        Assert.Contains("\"late\":\"true\"", await RecordAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task It_holds_while_the_store_is_down_altogether()
    {
        await desk.GoLiveAsync();
        desk.Store.Down = true;
        Assert.IsType<Outcome.NotRecorded>(await desk.DoAsync(new EndCall(Tom)));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => desk.Service.RecordLateEndsAsync(TestContext.Current.CancellationToken));
        desk.Store.Down = false;
        Assert.IsType<Ended>(await desk.FindAsync());
        await desk.Service.RecordLateEndsAsync(TestContext.Current.CancellationToken);
        Assert.IsType<Ended>(await desk.StoredAsync());
    }

    [Fact]
    public async Task An_end_without_a_clear_answer_that_stands_is_recorded_at_once_and_once()
    {
        await desk.GoLiveAsync();
        desk.Store.Faults.Enqueue(CommitFault.UnsureButStands);
        Assert.IsType<Outcome.Now>(await desk.DoAsync(new EndCall(Tom)));
        Assert.IsType<Ended>(await desk.StoredAsync());
        Assert.Empty(desk.Ends.All);
    }

    [Fact]
    public async Task This_process_renews_it_no_more()
    {
        await desk.GoLiveAsync();
        desk.Store.Faults.Enqueue(CommitFault.Unavailable);
        await desk.DoAsync(new EndCall(Priya));
        desk.Time.Advance(TimeSpan.FromSeconds(60));
        await desk.DoAsync(new Renew(BothOnRegister: false));
        Assert.Equal(EndReason.EndedBySpecialist, Assert.IsType<Ended>(await desk.StoredAsync()).Reason);
    }

    [Fact]
    public async Task Nobody_revives_it_and_nothing_is_read_in_it()
    {
        await desk.GoLiveAsync();
        desk.Store.Faults.Enqueue(CommitFault.Unavailable);
        await desk.DoAsync(new EndCall(Tom));
        HandoffCommand[] tries = [new SayStillOnCall(Priya), new ReadIn(Priya, Reading.Authority), new ReadIn(Priya, Reading.Details), new LeaveCall(Tom)];
        foreach (var command in tries)
        {
            desk.Store.Faults.Enqueue(CommitFault.Unavailable);
            await Assert.ThrowsAsync<StoreUnavailableException>(() => desk.DoAsync(command));
        }

        Assert.IsType<Refusal.AlreadyEnded>(Assert.IsType<Outcome.Refused>(await desk.DoAsync(tries[0])).Why);
    }

    [Fact]
    public async Task The_first_end_stands_when_a_second_is_said_meanwhile()
    {
        await desk.GoLiveAsync();
        desk.Store.Faults.Enqueue(CommitFault.Unavailable);
        await desk.DoAsync(new EndCall(Tom));
        desk.Time.Advance(TimeSpan.FromSeconds(3));
        desk.Store.Faults.Enqueue(CommitFault.Unavailable);
        Assert.IsType<Outcome.NotRecorded>(await desk.DoAsync(new EndCall(Priya)));
        Assert.Equal(Tom.Id, Assert.IsType<Ended>(await desk.FindAsync()).By!.Id);
        Assert.True(Assert.IsType<Outcome.Now>(await desk.DoAsync(new EndCall(Priya))).Already);
        Assert.Equal(EndReason.EndedByAdviser, Assert.IsType<Ended>(await desk.StoredAsync()).Reason);
    }

    [Fact]
    public async Task Somebody_who_is_not_on_the_call_ends_nothing_by_it()
    {
        await desk.GoLiveAsync();
        desk.Store.Down = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => desk.DoAsync(new EndCall(Amir)));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => desk.DoAsync(new EndCall(Leah))); // a lead gives a reason
        Assert.Empty(desk.Ends.All);
    }

    [Fact]
    public async Task Of_a_handoff_this_process_never_saw_each_end_is_kept_and_the_first_that_was_somebodys_to_say_stands()
    {
        await desk.GoLiveAsync();
        var other = new ServiceDesk(desk.Store.Reopened(), desk.Time);
        other.Store.Down = true;
        foreach (var who in new[] { Amir, Tom, Priya })
            Assert.Null(Assert.IsType<Outcome.NotRecorded>(await other.DoAsync(new EndCall(who))).As);
        Assert.Null(other.Service.FindSaidEnd(K7F3));
        other.Store.Down = false;
        await other.Service.RecordLateEndsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(EndReason.EndedByAdviser, Assert.IsType<Ended>(await desk.StoredAsync()).Reason);
        Assert.Empty(other.Ends.All);
    }

    [Fact]
    public async Task While_the_store_cannot_be_read_the_end_is_known_as_it_was_said()
    {
        await desk.GoLiveAsync();
        desk.Store.Down = true;
        Assert.Null(desk.Service.FindSaidEnd(K7F3));
        var said = desk.Time.GetUtcNow();
        var outcome = Assert.IsType<Outcome.NotRecorded>(await desk.DoAsync(new EndCall(Tom)));
        Assert.Equal((said, Tom.Id, true), (outcome.As!.At, outcome.As.By!.Id, outcome.As.Unrecorded));
        desk.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(said, Assert.IsType<Ended>(desk.Service.FindSaidEnd(K7F3)!.State).At);
    }

    [Fact]
    public async Task Ends_of_what_may_be_no_handoff_are_kept_up_to_a_bound_and_one_that_was_seen_is_kept_beyond_it()
    {
        await desk.GoLiveAsync();
        desk.Store.Down = true;
        var some = desk.Time.GetUtcNow();
        for (var no = 0; no < UnrecordedEnds.MostUnseen; no++)
            Assert.True(desk.Ends.TryRemember(Number(no), new UnrecordedEnd(new EndCall(Amir), some), wasSeenLive: false));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => desk.DoAsync(new EndCall(Amir), Number(UnrecordedEnds.MostUnseen)));
        Assert.IsType<Outcome.NotRecorded>(await desk.DoAsync(new EndCall(Tom)));
    }

    [Fact]
    public async Task An_end_that_was_said_before_the_lease_ran_out_keeps_its_time_and_reason()
    {
        await desk.GoLiveAsync();
        var said = desk.Time.GetUtcNow();
        desk.Store.Down = true;
        await desk.DoAsync(new EndCall(Tom));
        desk.Time.Advance(TimeSpan.FromMinutes(20));
        desk.Store.Down = false;
        await desk.Service.RecordLateEndsAsync(TestContext.Current.CancellationToken);
        var ended = Assert.IsType<Ended>(await desk.StoredAsync());
        Assert.Equal((EndReason.EndedByAdviser, said), (ended.Reason, ended.At));
    }

    [Fact]
    public async Task A_renewal_by_another_process_meanwhile_does_not_keep_it_alive()
    {
        await desk.GoLiveAsync();
        var said = desk.Time.GetUtcNow();
        var other = new ServiceDesk(desk.Store.Reopened(), desk.Time);
        desk.Store.Faults.Enqueue(CommitFault.Unavailable);
        await desk.DoAsync(new EndCall(Tom));
        desk.Time.Advance(TimeSpan.FromSeconds(60));
        await other.DoAsync(new Renew(BothOnRegister: false));
        Assert.IsType<Live>(await other.FindAsync());

        await desk.Service.RecordLateEndsAsync(TestContext.Current.CancellationToken);
        var ended = Assert.IsType<Ended>(await other.StoredAsync());
        Assert.Equal((EndReason.EndedByAdviser, said), (ended.Reason, ended.At));
    }

    [Fact]
    public async Task An_end_that_is_said_while_something_else_is_committed_is_not_forgotten()
    {
        await desk.GoLiveAsync();
        desk.Store.BeforeCommit = _ =>
        {
            desk.Ends.TryRemember(K7F3, new UnrecordedEnd(new EndCall(Tom), desk.Time.GetUtcNow()), wasSeenLive: true);
            return Task.CompletedTask;
        };
        desk.Time.Advance(TimeSpan.FromSeconds(60));
        await desk.DoAsync(new Renew(BothOnRegister: false));
        Assert.IsType<Ended>(await desk.FindAsync());
    }

    [Fact]
    public async Task Whatever_else_is_not_committed_is_not_remembered()
    {
        await desk.GoLiveAsync();
        desk.Store.Faults.Enqueue(CommitFault.Unavailable);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => desk.DoAsync(new LeaveCall(Tom)));
        Assert.Empty(desk.Ends.All);
    }

    private static HandoffId Number(int no)
    {
        const string Letters = "CDFGHJKMNPRTVWXZ";
        return HandoffId.Parse($"{Letters[no / 256 % 16]}{Letters[no / 16 % 16]}{Letters[no % 16]}{Letters[no / 4096]}");
    }

    private async Task<string> RecordAsync() => string.Join('\n', (await desk.Store.ReadAsync("e|", "e}", 1000, TestContext.Current.CancellationToken))
        .Select(row => System.Text.Encoding.UTF8.GetString(row.Value)));
}
