using VstrsBot.Handoffs;
using VstrsBot.Tests.Support;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

/// <summary>A store that gives no clear answer: what was lost is tried again, but nobody who waits is kept waiting by a store that fails every time.</summary>
public sealed class UnsureStoreTests
{
    private readonly ServiceDesk desk = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_unclear_answer_is_not_noticed(bool stands)
    {
        await desk.GoLiveAsync();
        desk.Store.Faults.Enqueue(stands ? CommitFault.UnsureButStands : CommitFault.UnsureAndLost);
        Assert.IsType<Outcome.Now>(await desk.DoAsync(new LeaveCall(Tom)));
        Assert.NotNull(Assert.IsType<Live>(await desk.StoredAsync()).AdviserLeftAt);
    }

    [Fact]
    public async Task A_store_that_loses_every_write_is_given_up_after_three()
    {
        await desk.GoLiveAsync();
        Lose(times: 10);
        await Assert.ThrowsAsync<StoreUnsureException>(() => desk.DoAsync(new LeaveCall(Tom)));
        Assert.Equal(7, desk.Store.Faults.Count);
    }

    [Fact]
    public async Task An_end_that_it_loses_is_shown_and_recorded_late()
    {
        await desk.GoLiveAsync();
        Lose(times: 3);
        Assert.IsType<Outcome.NotRecorded>(await desk.DoAsync(new EndCall(Tom)));
        Assert.True(Assert.IsType<Ended>(await desk.FindAsync()).Unrecorded);
        await desk.Service.RecordLateEndsAsync(TestContext.Current.CancellationToken);
        Assert.IsType<Ended>(await desk.StoredAsync());
    }

    [Fact]
    public async Task Whoever_was_faster_meanwhile_is_seen_and_not_taken_for_a_fault()
    {
        await desk.GoLiveAsync();
        desk.Store.BeforeCommit = async _ =>
        {
            desk.Store.BeforeCommit = null;
            await desk.DoAsync(new EndCall(Priya));
            Lose(times: 1);
        };
        Assert.IsType<Outcome.Refused>(await desk.DoAsync(new LeaveCall(Tom)));
    }

    private void Lose(int times)
    {
        for (var n = 0; n < times; n++)
            desk.Store.Faults.Enqueue(CommitFault.UnsureAndLost);
    }
}
