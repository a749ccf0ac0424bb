using Microsoft.Extensions.DependencyInjection;
using VstrsBot.Handoffs;
using VstrsBot.Outbox;
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
        for (var second = 0; second < 130; second++)
        {
            await desk.TrySendAsync();
            standing = desk.Banners.Count == 0 ? TimeSpan.Zero : standing + TimeSpan.FromSeconds(1);
            longest = standing > longest ? standing : longest;
            desk.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.True(LiveRendering.In(desk.Teams.Transcript).Count(banner => banner.At > said) >= 6, "The other did not renew twice.");
        Assert.True(longest <= ShownAgainWithin, $"A banner stood for {longest} after the end.");

        (cutOff.Store.Down, cutOff.Store.ReadOnly) = (false, false);
        desk.ListenTo(cutOff, other);
        await desk.SettleAsync();
        Assert.Empty(desk.Banners);
        var ended = Assert.IsType<Ended>(await desk.StateAsync(number));
        Assert.Equal((EndReason.EndedByAdviser, said), (ended.Reason, ended.At));
    });

    /// <summary>All was pressed at another bot, and sent by it: this one has but looked whether a renewal was due.</summary>
    [Fact]
    public Task One_that_has_but_looked_at_the_call_knows_where_its_cards_are() => Desk.PlayAsync(store: StoreKind.Tables, bots: 1, journey: async desk =>
    {
        await desk.LiveAsync();
        var fresh = await desk.JoinAsync();
        desk.Time.Advance(desk.Rules.RenewEvery);
        await fresh.Parts.GetRequiredService<DueTimers>().WakeAsync(TestContext.Current.CancellationToken);
        fresh.Store.Down = true;
        desk.ListenTo(fresh);
        Assert.StartsWith("Treat the authority as ended.", (await desk.Tom.PressNewestAsync("The whole call has ended")).Text, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => fresh.PassAllAsync());
        Assert.Empty(desk.Banners);

        fresh.Store.Down = false;
        await desk.SettleAsync();
        Assert.Empty(desk.Banners);
    });
}
