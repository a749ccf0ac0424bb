using TeamsStandIn.Clients;
using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Authority;

/// <summary>LA5: no card says live before the record has committed it; with the store failing it says not live.</summary>
public sealed class LA5_StoreFailsTests
{
    private const string NotConfirmed = "Authority not confirmed. Do not disclose. This service is not working. You can follow DMBM512015 by phone: check the SEES ID in SEES, take the call, note it in IDMS.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Nothing_goes_live_while_the_store_takes_no_write(bool down) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ConfirmedAsync();
        (desk.Store.Down, desk.Store.ReadOnly) = (down, !down);
        Assert.Equal(NotConfirmed, (await desk.TakeQuietlyAsync()).Text);
        await desk.TrySendAsync();
        Assert.Empty(LiveRendering.In(desk.Teams.Transcript));

        (desk.Store.Down, desk.Store.ReadOnly) = (false, false);
        Assert.IsType<Confirmed>(await desk.StateAsync(number));
        await desk.TakeAsync();
        Assert.Equal(3, desk.Banners.Count);
    });

    [Fact]
    public Task The_first_banner_is_drawn_after_the_commit() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var taken = (await Aftermath.RecordOfAsync(desk, number)).Single(line => line.Kind == "CallTaken");
        Assert.All(LiveRendering.In(desk.Teams.Transcript), banner => Assert.True(banner.At >= taken.At));
    });

    [Fact]
    public Task With_the_store_down_whoever_asks_is_told_that_authority_is_not_confirmed() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var seen = (Authority: desk.Priya.Sees(desk.CardOf(number, "authority")), Adviser: desk.Tom.Sees(desk.CardOf(number, "adviser")), Channel: desk.Amir.Sees(desk.CardOf(number, "channel")));
        desk.Store.Down = true;
        BotAnswer[] answers =
        [
            await desk.Priya.PressAsync(seen.Authority, "Check now"),
            await desk.Priya.PressAsync(seen.Authority, "Still on the call"),
            await desk.Priya.RefreshAsync(seen.Authority),
            await desk.Tom.RefreshAsync(seen.Adviser),
            await desk.Amir.RefreshAsync(seen.Channel, byHand: true),
        ];
        Assert.All(answers, answer => Assert.Equal(NotConfirmed, answer.Text));
        desk.Store.Down = false;
    });

    [Fact]
    public Task Where_it_cannot_be_read_which_cards_stand_no_banner_is_answered() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ConfirmedAsync();
        desk.Store.Before = (key, _) => key.StartsWith($"c|{number}|", StringComparison.Ordinal) ? throw new StoreUnavailableException("A test.") : Task.CompletedTask;
        Assert.Equal(NotConfirmed, (await desk.TakeQuietlyAsync()).Text);
        Assert.IsType<Live>(await desk.StateAsync(number));

        desk.Store.Before = (_, _) => Task.CompletedTask;
        await desk.SettleAsync();
        Assert.Equal(3, desk.Banners.Count);
    });

    [Fact]
    public Task With_the_store_down_whoever_types_is_told_too() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        desk.Store.Down = true;
        await desk.Priya.SayAsync($"check {number}");
        Assert.Equal(NotConfirmed, desk.Priya.Chat[^1].Text);
        desk.Store.Down = false;
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task With_the_store_failing_live_ones_lapse(bool down) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var authority = desk.Priya.Sees(desk.CardOf(number, "authority"));
        (desk.Store.Down, desk.Store.ReadOnly) = (down, !down);
        await desk.StepAsync(TimeSpan.FromMinutes(4));

        var shown = LiveRendering.In(desk.Teams.Transcript);
        Assert.All(shown, banner => Assert.True(banner.Until <= desk.Time.GetUtcNow()));
        if (!down)
            Assert.StartsWith("This service can no longer confirm authority", (await desk.Priya.RefreshAsync(authority)).Text, StringComparison.Ordinal);

        (desk.Store.Down, desk.Store.ReadOnly) = (false, false);
        await desk.SettleAsync();
        Assert.Empty(desk.Banners);
        Assert.Equal(EndReason.LeaseLapsed, Assert.IsType<Ended>(await desk.StateAsync(number)).Reason);
    });
}
