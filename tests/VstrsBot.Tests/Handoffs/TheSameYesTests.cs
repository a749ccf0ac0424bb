using VstrsBot.Handoffs;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpec;
using static VstrsBot.Tests.Support.HandoffSpecHistory;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

/// <summary>A yes that is delivered again is recorded once, and no clock keeps a later one from counting.</summary>
public sealed class TheSameYesTests
{
    private static readonly HandoffEvent[] SaidAt10 = [.. LiveUntil(At(9)), new StillOnCallSaid(Priya.Person, LeaseAt(At(10)), At(10))];

    [Theory]
    [InlineData(0)]
    [InlineData(19)]
    public void Within_20_seconds_it_is_the_same(int seconds) =>
        Given(SaidAt10).When(new SayStillOnCall(Priya), At(10).AddSeconds(seconds)).ThenAlreadySo();

    [Theory]
    [InlineData(20)]
    [InlineData(-1)]
    public void Later_or_by_a_clock_that_was_set_back_it_is_another(int seconds) => Assert.IsType<StillOnCallSaid>(
        Given(SaidAt10).When(new SayStillOnCall(Priya), At(10).AddSeconds(seconds)).Events[^1]);
}
