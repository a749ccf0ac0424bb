using VstrsBot.Cards;
using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Replicas;

/// <summary>RE10, RE11: the store is down for both bots. Whichever hears of an end shows it at once, and it is recorded once.</summary>
public sealed class RE10_StoreDownForBothTests
{
    private const string Heard = "Treat the authority as ended. It is not recorded yet.";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public Task An_end_that_one_hears_is_shown_at_once_and_recorded_late_and_once(int hears) => Desk.PlayAsync(store: StoreKind.Tables, bots: 2, journey: async desk =>
    {
        var number = await desk.LiveAsync();
        SetStore(desk, takesNothing: true);
        desk.ListenTo(desk.Replicas[hears]);
        Assert.StartsWith(Heard, (await desk.Tom.PressNewestAsync("The whole call has ended")).Text, StringComparison.Ordinal);
        await desk.TrySendAsync();
        Assert.Empty(desk.Banners);

        await BackAfterAsync(desk, TimeSpan.FromSeconds(20));
        Assert.Empty(desk.Banners);
        Assert.Single(await desk.RecordedAsync(number), "HandoffEnded");
        Assert.Equal(EndReason.EndedByAdviser, Assert.IsType<Ended>(await desk.StateAsync(number)).Reason);
    });

    /// <summary>The bot that heard of it cannot say that it has ended: whoever asks the other reads what is stored.</summary>
    [Fact]
    public Task Until_it_is_recorded_whoever_looks_is_told_that_it_is_not() => Desk.PlayAsync(store: StoreKind.Tables, bots: 2, journey: async desk =>
    {
        var number = await desk.LiveAsync();
        SetStore(desk, takesNothing: true);
        desk.ListenTo(desk.Replicas[0]);
        Assert.StartsWith(Heard, (await desk.Tom.PressNewestAsync("The whole call has ended")).Text, StringComparison.Ordinal);
        SetStore(desk);
        foreach (var surface in new[] { Surfaces.Channel, Surfaces.Authority })
            Assert.StartsWith(Heard, (await desk.Priya.RawPressAsync(Verbs.View, Steps.Press(number, surface))).Text, StringComparison.Ordinal);

        await desk.SettleAsync();
        Assert.StartsWith($"{number} already ended at", (await desk.Priya.RawPressAsync(Verbs.View, Steps.Press(number, Surfaces.Channel))).Text, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task An_end_that_is_typed_once_more_is_answered_as_it_is(bool recorded) => Desk.PlayAsync(store: StoreKind.Tables, journey: async desk =>
    {
        var number = await desk.LiveAsync();
        desk.Store.ReadOnly = true;
        Assert.StartsWith(Heard, (await desk.Tom.PressNewestAsync("The whole call has ended")).Text, StringComparison.Ordinal);
        desk.Store.ReadOnly = false;
        if (recorded)
            await desk.SettleAsync();
        await desk.Tom.SayAsync($"end {number}");
        Assert.Equal(recorded, desk.Tom.Chat.Any(message => message.Text.StartsWith($"{number} already ended at", StringComparison.Ordinal)));
        await desk.SettleAsync();
    });

    [Fact]
    public Task When_each_hears_of_an_end_one_is_recorded() => Desk.PlayAsync(store: StoreKind.Tables, bots: 2, journey: async desk =>
    {
        var number = await desk.LiveAsync();
        SetStore(desk, takesNothing: true);
        desk.ListenTo(desk.Replicas[0]);
        Assert.StartsWith(Heard, (await desk.Tom.PressNewestAsync("The whole call has ended")).Text, StringComparison.Ordinal);
        desk.ListenTo(desk.Replicas[1]);
        Assert.StartsWith(Heard, (await desk.Priya.PressNewestAsync("Call ended")).Text, StringComparison.Ordinal);
        await desk.TrySendAsync();
        Assert.Empty(desk.Banners);

        await BackAfterAsync(desk, TimeSpan.FromSeconds(20));
        Assert.Empty(desk.Banners);
        Assert.Single(await desk.RecordedAsync(number), "HandoffEnded");
    });

    /// <summary>Down for longer than a lease: what was heard of before it ran out stands as its end.</summary>
    [Fact]
    public Task Down_for_longer_than_a_lease_the_end_that_was_heard_is_the_one_recorded() => Desk.PlayAsync(store: StoreKind.Tables, bots: 2, journey: async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.Replicas[1].SeeAsync(HandoffId.Parse(number));
        SetStore(desk, down: true);
        desk.ListenTo(desk.Replicas[1]);
        Assert.StartsWith(Heard, (await desk.Tom.PressNewestAsync("The whole call has ended")).Text, StringComparison.Ordinal);
        await desk.TrySendAsync();

        await BackAfterAsync(desk, desk.Rules.Lease + TimeSpan.FromMinutes(1));
        Assert.Empty(desk.Banners);
        Assert.Single(await desk.RecordedAsync(number), kind => kind == "HandoffEnded");
        Assert.IsType<Ended>(await desk.StateAsync(number));
    });

    private static async Task BackAfterAsync(Desk desk, TimeSpan span)
    {
        desk.Time.Advance(span);
        SetStore(desk);
        desk.ListenTo([.. desk.Replicas]);
        await desk.SettleAsync();
    }

    private static void SetStore(Desk desk, bool takesNothing = false, bool down = false)
    {
        foreach (var replica in desk.Replicas)
            (replica.Store.ReadOnly, replica.Store.Down) = (takesNothing, down);
    }
}
