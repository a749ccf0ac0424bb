using Microsoft.Extensions.Time.Testing;
using VstrsBot.Handoffs;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

/// <summary>Two failed handoffs of one adviser in a day: the code on file may be out of date.</summary>
public sealed class CodeMayBeOldTests
{
    [Fact]
    public async Task The_second_of_a_day_says_so_however_it_failed()
    {
        var desk = new ServiceDesk();
        Assert.False((await FailAsync(desk, Tom, K7F3)).CodeMayBeOld);
        desk.Time.Advance(TimeSpan.FromHours(2));
        Assert.True((await FailAsync(desk, Tom, M4TX, guessing: true)).CodeMayBeOld);
    }

    [Fact]
    public async Task Another_advisers_failure_does_not_count()
    {
        var desk = new ServiceDesk();
        await FailAsync(desk, Grace, K7F3);
        Assert.False((await FailAsync(desk, Tom, M4TX)).CodeMayBeOld);
    }

    [Fact]
    public async Task A_handoff_that_ended_otherwise_does_not_count()
    {
        var desk = new ServiceDesk();
        await desk.DoAsync(PostBy(Tom));
        await desk.DoAsync(new Withdraw(Tom, PostedInError: false));
        Assert.False((await FailAsync(desk, Tom, M4TX)).CodeMayBeOld);
    }

    [Theory]
    [InlineData("2026-06-01T22:30Z", "2026-06-01T22:50Z", true)]
    [InlineData("2026-06-01T22:30Z", "2026-06-01T23:10Z", false)] // past midnight in the UK
    [InlineData("2026-06-01T23:10Z", "2026-06-02T09:00Z", true)]
    [InlineData("2026-06-01T09:00Z", "2026-06-02T08:00Z", false)]
    public async Task A_day_is_a_day_in_the_UK(string first, string second, bool old)
    {
        var desk = new ServiceDesk(time: new FakeTimeProvider(At(first)));
        await FailAsync(desk, Tom, K7F3);
        desk.Time.SetUtcNow(At(second));
        Assert.Equal(old, (await FailAsync(desk, Tom, M4TX)).CodeMayBeOld);
    }

    private static async Task<Ended> FailAsync(ServiceDesk desk, Actor adviser, HandoffId id, bool guessing = false)
    {
        await desk.DoAsync(PostBy(adviser) with { Id = id }, id);
        await desk.DoAsync(new Claim(Priya, Holds: null), id);
        HandoffCommand[] end = guessing ? [.. new[] { "AA 1", "AA 2", "AA 3" }.Select(code => new CheckSeesIdHeard(Priya, ServiceDesk.Code(code)))] : [new NotSatisfied(Priya)];
        foreach (var command in end)
            await desk.DoAsync(command, id);
        return Assert.IsType<Ended>(await desk.StoredAsync(id));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
