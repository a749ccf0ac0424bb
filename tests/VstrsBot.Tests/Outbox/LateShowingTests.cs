using VstrsBot.Handoffs;
using VstrsBot.Outbox;
using VstrsBot.Teams.Outbound;
using VstrsBot.Tests.Handoffs;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Outbox;

/// <summary>When an end that is not recorded is shown again, where no other process renews.</summary>
public sealed class LateShowingTests
{
    [Fact]
    public async Task What_Teams_refused_at_first_is_shown_once_more_after_the_longest_flight_too()
    {
        var desk = new ServiceDesk();
        await desk.GoLiveAsync();
        await desk.DoAsync(new EndCall(Tom));
        var showing = new LateShowing(Assert.IsType<Ended>(await desk.FindAsync()), othersRenew: false, desk.Time);
        var all = showing.Due;
        foreach (var surface in all)
            showing.Failed(surface, new ConnectorException(502, "BadGateway", ambiguous: true));
        Assert.Empty(showing.Due);

        foreach (var wait in (TimeSpan[])[RetryPlan.EndAtLeastEvery, EffectSender.LongestFlight])
        {
            desk.Time.Advance(wait);
            Assert.Equal(all, showing.Due);
            foreach (var surface in all)
                showing.Shown(surface);
            Assert.Empty(showing.Due);
        }

        desk.Time.Advance(EffectSender.LongestFlight);
        Assert.Empty(showing.Due);
    }
}
