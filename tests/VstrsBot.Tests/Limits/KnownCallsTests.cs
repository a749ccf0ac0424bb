using Microsoft.Extensions.Time.Testing;
using VstrsBot.Limits;
using Xunit;

namespace VstrsBot.Tests.Limits;

/// <summary>What one process remembers of its calls, beside the rows.</summary>
public sealed class KnownCallsTests
{
    private readonly FakeTimeProvider time = new();
    private readonly KnownCalls known;

    public KnownCallsTests() => known = new KnownCalls(time);

    [Fact]
    public void A_call_of_its_own_is_as_old_as_its_own_clock_says()
    {
        known.Begin("chat", 1);
        known.End("chat", 1);
        time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(TimeSpan.FromSeconds(20), known.AgeOf("chat", 1, TimeSpan.FromMinutes(9)));
    }

    [Fact]
    public void When_the_row_counts_from_one_again_the_call_of_long_ago_with_that_number_is_another()
    {
        known.Begin("chat", 1);
        known.End("chat", 1);
        time.Advance(TimeSpan.FromDays(7));
        Assert.Equal(TimeSpan.FromSeconds(1), known.AgeOf("chat", 1, TimeSpan.FromSeconds(1)));
    }
}
