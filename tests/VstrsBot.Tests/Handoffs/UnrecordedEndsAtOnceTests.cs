using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Handoffs;

/// <summary>Ends are said and recorded while the pump goes through them.</summary>
public sealed class UnrecordedEndsAtOnceTests
{
    [Fact]
    public async Task Whoever_shows_them_is_told_of_each()
    {
        var ends = new UnrecordedEnds();
        var said = new UnrecordedEnd(new EndCall(Renew.TheService), DateTimeOffset.UnixEpoch);
        var told = ends.NextAsync();
        Assert.False(told.IsCompleted);
        ends.TryRemember(HandoffId.Parse("K7F3"), said, wasSeenLive: true);
        await told;
        Assert.Equal([HandoffId.Parse("K7F3")], ends.All);
    }

    [Fact]
    public async Task They_can_be_gone_through_while_some_come_and_go()
    {
        var ends = new UnrecordedEnds();
        HandoffId[] some = [.. Enumerable.Range(0, 20).Select(seed => HandoffId.Next(new Random(seed).Next)).Distinct()];
        var said = new UnrecordedEnd(new EndCall(Renew.TheService), DateTimeOffset.UnixEpoch);
        using var over = new CancellationTokenSource();
        var coming = Task.Run(
            () =>
            {
                while (!over.IsCancellationRequested)
                {
                    foreach (var id in some)
                        ends.TryRemember(id, said, wasSeenLive: true);
                    foreach (var id in some)
                        ends.Forget(id, [said]);
                }
            },
            TestContext.Current.CancellationToken);

        for (var pass = 0; pass < 20_000; pass++)
            Assert.InRange(ends.All.Count, 0, some.Length);
        await over.CancelAsync();
        await coming;
    }
}
