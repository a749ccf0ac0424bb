using VstrsBot.Handoffs;
using VstrsBot.Tests.Support;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpec;
using static VstrsBot.Tests.Support.HandoffSpecHistory;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

public sealed class HandoffLadderTests
{
    private static readonly Roster Four = OnDuty(Priya, Amir, Dev, Ella);

    [Fact]
    public void The_one_idle_longest_is_asked_at_once() =>
        Assert.Equal([Priya.Person], AskedAtOnce(Four));

    [Fact]
    public void Idle_time_decides_and_not_the_order_of_the_rota() =>
        Assert.Equal([Priya.Person], AskedAtOnce(Four with { OnDuty = [.. Four.OnDuty.Reverse()] }));

    [Fact]
    public void The_next_two_are_asked_after_45_seconds()
    {
        Given(Posted).On(Four).ThenTimeSays(Seconds(44.9));
        Given(Posted).On(Four).ThenTimeSays(Seconds(45), new SpecialistsAsked(1, [Amir.Person, Dev.Person], [], Seconds(45)));
    }

    [Fact]
    public void Everyone_on_duty_and_the_lead_after_90_seconds() =>
        Given(Posted).On(Four).AndTimePasses(Seconds(45)).ThenTimeSays(Seconds(90), new SpecialistsAsked(2, [Ella.Person], [Leah.Person], Seconds(90)));

    [Fact]
    public void Nobody_has_accepted_is_said_at_3_minutes() =>
        Given(Posted).On(Four).AndTimePasses(Seconds(45)).AndTimePasses(Seconds(90)).ThenTimeSays(At(3), new LadderExhausted([], At(3)));

    [Fact]
    public void A_ladder_that_ran_out_says_no_more() => Given(Posted).On(Four).AndTimePasses(At(3)).ThenTimeSays(At(20));

    [Fact]
    public void Busy_people_are_skipped() => Assert.Equal([Dev.Person], AskedAtOnce(Four.Busy(Priya, Amir)));

    [Fact]
    public void With_nobody_free_the_lead_is_told_at_once() =>
        Given().On(OnDuty(Priya).Busy(Priya)).When(PostBy(Tom), Ten).Then(
            Posted[0], new SpecialistsAsked(0, [], [], Ten), new SpecialistsAsked(1, [], [], Ten), new SpecialistsAsked(2, [], [Leah.Person], Ten));

    [Fact]
    public void Declining_moves_on_at_once() =>
        Given(Posted).On(Four).When(new Decline(Priya), Seconds(5)).Then(
            new AskDeclined(Priya.Person, Seconds(5)), new SpecialistsAsked(1, [Amir.Person, Dev.Person], [], Seconds(5)));

    [Fact]
    public void Declining_does_not_move_on_while_another_is_still_asked() =>
        Given(Posted).On(Four).AndTimePasses(Seconds(45)).When(new Decline(Amir), Seconds(50)).Then(new AskDeclined(Amir.Person, Seconds(50)));

    [Fact]
    public void Declining_twice_is_declining_once() =>
        Given(Posted).On(Four).When(new Decline(Priya), Seconds(5)).Then().When(new Decline(Priya), Seconds(6)).ThenAlreadySo();

    [Fact]
    public void The_reason_is_asked_after_declining() =>
        Given(Posted).On(Four).When(new Decline(Priya), Seconds(5)).Then().When(new GiveReason(Priya, "On a call"), Seconds(8))
            .Then(new DeclineExplained(Priya.Person, "On a call", Seconds(8)));

    [Fact]
    public void The_same_reason_twice_leaves_one_line() =>
        Given(Posted).On(Four).When(new Decline(Priya), Seconds(5)).Then()
            .When(new GiveReason(Priya, "On a call"), Seconds(8)).Then()
            .When(new GiveReason(Priya, "On a call"), Seconds(9)).ThenAlreadySo();

    [Fact]
    public void Whoever_declined_is_not_asked_again() =>
        Given([.. Posted, new AskDeclined(Priya.Person, Seconds(5)), new LadderExhausted([], At(3))]).On(Four)
            .When(new AskAgain(Tom), At(4)).Then(new LadderStartedAgain(Tom.Person, At(4)), new SpecialistsAsked(0, [Amir.Person], [], At(4)));

    [Fact]
    public void Whoever_did_not_answer_is_asked_again() =>
        Given([.. Posted, new LadderExhausted([], At(3))]).On(Four)
            .When(new AskAgain(Tom), At(4)).Then(new LadderStartedAgain(Tom.Person, At(4)), new SpecialistsAsked(0, [Priya.Person], [], At(4)));

    [Fact]
    public void Declining_on_the_card_of_an_earlier_round_counts() =>
        Given([.. Posted, new LadderExhausted([], At(3)), new LadderStartedAgain(Tom.Person, At(4)), new SpecialistsAsked(0, [Amir.Person], [], At(4))])
            .When(new Decline(Priya), At(4.1)).Then(new AskDeclined(Priya.Person, At(4.1)));

