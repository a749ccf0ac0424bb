using Microsoft.Extensions.Time.Testing;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Record;

public sealed class DayChainTests
{
    private static readonly RecordEntry Refused = new(RecordedDesk.Start, "PersonRefused");
    private readonly RecordedDesk desk = new();
    private readonly FakeTimeProvider time = new(RecordedDesk.Start);
    private readonly DayChain chain;

    public DayChainTests() => chain = new DayChain(new RecordChain(RecordedDesk.Seal), time);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_utc_day_has_its_own_chain()
    {
        await chain.AppendAsync(desk.Store, [Refused], Ct);
        time.Advance(TimeSpan.FromHours(13));
        time.Advance(TimeSpan.FromMinutes(19));
        await chain.AppendAsync(desk.Store, [Refused, Refused], Ct);
        Assert.Equal((1, 2), (await LinesAsync("2026-11-23"), await LinesAsync("2026-11-24")));
        Assert.Equal(new Verified(2, 3, null), await desk.VerifyAsync());
    }

    [Fact]
    public async Task Many_who_append_at_once_all_get_their_place()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => chain.AppendAsync(desk.Store.Reopened(), [Refused], Ct), Ct)));
        Assert.Equal(new Verified(1, 20, null), await desk.VerifyAsync());
    }

    [Fact]
    public async Task A_lost_race_is_run_again()
    {
        var raced = false;
        desk.Store.BeforeCommit = async _ =>
        {
            if (!raced)
            {
                raced = true;
                await chain.AppendAsync(desk.Store.Reopened(), [Refused with { Kind = "Faster" }], Ct);
            }
        };
        await chain.AppendAsync(desk.Store, [Refused], Ct);
        Assert.Equal(new Verified(1, 2, null), await desk.VerifyAsync());
    }

    [Fact]
    public async Task An_append_without_an_answer_that_stands_is_not_made_twice()
    {
        desk.Store.Faults.Enqueue(CommitFault.UnsureButStands);
        await chain.AppendAsync(desk.Store, [Refused], Ct);
        Assert.Equal(1, await LinesAsync("2026-11-23"));
    }

    [Fact]
    public async Task An_append_without_an_answer_that_is_lost_is_reported()
    {
        desk.Store.Faults.Enqueue(CommitFault.UnsureAndLost);
        await Assert.ThrowsAsync<StoreUnsureException>(() => chain.AppendAsync(desk.Store, [Refused], Ct));
        Assert.Equal(0, await LinesAsync("2026-11-23"));
    }

    [Fact]
    public async Task What_is_recorded_and_what_is_changed_stand_together_or_not_at_all()
    {
        Assert.True(await chain.TryAppendAsync(desk.Store, [Refused], [new RowChange.Add("q|tom", [1])], Ct));
        Assert.False(await chain.TryAppendAsync(desk.Store, [Refused], [new RowChange.Add("q|tom", [2])], Ct));
        Assert.Equal(1, await LinesAsync("2026-11-23"));
        Assert.Equal([1], (await desk.Store.FindAsync("q|tom", Ct))!.Value);
    }

    [Fact]
    public async Task A_chain_whose_head_was_spoilt_is_not_written_on()
    {
        await desk.Store.TryCommitAsync([new RowChange.Put("g|2026-11-23", "{}"u8.ToArray())], Ct);
        await Assert.ThrowsAsync<InvalidDataException>(() => chain.AppendAsync(desk.Store, [Refused], Ct));
    }

    private async Task<int> LinesAsync(string day) =>
        (await desk.Store.ReadAsync(RecordKeys.LinesOf(day), RecordKeys.After(RecordKeys.LinesOf(day)), 100, Ct)).Count;
}
