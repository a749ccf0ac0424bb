using Microsoft.Extensions.Time.Testing;
using VstrsBot.Storage;
using VstrsBot.Storage.Tables;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Storage.Tables;

/// <summary>The common clock of replicas: the Date of the store's answers, which name whole seconds.</summary>
public sealed class StoreClockTests
{
    private static readonly DateTimeOffset Ten = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly JumpyTime machine = new(Ten.AddMinutes(2));
    private readonly StoreClock clock;

    public StoreClockTests() => clock = new StoreClock(machine);

    [Fact]
    public void Before_the_first_answer_there_is_none() => Assert.Null(clock.Now);

    [Fact]
    public void It_goes_on_by_the_monotonic_clock_whatever_the_wall_clock_does()
    {
        Answer(Ten);
        machine.Pass(Second * 20);
        machine.Jump(TimeSpan.FromMinutes(-10));
        Assert.Equal(Ten + (Second * 20), clock.Now);
    }

    [Fact]
    public void An_answer_within_the_same_second_changes_nothing()
    {
        Answer(Ten);
        machine.Pass(Second * 0.9);
        Answer(Ten);
        Assert.Equal(Ten + (Second * 0.9), clock.Now);
    }

    [Fact]
    public void An_answer_that_proves_it_behind_moves_it_up()
    {
        Answer(Ten);
        machine.Pass(Second * 0.2);
        Answer(Ten + Second);
        Assert.Equal(Ten + Second, clock.Now);
    }

    [Fact]
    public void An_answer_that_proves_it_ahead_moves_it_back_as_far_as_it_proves()
    {
        Answer(Ten);
        machine.Pass(Second * 10);
        Answer(Ten + (Second * 7));
        Assert.Equal(Ten + (Second * 8), clock.Now);
    }

    [Fact]
    public void A_slow_answer_proves_less()
    {
        Answer(Ten);
        machine.Pass(Second * 10);
        Answer(Ten + (Second * 7), took: Second * 2);
        Assert.Equal(Ten + (Second * 10), clock.Now); // 8 seconds at most when it was asked, and 2 since
    }

    /// <summary>Whatever answers come, it is never further off than a second and the fastest answer's way.</summary>
    [Fact]
    public void It_is_never_more_than_a_second_off()
    {
        var random = new Random(20261123);
        var store = Ten.AddSeconds(0.37);
        Answer(Whole(store));
        for (var n = 0; n < 5000; n++)
        {
            var pause = Second * (random.NextDouble() * 90);
            machine.Pass(pause);
            store += pause * 1.0001; // this machine's clock runs slow
            Answer(Whole(store));
            Assert.InRange((clock.Now!.Value - store).TotalSeconds, -1, 1);
        }
    }

    [Fact]
    public async Task A_store_hears_it_in_every_answer()
    {
        var time = new FakeTimeProvider(Ten);
        var between = new FaultyTransport { Date = () => time.GetUtcNow().AddSeconds(75) };
        var store = TableStore.Open(Azurite.NewTable(), time, between);
        Assert.Null(store.Clock);
        await store.FindAsync("a", TestContext.Current.CancellationToken);
        Assert.Equal(Ten.AddSeconds(75), store.Clock);
        var desk = new DeskTime(store, time);
        Assert.Equal((Ten.AddSeconds(75), TimeSpan.FromSeconds(75)), (desk.GetUtcNow(), desk.Off));
    }

    [Fact]
    public void A_store_without_a_clock_leaves_the_machines()
    {
        var desk = new DeskTime(new SimulatedStore(), machine);
        Assert.Equal((machine.GetUtcNow(), TimeSpan.Zero), (desk.GetUtcNow(), desk.Off));
    }

    private static DateTimeOffset Whole(DateTimeOffset at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    private void Answer(DateTimeOffset date, TimeSpan took = default)
    {
        var asked = machine.GetTimestamp();
        machine.Pass(took);
        clock.Heard(asked, date);
    }
}
