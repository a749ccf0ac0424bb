using Microsoft.Extensions.Time.Testing;
using VstrsBot.Handoffs;
using VstrsBot.Outbox;
using Xunit;

namespace VstrsBot.Tests.Outbox;

/// <summary>How many ask a store that fails, and how often.</summary>
public sealed class StorePatienceTests
{
    private static readonly StoreUnavailableException Away = new("Simulated: the store is away.");

    private readonly FakeTimeProvider time = new();
    private readonly StorePatience patience;

    public StorePatienceTests() => patience = new StorePatience(time);

    [Fact]
    public void A_fault_now_and_then_holds_nobody_up()
    {
        Fail(StorePatience.MostInARow - 1);
        Assert.Null(patience.Left);
        patience.Worked();
        Fail(StorePatience.MostInARow - 1);
        Assert.Null(patience.Left);
        Assert.Equal(TimeSpan.FromSeconds(1), patience.Rest);
    }

    [Fact]
    public void Where_it_fails_again_and_again_one_asks_each_second()
    {
        Fail(StorePatience.MostInARow);
        time.Advance(TimeSpan.FromSeconds(0.4));
        Assert.Equal(TimeSpan.FromSeconds(0.6), patience.Left);

        time.Advance(TimeSpan.FromSeconds(0.6));
        Assert.Null(patience.Left);
        patience.Asks();
        Assert.Equal(TimeSpan.FromSeconds(1), patience.Left);
        time.Advance(TimeSpan.FromSeconds(0.7));
        patience.Failed(new StoreUnsureException("Simulated: no answer."));
        Assert.Equal(TimeSpan.FromSeconds(1), patience.Left);
    }

    [Fact]
    public void A_store_that_hangs_holds_up_one_and_not_all()
    {
        Fail(StorePatience.MostInARow);
        time.Advance(TimeSpan.FromSeconds(1));
        patience.Asks();
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(patience.Left);
    }

    [Fact]
    public void The_one_that_asked_rests_longer_so_that_another_asks_next()
    {
        Fail(StorePatience.MostInARow);
        Assert.Equal(TimeSpan.FromSeconds(2), patience.Rest);
    }

    [Fact]
    public void The_first_that_gets_through_lets_the_others_go()
    {
        Fail(StorePatience.MostInARow);
        patience.Worked();
        Assert.Null(patience.Left);
    }

    [Fact]
    public void What_is_not_the_stores_fault_does_not_count()
    {
        for (var times = 0; times < 20; times++)
            patience.Failed(new InvalidOperationException("Simulated."));
        Assert.Null(patience.Left);
    }

    private void Fail(int times)
    {
        for (var no = 0; no < times; no++)
            patience.Failed(Away);
    }
}