    [Fact]
    public void Declining_on_an_old_card_answers_the_ask_that_is_open()
    {
        var declined = Given([.. Posted, new LadderExhausted([], At(3))]).On(Four)
            .When(new AskAgain(Tom), At(4)).Then()
            .When(new Decline(Priya), At(4.1)).Then(new AskDeclined(Priya.Person, At(4.1)), new SpecialistsAsked(1, [Amir.Person, Dev.Person], [], At(4.1)));
        Assert.Equal([AskAnswer.Over, AskAnswer.Declined, AskAnswer.None, AskAnswer.None], Assert.IsType<Waiting>(declined.State).Asks.Select(a => a.Answer));
        declined.When(new Decline(Priya), At(4.2)).ThenAlreadySo();
    }

    [Fact]
    public void A_decline_stands_when_the_ladder_starts_again()
    {
        var again = Given([.. Posted, new AskDeclined(Priya.Person, Seconds(5)), new LadderExhausted([], At(3))]).On(Four).When(new AskAgain(Tom), At(4)).Then();
        again.When(new Decline(Priya), At(4.1)).ThenAlreadySo();
        Assert.Equal([AskAnswer.Declined, AskAnswer.None], Assert.IsType<Waiting>(again.State).Asks.Select(a => a.Answer));
    }

    [Fact]
    public void Declining_after_the_ladder_ran_out_is_recorded_once() =>
        Given([.. Posted, new LadderExhausted([], At(3))]).When(new Decline(Priya), At(4)).Then(new AskDeclined(Priya.Person, At(4)))
            .When(new Decline(Priya), At(5)).ThenAlreadySo();

    [Fact]
    public void Another_reason_replaces_the_first_and_the_first_again_is_a_change() =>
        Given([.. Posted, new AskDeclined(Priya.Person, Seconds(5)), new DeclineExplained(Priya.Person, "On a call", Seconds(8))])
            .When(new GiveReason(Priya, "Not my area"), Seconds(9)).Then(new DeclineExplained(Priya.Person, "Not my area", Seconds(9)))
            .When(new GiveReason(Priya, "Not my area"), Seconds(10)).ThenAlreadySo();

    [Fact]
    public void The_same_reason_after_somebody_accepted_leaves_no_second_line() =>
        Given([.. Posted, new AskDeclined(Priya.Person, Seconds(5)), new DeclineExplained(Priya.Person, "On a call", Seconds(8)), new SpecialistClaimed(Amir.Person, Seconds(9))])
            .When(new GiveReason(Priya, "On a call"), Seconds(10)).ThenAlreadySo();

    [Fact]
    public void Whoever_had_it_before_is_not_asked_again() =>
        Given(Accepted).On(Four).When(new GiveBack(Priya), Seconds(20)).Then(
            new HandoffPassedOn(Priya.Person, Priya.Person, PassedOnBecause.GivenBack, Seconds(20)), new SpecialistsAsked(0, [Amir.Person], [], Seconds(20)));

    [Fact]
    public void The_adviser_can_have_it_passed_on() =>
        Given(Matched).On(Four).When(new AskSomeoneElse(Tom), Seconds(50)).Then(
            new HandoffPassedOn(Priya.Person, Tom.Person, PassedOnBecause.AskedSomeoneElse, Seconds(50)), new SpecialistsAsked(0, [Amir.Person], [], Seconds(50)));

    [Fact]
    public void A_move_starts_the_ladder_of_the_new_area() =>
        Assert.Equal("PAYE", Assert.IsType<Waiting>(Given(Posted).On(OnDuty(Dev, Ella)).When(new Move(Leah, "PAYE", "Belongs there"), Seconds(30)).Then(
            new HandoffMoved(Leah.Person, "PAYE", "Belongs there", Seconds(30)), new SpecialistsAsked(0, [Dev.Person], [], Seconds(30))).State).Posting.Area);

    [Fact]
    public void No_more_people_are_asked_than_one_commit_can_hold()
    {
        var many = Enumerable.Range(1, 30).Select(n => new Candidate(new Person(new PersonId(default, new Guid(n, 0, 0, new byte[8])), $"Specialist {n}"), Ten, Free: true));
        var (ask, _) = Ladder.Choose(new LadderRung(TimeSpan.Zero, Ask: null), (Waiting)Given(Posted).State, new Roster([.. many], [], []));
        Assert.Equal(Ladder.MostAsked - 1, ask.Length);
    }

    private static IEnumerable<Person> AskedAtOnce(Roster roster) =>
        Given().On(roster).When(PostBy(Tom), Ten).Events.OfType<SpecialistsAsked>().Single().Asked;
}
