using TeamsStandIn.Faults;
using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Resilience;

/// <summary>DE4: each fault of the pretend Teams on the real bot. Whatever Teams does, the banner goes away and the rules of authority hold.</summary>
public sealed class DE4_EveryFaultTests
{
    private static readonly Dictionary<string, Func<Fault>> ToTeams = new(StringComparer.Ordinal)
    {
        ["slow"] = () => Fault.Slow(TimeSpan.FromSeconds(1)),
        ["never answered"] = Fault.Silence,
        ["cut"] = Fault.Cut,
        ["done, then cut"] = Fault.ApplyThenCut,
        ["done, then never answered"] = Fault.ApplyThenSilence,
        ["done, then 502"] = () => Fault.ApplyThenStatus(502),
        ["429"] = () => Fault.Throttle(),
        ["429 for 3 s"] = () => Fault.Throttle(TimeSpan.FromSeconds(3)),
        ["403"] = () => Fault.Status(403),
        ["412"] = () => Fault.Status(412),
        ["413"] = () => Fault.Status(413),
        ["500"] = () => Fault.Status(500),
        ["502"] = () => Fault.Status(502),
        ["503"] = () => Fault.Status(503),
        ["504"] = () => Fault.Status(504),
    };

    private static readonly Dictionary<string, Func<Fault>> ToTheBot = new(StringComparer.Ordinal)
    {
        ["twice"] = () => Fault.Duplicate(),
        ["twice, new id"] = () => Fault.Duplicate(newIds: true),
        ["five at once"] = () => Fault.Duplicate(5, newIds: true, together: true),
        ["done, answer lost"] = Fault.ApplyThenCut,
        ["done, answered 502"] = () => Fault.ApplyThenStatus(502),
    };

    public static TheoryData<string> FaultsOfTheConnector => [.. ToTeams.Keys];

    public static TheoryData<string> FaultsOfDelivery => [.. ToTheBot.Keys];

    [Theory]
    [MemberData(nameof(FaultsOfTheConnector))]
    public Task With_every_third_update_going_wrong_the_banner_comes_and_goes(string fault) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ConfirmedAsync();
        await TakeAndEndAsync(desk, () => desk.Teams.Faults.Next(Op.Update, ToTeams[fault]()).Times(2));
        await AssertGoneAsync(desk, number);
    });

    [Theory]
    [MemberData(nameof(FaultsOfTheConnector))]
    public Task With_every_update_of_the_end_going_wrong_at_first_the_banner_goes(string fault) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        desk.Teams.Faults.Next(Op.Update, ToTeams[fault]()).Times(6);
        await desk.Tom.PressNewestAsync("The whole call has ended");
        await AssertGoneAsync(desk, number);
    });

    [Theory]
    [MemberData(nameof(FaultsOfTheConnector))]
    public Task With_posts_going_wrong_there_is_still_a_banner_and_it_goes(string fault) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        await desk.SendDetailsAsync();
        desk.Teams.Faults.Next(Op.Send, ToTeams[fault]()).Times(3);
        await desk.Priya.RawPressAsync("accept", Steps.Press(number, "ping"));
        await PassAsync(desk, 40);
        await desk.Priya.RawPressAsync("checkSeesId", Steps.Press(number, "authority", ("seesId", Desk.Code)));
        await PassAsync(desk, 10);
        await TakeAndEndAsync(desk, () => { });
        await AssertGoneAsync(desk, number);
    });

    [Theory]
    [MemberData(nameof(FaultsOfDelivery))]
    public Task With_every_press_delivered_badly_it_is_as_if_it_were_once(string fault) => Desk.PlayAsync(async desk =>
    {
        desk.Teams.Faults.Next(Op.Deliver, ToTheBot[fault]()).UntilCleared();
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
        await PassAsync(desk, 70); // what Teams refuses outright waits for the next renewal
        Assert.Equal(3, desk.Banners.Count);
        goWrong();
        await PassAsync(desk, 60);
        goWrong();
        await desk.Tom.RawPressAsync("endCall", Steps.Press(number, "adviser"));
    }

    private static async Task AssertGoneAsync(Desk desk, string number)
    {
        await PassAsync(desk, 60);
        Assert.IsType<Ended>(await desk.StateAsync(number));
        Assert.Empty(desk.Banners);
    }

    /// <summary>The pump goes on while the clock does, as a request may wait for the clock.</summary>
    private static async Task PassAsync(Desk desk, int seconds)
    {
        for (var second = 0; second < seconds; second += 5)
        {
            var pass = desk.SendAsync();
            while (!pass.IsCompleted)
            {
                // What waits for the clock gets it, until the bot must have given it up; then it is for the bot to move on.
                using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
                var waits = desk.Teams.Transcript.UntilAsync(() => WaitsForTheClock(desk), enough.Token);
                if (await Task.WhenAny(pass, waits) == waits)
                    desk.Time.Advance(TimeSpan.FromSeconds(1));
                await enough.CancelAsync();
            }

            try
            {
                await pass;
            }
            catch (StoreUnavailableException)
            {
                // The clock went on while the store was at work: the next pass tries again, as in the service's own loop.
            }

            desk.Time.Advance(TimeSpan.FromSeconds(5));
        }
    }

    private static bool WaitsForTheClock(Desk desk) =>
        desk.Teams.Transcript.Requests.Any(r => r is { Waits: true, AnsweredAt: null } && desk.Time.GetUtcNow() - r.At < TimeSpan.FromSeconds(4));
}
