using VstrsBot.Handoffs;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Journeys.Replicas;

/// <summary>
/// RE10, RE11: one of two bots cannot reach the store, or cannot write to it, and hears of an end. The other knows nothing of it and renews: no
/// renewal of its may stand for longer than an end may take to be shown.
/// </summary>
public sealed class RE10_StoreDownForOneTests
{
    private static readonly TimeSpan ShownAgainWithin = TimeSpan.FromSeconds(6);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task What_the_other_renews_is_shown_ended_again(bool down) => Desk.PlayAsync(store: StoreKind.Tables, bots: 2, journey: async desk =>
    {
        var number = await desk.LiveAsync();
        var (cutOff, other) = (desk.Replicas[0], desk.Replicas[1]);
        await cutOff.SeeAsync(HandoffId.Parse(number));
        (cutOff.Store.Down, cutOff.Store.ReadOnly) = (down, !down);
        desk.ListenTo(cutOff);
        Assert.StartsWith("Treat the authority as ended.", (await desk.Tom.PressNewestAsync("The whole call has ended")).Text, StringComparison.Ordinal);
        var said = desk.Time.GetUtcNow();

        var (standing, longest) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var second = 0; second < 300; second++)
        {
            await desk.TrySendAsync();
            standing = desk.Banners.Count == 0 ? TimeSpan.Zero : standing + TimeSpan.FromSeconds(1);
            longest = standing > longest ? standing : longest;
            desk.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.True(LiveRendering.In(desk.Teams.Transcript).Count(banner => banner.At > said) >= 9, "The other did not renew.");
        Assert.True(longest <= ShownAgainWithin, $"A banner stood for {longest} after the end.");

        (cutOff.Store.Down, cutOff.Store.ReadOnly) = (false, false);
        desk.ListenTo(cutOff, other);
        await desk.SettleAsync();
        Assert.Empty(desk.Banners);
        var ended = Assert.IsType<Ended>(await desk.StateAsync(number));
        Assert.Equal((EndReason.EndedByAdviser, said), (ended.Reason, ended.At));
    });
}
