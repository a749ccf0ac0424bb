using System.Text;
using Microsoft.Extensions.Logging;
using VstrsBot.Handoffs;
using VstrsBot.Outbox;
using VstrsBot.Storage;
using VstrsBot.Tests.Handoffs;
using VstrsBot.Tests.Teams;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Outbox;

/// <summary>The round over timers, with a handoff that this release cannot read, and with another process at the same timers.</summary>
public sealed class DueTimersTests : IDisposable
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly ServiceDesk desk = new();
    private readonly LogLines log = new();
    private readonly ILoggerFactory logs;
    private readonly Heartbeat heart;
    private readonly DueTimers timers;

    public DueTimersTests()
    {
        logs = LoggerFactory.Create(to => to.AddProvider(log));
        heart = new Heartbeat(desk.Time);
        timers = new DueTimers(desk.Store, desk.Service, new HandoffTimes(new HandoffRules()), new CardPlaces(desk.Store, desk.Seen), desk.Leases, heart, desk.Time, logs.CreateLogger<DueTimers>());
    }

    [Fact]
    public async Task A_lease_that_was_outlived_and_cannot_be_read_does_not_end_the_round()
    {
        await GoLiveAsync();
        await SpoilAsync();
        foreach (var timer in await TimersAsync())
            await desk.Store.TryCommitAsync([new RowChange.Drop(timer.Key)], Ct);
        desk.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal([K7F3], desk.Leases.Outlived());

        await timers.WakeAsync(Ct);
        Assert.Equal(1, heart.Beats);
        Assert.False(await timers.WakeAsync(Ct));
    }

    [Fact]
    public async Task The_timers_of_one_that_cannot_be_read_stay_and_end_it_once_it_can_be_read()
    {
        await GoLiveAsync();
        var good = await SpoilAsync();
        desk.Time.Advance(TimeSpan.FromMinutes(10));
        var due = (await TimersAsync()).Select(timer => timer.Key).ToList();
        await timers.WakeAsync(Ct);
        Assert.Equal(due, (await TimersAsync()).Select(timer => timer.Key));
        Assert.False(await timers.WakeAsync(Ct)); // nothing to do at once: it is left alone for a moment
        Assert.Equal(SendQueue.LooksAtLeastEvery, timers.UntilNext);

        await desk.Store.TryCommitAsync([new RowChange.Put(RowKeys.Handoff(K7F3), good)], Ct);
        desk.Time.Advance(BrokenHandoffs.TriedAgainAfter);
        await timers.WakeAsync(Ct);
        Assert.IsType<Ended>(await desk.StoredAsync());
        Assert.Empty((await TimersAsync()).Select(timer => timer.Key).Intersect(due));
    }

    [Fact]
    public async Task One_that_cannot_be_read_is_said_once_and_again_after_an_hour()
    {
        await GoLiveAsync();
        await SpoilAsync();
        desk.Time.Advance(TimeSpan.FromMinutes(10));
        for (var time = TimeSpan.Zero; time < BrokenHandoffs.SaidAgainAfter; time += TimeSpan.FromSeconds(5))
        {
            await timers.WakeAsync(Ct);
            desk.Time.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Single(Said());
        await timers.WakeAsync(Ct);
        Assert.Equal(2, Said().Count());
    }

    [Fact]
    public async Task What_falls_due_within_a_second_is_waited_for_to_the_millisecond()
    {
        Assert.False(await timers.WakeAsync(Ct));
        Assert.Equal(SendQueue.LooksAtLeastEvery, timers.UntilNext);
        await desk.DoAsync(PostBy(Tom));
        await timers.WakeAsync(Ct);
        var due = RowKeys.DueOf((await TimersAsync())[0].Key);
        desk.Time.Advance(due - desk.Time.GetUtcNow() - TimeSpan.FromSeconds(3));
        Assert.False(await timers.WakeAsync(Ct));
        Assert.Equal(SendQueue.LooksAtLeastEvery, timers.UntilNext);

        desk.Time.Advance(TimeSpan.FromSeconds(2.6));
        Assert.False(await timers.WakeAsync(Ct));
        Assert.Equal(TimeSpan.FromSeconds(0.4), timers.UntilNext);
        desk.Time.Advance(timers.UntilNext);
        Assert.True(await timers.WakeAsync(Ct));
    }

    [Fact]
    public async Task A_timer_that_another_process_wrote_meanwhile_stays()
    {
        await desk.DoAsync(PostBy(Tom));
        var timer = (await TimersAsync())[0];
        desk.Time.Advance(TimeSpan.FromHours(1));
        desk.Store.BeforeCommit = async changes =>
        {
            if (changes.Any(change => change is RowChange.Delete or RowChange.Drop && change.Key == timer.Key))
                await desk.Store.Reopened().TryCommitAsync([new RowChange.Put(timer.Key, timer.Value)], Ct);
        };
        await timers.WakeAsync(Ct);
        Assert.Contains(timer.Key, (await TimersAsync()).Select(row => row.Key));

        desk.Store.BeforeCommit = null;
        await timers.WakeAsync(Ct);
        Assert.DoesNotContain(timer.Key, (await TimersAsync()).Select(row => row.Key));
    }

    /// <summary>The store fails for one alone, again and again: the others end on time.</summary>
    [Fact]
    public async Task One_for_which_the_store_fails_does_not_hold_up_the_others()
    {
        var other = HandoffId.Parse("M9QT");
        await desk.DoAsync(PostBy(Tom));
        desk.Time.Advance(TimeSpan.FromSeconds(1));
        await desk.DoAsync(PostBy(Grace) with { Id = other }, other);
        desk.Time.Advance(TimeSpan.FromHours(1));
        var (fails, refused) = ("|", 0);
        desk.Store.BeforeCommit = changes =>
        {
            if (!changes.Any(change => change.Key.Contains(fails, StringComparison.Ordinal)))
                return Task.CompletedTask;
            refused++;
            throw new StoreUnavailableException("Simulated: the store is away.");
        };
        await Assert.ThrowsAsync<StoreUnavailableException>(() => timers.WakeAsync(Ct));
        refused = 0;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => timers.WakeAsync(Ct));
        Assert.Equal(1, refused); // where it failed, one asks, and none after it

        fails = K7F3.Value;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => timers.WakeAsync(Ct));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => timers.WakeAsync(Ct));
        Assert.All(await TimersAsync(), timer => Assert.True(RowKeys.HandoffOf(timer.Key) == K7F3 || RowKeys.DueOf(timer.Key) > desk.Time.GetUtcNow()));

        desk.Store.BeforeCommit = null;
        Assert.True(await timers.WakeAsync(Ct));
        Assert.All(await TimersAsync(), timer => Assert.True(RowKeys.DueOf(timer.Key) > desk.Time.GetUtcNow()));
    }

    public void Dispose() => logs.Dispose();

    private async Task GoLiveAsync()
    {
        await desk.GoLiveAsync();
        await desk.DoAsync(new Wake());
    }

    /// <summary>The row of a later release.</summary>
    private async Task<byte[]> SpoilAsync()
    {
        var row = (await desk.Store.FindAsync(RowKeys.Handoff(K7F3), Ct))!;
        await desk.Store.TryCommitAsync([new RowChange.Put(row.Key, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(row.Value).Replace("\"Live\"", "\"Paused\"", StringComparison.Ordinal)))], Ct);
        return row.Value;
    }

    private Task<IReadOnlyList<Row>> TimersAsync() => desk.Store.ListAllAsync(RowKeys.AllTimers, Ct);

    private IEnumerable<string> Said() => log.Everything.Split('\n').Where(line => line.Contains("cannot be read or moved", StringComparison.Ordinal));
}
