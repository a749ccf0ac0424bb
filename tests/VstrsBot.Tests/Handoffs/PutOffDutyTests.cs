using VstrsBot.Handoffs;
using VstrsBot.Tests.Journeys;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpec;
using static VstrsBot.Tests.Support.HandoffSpecHistory;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

/// <summary>Two pings in a row that the ladder moved on past put a person off duty, and tell them.</summary>
public sealed class PutOffDutyTests
{
    private static readonly Roster PriyaMissedOne = TwoOnDuty with { OnDuty = [.. TwoOnDuty.OnDuty.Select(c => c.Who == Priya.Person ? c with { Unanswered = 1 } : c)] };

    [Fact]
    public void The_ladder_moving_on_past_a_second_ping_puts_a_person_off_duty() =>
        Given(Posted).On(PriyaMissedOne).ThenTimeSays(
            Seconds(45), new SpecialistsAsked(1, [Amir.Person], [], Seconds(45)), new PutOffDuty([Priya.Person], Seconds(45)));

    [Fact]
    public void The_first_unanswered_ping_does_not() =>
        Given(Posted).On(TwoOnDuty).ThenTimeSays(Seconds(45), new SpecialistsAsked(1, [Amir.Person], [], Seconds(45)));

    [Fact]
    public void The_end_of_the_ladder_counts_as_moving_on()
    {
        HandoffEvent[] amirAskedLast = [Posted[0], new SpecialistsAsked(0, [], [], Ten), new SpecialistsAsked(1, [], [], Ten), new SpecialistsAsked(2, [Priya.Person], [Leah.Person], Ten)];
        Given(amirAskedLast).On(PriyaMissedOne).ThenTimeSays(At(3), new LadderExhausted([], At(3)), new PutOffDuty([Priya.Person], At(3)));
    }

    [Fact]
    public void One_ping_counts_once_however_often_the_ladder_moves_on() =>
        Assert.Single(Given(Posted).On(PriyaMissedOne).Times.DueBy(Given(Posted).State, new Moment(At(4)), PriyaMissedOne).OfType<PutOffDuty>());

    [Fact]
    public void Whoever_is_asked_and_passed_by_in_the_same_moment_had_no_time_to_answer()
    {
        var everybodyMissedOne = PriyaMissedOne with { OnDuty = [.. PriyaMissedOne.OnDuty.Select(c => c with { Unanswered = 1 })] };
        var late = Given(Posted).Times.DueBy(Given(Posted).State, new Moment(At(4)), everybodyMissedOne);
        Assert.Equal([Priya.Person], late.OfType<PutOffDuty>().SelectMany(e => e.Who));
    }

    [Fact]
    public void They_are_told()
    {
        var put = new PutOffDuty([Priya.Person, Amir.Person], Seconds(45));
        Assert.Equal(
            [new Say(Line.PutOffDuty, Priya.Person, Seconds(45)), new Say(Line.PutOffDuty, Amir.Person, Seconds(45))],
            HandoffEffects.Of(put, Given(Posted).State, (PostedHandoff)Given([.. Posted, put]).State));
    }

    [Fact]
    public void A_ping_that_the_ladder_moved_on_past_counts_once()
    {
        var row = RowAfter(Priya, Posted[1], Moved(1, 45), Moved(2, 90), new LadderExhausted([], At(3)));
        Assert.Equal(1, row.Unanswered);
        Assert.Equal(2, (row with { AskedFor = null }).After(new SpecialistsAsked(0, [Priya.Person], [], At(5)), M4TX).After(Moved(1, 400), M4TX).Unanswered);
    }

    [Fact]
    public void A_ping_that_somebody_else_answered_first_does_not_count() =>
        Assert.Equal(0, RowAfter(Priya, Posted[1], new SpecialistClaimed(Amir.Person, Seconds(20))).Unanswered);

    [Fact]
    public void Accepting_and_declining_count_as_answers_however_late()
    {
        Assert.Equal(0, RowAfter(Priya, Posted[1], Moved(1, 45), new SpecialistClaimed(Priya.Person, Seconds(50))).Unanswered);
        Assert.Equal(0, RowAfter(Priya, Posted[1], Moved(1, 45), new AskDeclined(Priya.Person, Seconds(50))).Unanswered);
    }

