using TeamsStandIn.Faults;
using VstrsBot.Handoffs;
using VstrsBot.Tests.Storms;
using Xunit;

namespace VstrsBot.Tests.Journeys.Resilience;

/// <summary>DE4: each fault of the pretend Teams on the real bot. Whatever Teams does, the banner goes away and the rules of authority hold.</summary>
public sealed class DE4_EveryFaultTests
{
    public static TheoryData<string> FaultsOfTheConnector => [.. TeamsFaults.ToTeams.Keys];

    public static TheoryData<string> FaultsOfDelivery => [.. TeamsFaults.ToTheBot.Keys];

    [Theory]
    [MemberData(nameof(FaultsOfTheConnector))]
    public Task With_every_third_update_going_wrong_the_banner_comes_and_goes(string fault) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ConfirmedAsync();
        await TakeAndEndAsync(desk, () => desk.Teams.Faults.Next(Op.Update, TeamsFaults.ToTeams[fault]()).Times(2));
        await AssertGoneAsync(desk, number);
    });

    [Theory]
    [MemberData(nameof(FaultsOfTheConnector))]
    public Task With_every_update_of_the_end_going_wrong_at_first_the_banner_goes(string fault) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        desk.Teams.Faults.Next(Op.Update, TeamsFaults.ToTeams[fault]()).Times(6);
        await desk.Tom.PressNewestAsync("The whole call has ended");
        await AssertGoneAsync(desk, number);
    });

    [Theory]
    [MemberData(nameof(FaultsOfTheConnector))]
    public Task With_posts_going_wrong_there_is_still_a_banner_and_it_goes(string fault) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        await desk.SendDetailsAsync();
        desk.Teams.Faults.Next(Op.Send, TeamsFaults.ToTeams[fault]()).Times(3);
        await desk.Priya.RawPressAsync("accept", Steps.Press(number, "ping"));
        await desk.PassAsync(40);
        await desk.Priya.RawPressAsync("checkSeesId", Steps.Press(number, "authority", ("seesId", Desk.Code)));
        await desk.PassAsync(10);
        await TakeAndEndAsync(desk, () => { });
        await AssertGoneAsync(desk, number);
    });

    [Theory]
    [MemberData(nameof(FaultsOfDelivery))]
    public Task With_every_press_delivered_badly_it_is_as_if_it_were_once(string fault) => Desk.PlayAsync(async desk =>
    {
        desk.Teams.Faults.Next(Op.Deliver, TeamsFaults.ToTheBot[fault]()).UntilCleared();
        var number = await desk.PostAsync();
        await desk.SendDetailsAsync();
        await desk.Priya.RawPressAsync("accept", Steps.Press(number, "ping"));
        await desk.SettleAsync();
        await desk.Priya.RawPressAsync("checkSeesId", Steps.Press(number, "authority", ("seesId", Desk.Code)));
        await desk.SettleAsync();
        await desk.Priya.RawPressAsync("takeCall", Steps.Press(number, "authority"));
        await desk.SettleAsync();
        Assert.Equal(3, desk.Banners.Count);
        await desk.Tom.RawPressAsync("endCall", Steps.Press(number, "adviser"));
        await desk.SettleAsync();
        Assert.Equal(
            ["HandoffPosted", "SpecialistsAsked", "DetailsSent", "SpecialistClaimed", "SeesIdConfirmed", "CallTaken", "HandoffEnded"],
            (await desk.RecordedAsync(number)).Distinct(StringComparer.Ordinal));
        await AssertGoneAsync(desk, number);
    });

    [Fact]
    public Task An_end_overtaken_by_a_yes_and_a_yes_overtaken_by_an_end_both_end_it() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        desk.Teams.Faults.Next(Op.Deliver, Fault.Reorder()).For("Priya Shah");
        var yes = desk.Priya.RawPressAsync("stillOn", Steps.Press(number, "authority"));
        await desk.Tom.RawPressAsync("endCall", Steps.Press(number, "adviser"));
        Assert.StartsWith("Authority ended at 10:41am. Do not disclose.", (await yes).Text, StringComparison.Ordinal);
        await AssertGoneAsync(desk, number);
    });

    [Fact]
    public Task A_press_that_is_lost_changes_nothing_and_can_be_pressed_again() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        desk.Teams.Faults.Next(Op.Deliver, Fault.Lose()).For("Tom Reed");
        Assert.False((await desk.Tom.RawPressAsync("endCall", Steps.Press(number, "adviser"))).Reached);
        Assert.IsType<Live>(await desk.StateAsync(number));
        await desk.EndAsync();
        await AssertGoneAsync(desk, number);
    });

    [Fact]
    public Task A_chat_that_answers_404_gets_its_cards_once_it_is_made_anew() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        await desk.SendDetailsAsync();
        desk.Teams.Faults.Next(Op.Send, Fault.Status(404)).For("Priya Shah");
        await desk.AcceptAsync();
        Assert.Single(desk.CardsOf(number, "authority"));
        await desk.CheckAsync(Desk.Code);
        await desk.TakeAsync();
        Assert.Equal(3, desk.Banners.Count);
        await desk.EndAsync();
        await AssertGoneAsync(desk, number);
    });

    [Fact]
    public Task A_live_update_that_lands_after_the_end_is_put_right() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ConfirmedAsync();
        var gate = desk.Teams.Faults.Hold(Op.Update, desk.CardOf(number, "authority").ConversationId);
        await desk.TakeQuietlyAsync();
        var pass = desk.SendAsync();
        await gate.ReachedAsync(TestContext.Current.CancellationToken);
        await desk.Tom.RawPressAsync("endCall", Steps.Press(number, "adviser"));
        gate.Release(); // the banner lands, the end having been committed
        await pass;
        await AssertGoneAsync(desk, number);
    });

    /// <summary>Teams says that it did, and did not: nobody can know. The words on the screen run out, and the day after the ended card is sent again.</summary>
    [Fact]
    public Task A_lost_update_leaves_a_banner_that_has_run_out_by_its_own_words() => Desk.PlayAsync(async desk =>
    {
        await desk.LiveAsync();
        desk.Teams.Faults.Next(Op.Update, Fault.Lose()).Times(1);
        await desk.EndAsync();
        await desk.StepAsync(TimeSpan.FromMinutes(3));
        Assert.All(LiveRendering.In(desk.Teams.Transcript), banner => Assert.True(banner.Until <= desk.Time.GetUtcNow()));
    });

    private static async Task TakeAndEndAsync(Desk desk, Action goWrong)
    {
        goWrong();
        var number = Assert.Single(await desk.NumbersAsync());
        await desk.Priya.RawPressAsync("takeCall", Steps.Press(number, "authority"));
        await desk.PassAsync(70); // what Teams refuses outright waits for the next renewal
        Assert.Equal(3, desk.Banners.Count);
        goWrong();
        await desk.PassAsync(60);
        goWrong();
        await desk.Tom.RawPressAsync("endCall", Steps.Press(number, "adviser"));
    }

    private static async Task AssertGoneAsync(Desk desk, string number)
    {
        await desk.PassAsync(60);
        Assert.IsType<Ended>(await desk.StateAsync(number));
        Assert.Empty(desk.Banners);
    }
}
