using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Authority;

/// <summary>LA7: two live handoffs are independent.</summary>
public sealed class LA7_TwoHandoffsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Ending_one_leaves_the_other(bool first) => Desk.PlayAsync(async desk =>
    {
        string[] numbers = [await desk.LiveWithAsync(desk.Priya), await desk.LiveWithAsync(desk.Amir)];
        Assert.Equal(6, desk.Banners.Count);

        var (over, stays) = first ? (numbers[0], numbers[1]) : (numbers[1], numbers[0]);
        await desk.Tom.RawPressAsync("endCall", Steps.Press(over, "adviser"));
        await desk.SettleAsync();
        Assert.IsType<Ended>(await desk.StateAsync(over));
        Assert.IsType<Live>(await desk.StateAsync(stays));
        Assert.Equal(3, desk.Banners.Count);
        Assert.All(desk.Banners, banner => Assert.Equal(stays, StoredCards.PointerOf(banner.BaseCard).Number));

        await desk.StepAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(3, desk.Banners.Count);
    });

    [Fact]
    public Task Neither_specialist_can_end_or_check_the_others() => Desk.PlayAsync(async desk =>
    {
        var (priyas, amirs) = (await desk.LiveWithAsync(desk.Priya), await desk.LiveWithAsync(desk.Amir));
        foreach (var verb in (string[])["endCall", "checkNow", "stillOn", "showDetails"])
        {
            Assert.Equal($"Only the specialist who accepted {amirs} can do this.", (await desk.Priya.RawPressAsync(verb, Steps.Press(amirs, "authority"))).Text);
            Assert.Equal($"Only the specialist who accepted {priyas} can do this.", (await desk.Amir.RawPressAsync(verb, Steps.Press(priyas, "authority"))).Text);
        }

        Assert.Equal(6, desk.Banners.Count);
        Assert.Contains("for Priya Shah only", desk.CardOf(priyas, "channel").Says(), StringComparison.Ordinal);
        Assert.Contains("for Amir Khan only", desk.CardOf(amirs, "channel").Says(), StringComparison.Ordinal);
    });
}