    [Fact]
    public void Off_duty_holds_against_the_rota_for_that_day_only()
    {
        var off = RowAfter(Priya, new PutOffDuty([Priya.Person], At(5)));
        Assert.False(off.IsOnDuty(onRotaSince: Ten.AddHours(-1), At(6)));
        Assert.True(off.IsOnDuty(onRotaSince: Ten.AddHours(23), At(6).AddDays(1)));
        Assert.True((off with { OnDutyUntil = At(60) }).IsOnDuty(onRotaSince: null, At(6)));
    }

    [Fact]
    public async Task Whoever_missed_two_is_asked_no_more_though_on_the_rota()
    {
        var desk = new ServiceDesk();
        await desk.DoAsync(PostBy(Tom));
        desk.Time.Advance(TimeSpan.FromSeconds(46));
        await desk.DoAsync(new Wake());
        await desk.DoAsync(new Withdraw(Tom, PostedInError: false));
        Assert.Equal(1, (await desk.RowOfAsync(Priya)).Unanswered);

        await desk.DoAsync(PostBy(Tom) with { Id = M4TX }, M4TX);
        desk.Time.Advance(TimeSpan.FromSeconds(46));
        await desk.DoAsync(new Wake(), M4TX);
        Assert.Equal(desk.Time.GetUtcNow(), (await desk.RowOfAsync(Priya)).OffDutyAt);
        Assert.NotEmpty(await desk.Store.ReadAsync($"o|M4TX|Say-{nameof(Line.PutOffDuty)}-{Priya.Id}", $"o|M4TX|Say-{nameof(Line.PutOffDuty)}~", 10, TestContext.Current.CancellationToken));

        await desk.DoAsync(new Withdraw(Tom, PostedInError: false), M4TX);
        await desk.DoAsync(PostBy(Grace) with { Id = HandoffId.Parse("R9TX") }, HandoffId.Parse("R9TX"));
        Assert.DoesNotContain(((Waiting)await desk.StoredAsync(HandoffId.Parse("R9TX"))).Asks, a => a.Who == Priya.Person);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Two_unanswered_pings_put_priya_off_duty_unless_she_pressed_something(bool pressed) => Desk.PlayAsync(async desk =>
    {
        await desk.PostAsync();
        await desk.StepAsync(TimeSpan.FromMinutes(4));
        if (pressed)
            await desk.Priya.RawPressAsync("help", new System.Text.Json.Nodes.JsonObject());
        await desk.Tom.PressNewestAsync("Ask again");
        await desk.StepAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(pressed ? 0 : 1, Told(desk));
        if (pressed)
            return;

        await desk.PostAsync();
        Assert.Single(desk.Priya.Chat, m => m.Buttons.Contains("Accept"));
        await desk.Priya.SayAsync("on duty");
        Assert.Equal(0, (await RowAsync(desk)).Unanswered);
        Assert.Null((await RowAsync(desk)).OffDutyAt);
    });

    [Fact]
    public Task Whoever_types_off_duty_is_off_duty_against_the_rota_too() => Desk.PlayAsync(async desk =>
    {
        await desk.Priya.SayAsync("off duty");
        Assert.False((await RowAsync(desk)).IsOnDuty(onRotaSince: desk.Time.GetUtcNow().AddHours(-10), desk.Time.GetUtcNow()));
        await desk.Priya.SayAsync("on duty");
        Assert.True((await RowAsync(desk)).IsOnDuty(onRotaSince: null, desk.Time.GetUtcNow()));
    });

    private static int Told(Desk desk) => desk.Priya.Chat.Count(m => m.Text == "You did not answer two pings, so you are off duty. Type: on duty");

    private static async Task<Availability> RowAsync(Desk desk)
    {
        var row = Assert.Single(await desk.Store.ReadAsync("l|", "l}", 100, TestContext.Current.CancellationToken), r => r.Key.Contains(desk.Priya.Person.ObjectId.ToString(), StringComparison.Ordinal));
        return VstrsBot.Storage.HandoffJson.Read<Availability>(row);
    }

    private static SpecialistsAsked Moved(int rung, double seconds) => new(rung, [Dev.Person], [], Seconds(seconds));

    private static Availability RowAfter(Actor who, params HandoffEvent[] events) =>
        events.Aggregate(new Availability(who.Id), (row, happened) => row.After(happened, K7F3));
}
