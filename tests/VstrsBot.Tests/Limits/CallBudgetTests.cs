using VstrsBot.Handoffs;
using VstrsBot.Limits;
using VstrsBot.Tests.Support;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Limits;

/// <summary>RE5: whatever is sent by whichever process, Teams' limits are kept; and ends always find room.</summary>
public sealed class CallBudgetTests
{
    private static readonly (int Most, double Seconds)[] OfTeams = [(7, 1), (8, 2), (60, 30), (1800, 3600)];

    private readonly JumpyTime time = new(Ten);
    private readonly SimulatedStore store = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 40)]
    [InlineData(2, 0)]
    [InlineData(3, 40)]
    public async Task No_conversation_is_written_to_more_often_than_Teams_allows(int processes, int restarts)
    {
        store.Clock = processes > 1 ? Ten : null;
        var (dice, sent) = (new Random(20261123), new List<(string Where, DateTimeOffset At)>());
        var budgets = Enumerable.Range(0, processes).Select(_ => new CallBudget(store.Reopened(), time)).ToList();
        List<(CallPlace Place, DateTimeOffset Until)> underWay = [];
        for (var step = 0; step < 6000; step++)
        {
            if (dice.Next(4) > 0)
                time.Pass(TimeSpan.FromMilliseconds(dice.Next(step < 3000 ? 120 : 900)));
            if (restarts > 0 && dice.Next(6000) < restarts)
                budgets[dice.Next(processes)] = new CallBudget(store.Reopened(), time);
            foreach (var over in underWay.Where(call => call.Until <= time.GetUtcNow()).ToList())
            {
                over.Place.Dispose();
                underWay.Remove(over);
            }

            var (where, urgency) = ($"chat {dice.Next(3)}", (Urgency)dice.Next(5));
            if ((await budgets[dice.Next(processes)].TryTakeAsync(where, urgency, [], Ct)).Place is not { } place)
                continue;
            sent.Add((where, time.GetUtcNow()));
            underWay.Add((place, time.GetUtcNow().AddMilliseconds(dice.Next(4) == 0 ? dice.Next(3000) : 0)));
        }

        foreach (var chat in sent.GroupBy(one => one.Where, one => one.At))
            AssertWithin([.. chat], OfTeams);
        Assert.True(sent.Count > 1000, $"{sent.Count} were sent"); // and something gets through
    }

    [Fact]
    public async Task The_tenant_is_not_written_to_more_often_than_40_times_a_second_by_all_processes_together()
    {
        store.Clock = Ten;
        CallBudget[] budgets = [new(store.Reopened(), time), new(store.Reopened(), time)];
        List<DateTimeOffset> sent = [];
        for (var step = 0; step < 2000; step++)
        {
            if (step % 20 == 0)
                time.Pass(TimeSpan.FromMilliseconds(130));
            using var place = (await budgets[step % 2].TryTakeAsync($"chat {step}", Urgency.End, [], Ct)).Place;
            if (place is not null)
                sent.Add(time.GetUtcNow());
        }

        AssertWithin(sent, [(40, 1)]);
        Assert.True(sent.Count > 350, $"{sent.Count} were sent in 13 seconds");
    }

    [Theory]
    [InlineData((int)Urgency.Renewal, 3)]
    [InlineData((int)Urgency.Message, 6)]
    [InlineData((int)Urgency.Card, 6)]
    [InlineData((int)Urgency.Ping, 6)]
    [InlineData((int)Urgency.End, 7)]
    public async Task What_is_less_urgent_leaves_room_for_an_end(int urgency, int most)
    {
        var budget = new CallBudget(store, time);
        var taken = 0;
        while (await TakeAsync(budget, "chat", (Urgency)urgency))
            taken++;
        Assert.Equal(most, taken);
        Assert.Equal(urgency != (int)Urgency.End, await TakeAsync(budget, "chat", Urgency.End));
    }

    [Fact]
    public async Task It_says_how_long_to_wait()
    {
        var budget = new CallBudget(store, time);
        for (var n = 0; n < 7; n++)
            Assert.True(await TakeAsync(budget, "chat", Urgency.End));
        time.Pass(TimeSpan.FromSeconds(0.25));
        Assert.Equal(TimeSpan.FromSeconds(0.75), (await budget.TryTakeAsync("chat", Urgency.End, [], Ct)).Wait);
        time.Pass(TimeSpan.FromSeconds(0.75));
        Assert.True(await TakeAsync(budget, "chat", Urgency.End));
        Assert.Equal(TimeSpan.FromSeconds(1), (await budget.TryTakeAsync("chat", Urgency.End, [], Ct)).Wait);
    }

    [Fact]
    public async Task A_call_counts_until_it_is_answered()
    {
        var budget = new CallBudget(store, time);
        var slow = (await budget.TryTakeAsync("chat", Urgency.End, [], Ct)).Place!;
        time.Pass(TimeSpan.FromSeconds(3));
        for (var n = 0; n < 6; n++)
            Assert.True(await TakeAsync(budget, "chat", Urgency.End));
        Assert.False(await TakeAsync(budget, "chat", Urgency.End));
        slow.Dispose();
        time.Pass(TimeSpan.FromSeconds(1));
        Assert.True(await TakeAsync(budget, "chat", Urgency.End));
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public async Task A_clock_that_is_set_neither_stops_what_is_sent_nor_lets_more_go(int minutes)
    {
        var budget = new CallBudget(store, time);
        for (var n = 0; n < 7; n++)
            Assert.True(await TakeAsync(budget, "chat", Urgency.End));
        time.Jump(TimeSpan.FromMinutes(minutes));
        Assert.False(await TakeAsync(budget, "chat", Urgency.End));
        time.Pass(TimeSpan.FromSeconds(2));
        Assert.True(await TakeAsync(budget, "chat", Urgency.End));

        // Another process that reads times later than its clock counts them from when it saw them.
        var other = new CallBudget(store.Reopened(), time);
        await TakeAsync(other, "chat", Urgency.End);
        time.Pass(TimeSpan.FromSeconds(2));
        Assert.True(await TakeAsync(other, "chat", Urgency.End));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(200)]
    public async Task Calls_that_read_as_later_than_now_hold_an_end_back_no_longer_than_calls_of_now(int before)
    {
        var budget = new CallBudget(store, time);
        for (var n = 0; n < before; n++)
        {
            Assert.True(await TakeAsync(budget, "chat", Urgency.End));
            time.Pass(TimeSpan.FromSeconds(0.6));
        }

        time.Jump(TimeSpan.FromMinutes(-10));
        var waits = (await new CallBudget(store.Reopened(), time).TryTakeAsync("chat", Urgency.End, [], Ct)).Wait;
        Assert.InRange(waits!.Value, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task The_place_and_what_it_is_for_are_taken_together_or_not_at_all()
    {
        var budget = new CallBudget(store, time);
        await store.TryCommitAsync([new RowChange.Add("o|1", [1])], Ct);
        var stale = new RowChange.SetClaim("o|1", "mine", "no longer its tag");
        for (var n = 0; n < 20; n++)
            Assert.Equal(Asked.TheChangesFailed, await budget.TryTakeAsync("chat", Urgency.End, [stale], Ct));

        var tag = (await store.FindAsync("o|1", Ct))!.Tag;
        Assert.NotNull((await budget.TryTakeAsync("chat", Urgency.End, [stale with { Tag = tag }], Ct)).Place);
        Assert.Equal("mine", (await store.FindAsync("o|1", Ct))!.Claim);
    }

    [Fact]
    public async Task A_commit_without_a_clear_answer_that_stands_is_a_place()
    {
        var budget = new CallBudget(store, time);
        await store.TryCommitAsync([new RowChange.Add("o|1", [1])], Ct);
        var claim = new RowChange.SetClaim("o|1", "mine", (await store.FindAsync("o|1", Ct))!.Tag);
        store.Faults.Enqueue(CommitFault.UnsureAndLost);
        await Assert.ThrowsAsync<StoreUnsureException>(() => budget.TryTakeAsync("chat", Urgency.End, [claim], Ct));
        store.Faults.Enqueue(CommitFault.UnsureButStands);
        Assert.NotNull((await budget.TryTakeAsync("chat", Urgency.End, [claim], Ct)).Place);
    }

    [Theory]
    [InlineData("not a row")]
    [InlineData("{}")]
    [InlineData("""{"no":3,"at":[],"minutes":[[1]]}""")]
    public async Task Rows_that_cannot_be_read_stop_nothing(string row)
    {
        var budget = new CallBudget(store, time);
        Assert.True(await TakeAsync(budget, "chat", Urgency.End));
        foreach (var counted in await store.ReadAsync("b|", "b}", 10, Ct))
            await store.TryCommitAsync([new RowChange.Put(counted.Key, System.Text.Encoding.UTF8.GetBytes(row))], Ct);
        for (var n = 0; n < 6; n++)
            Assert.True(await TakeAsync(budget, "chat", Urgency.End));
    }

    [Theory]
    [InlineData(false, 10, 14)]
    [InlineData(true, 2, 2)]
    public async Task Reads_leave_nothing_in_the_store_and_keep_to_the_rest_of_the_tenants_calls(bool shared, int inTenant, int inConversation)
    {
        store.Clock = shared ? Ten : null;
        var budget = new CallBudget(store, time);
        var read = 0;
        while (budget.TryTakeRead($"chat {read}") is { } place)
        {
            place.Dispose();
            read++;
        }

        Assert.Equal(inTenant, read);
        read = 0;
        for (var half = 0; half < 20; half++)
        {
            time.Pass(TimeSpan.FromMilliseconds(100));
            if (half == 10)
                read = 0;
            while (budget.TryTakeRead("one") is { } place)
            {
                place.Dispose();
                read++;
            }
        }

        Assert.InRange(read, 1, inConversation);
        Assert.Empty(await store.ReadAsync("", "~", 10, Ct));
    }

    [Fact]
    public async Task Without_the_store_ends_go_on_one_a_second_in_a_conversation()
    {
        var budget = new CallBudget(store, time);
        for (var n = 0; n < 4; n++)
            Assert.True(await TakeAsync(budget, "chat", Urgency.End));
        store.Down = true;
        var alone = 0;
        for (var half = 0; half < 20; half++)
        {
            using (var place = budget.TryTakeAlone("chat"))
                alone += place is null ? 0 : 1;
            time.Pass(TimeSpan.FromSeconds(0.5));
        }

        Assert.Equal(5, alone); // 8 in 2 seconds, a fifth of it, is one
        for (var n = 0; n < 8; n++)
            Assert.NotNull(budget.TryTakeAlone($"chat {n}"));
        Assert.Null(budget.TryTakeAlone("one more"));

        store.Down = false;
        time.Pass(TimeSpan.FromSeconds(1));
        for (var n = 0; n < 7; n++)
            Assert.Equal(n < 7, await TakeAsync(budget, "chat", Urgency.End));
    }

    private static async Task<bool> TakeAsync(CallBudget budget, string where, Urgency urgency)
    {
        using var place = (await budget.TryTakeAsync(where, urgency, [], Ct)).Place;
        return place is not null;
    }

    private static void AssertWithin(List<DateTimeOffset> sent, (int Most, double Seconds)[] limits)
    {
        foreach (var (most, seconds) in limits)
        {
            for (var n = most; n < sent.Count; n++)
                Assert.True(sent[n] - sent[n - most] >= TimeSpan.FromSeconds(seconds), $"More than {most} in {seconds} s before {sent[n]:HH:mm:ss.fff}.");
        }
    }
}
