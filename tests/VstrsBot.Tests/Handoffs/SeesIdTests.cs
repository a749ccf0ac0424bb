using System.Text;
using VstrsBot.Handoffs;
using VstrsBot.Storage;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpec;
using static VstrsBot.Tests.Support.HandoffSpecHistory;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

public sealed class SeesIdTests
{
    private static readonly HandoffEvent Miss1 = new SeesIdMismatched(Priya.Person, "wrong 1", 2, Seconds(30));
    private static readonly HandoffEvent Miss2 = new SeesIdMismatched(Priya.Person, "wrong 2", 1, Seconds(40));

    [Fact]
    public void A_mismatch_says_how_many_tries_are_left() =>
        Given(Accepted).When(Wrong(Priya), Seconds(30)).Then(Miss1).When(Wrong(Priya, "wrong 2"), Seconds(40)).Then(Miss2);

    [Fact]
    public void The_third_different_mismatch_ends_it_and_tells_both_leads() =>
        Given([.. Accepted, Miss1, Miss2]).On(TwoOnDuty).When(Wrong(Priya, "wrong 3"), Seconds(50)).Then(
            new SeesIdMismatched(Priya.Person, "wrong 3", 0, Seconds(50)),
            new HandoffEnded(EndReason.NotConfirmed, Priya.Person, null, null, [Leah.Person, Owen.Person], Seconds(50)));

    [Fact]
    public void The_same_value_again_is_the_same_attempt_and_leaves_no_line() =>
        Given([.. Accepted, Miss1, Miss2]).When(Wrong(Priya, "wrong 1"), Seconds(50)).ThenAlreadySo();

    [Fact]
    public void The_right_value_after_two_mismatches_is_a_match() =>
        Given([.. Accepted, Miss1, Miss2]).When(Right(Priya), Seconds(50)).Then(new SeesIdConfirmed(Priya.Person, Seconds(50)));

    [Fact]
    public void Attempts_survive_passing_on() =>
        Given([.. Accepted, Miss1, Miss2]).On(OnDuty(Amir))
            .When(new GiveBack(Priya), Seconds(45)).Then()
            .When(new Claim(Amir, Holds: null), Seconds(46)).Then()
            .When(Wrong(Amir, "wrong 3"), Seconds(50)).Then(
                new SeesIdMismatched(Amir.Person, "wrong 3", 0, Seconds(50)),
                new HandoffEnded(EndReason.NotConfirmed, Amir.Person, null, null, [Leah.Person, Owen.Person], Seconds(50)));

    [Fact]
    public void A_value_that_missed_before_is_the_same_attempt_for_the_next_specialist() =>
        Given([.. Accepted, Miss1, new HandoffPassedOn(Priya.Person, Priya.Person, PassedOnBecause.GivenBack, Seconds(35)), new SpecialistClaimed(Amir.Person, Seconds(36))])
            .When(Wrong(Amir, "wrong 1"), Seconds(40)).ThenAlreadySo();

    [Fact]
    public void Attempts_survive_a_match_that_ran_out() =>
        Given([.. Accepted, Miss1, Miss2, new SeesIdConfirmed(Priya.Person, Seconds(50))])
            .When(Wrong(Priya, "wrong 3"), Seconds(50 + (5 * 60)))
            .Then(new SeesIdMismatched(Priya.Person, "wrong 3", 0, Seconds(350)), new HandoffEnded(EndReason.NotConfirmed, Priya.Person, null, null, [], Seconds(350)));

    [Fact]
    public void With_nothing_on_file_it_is_refused_and_no_attempt_is_counted()
    {
        Given(Accepted).When(NothingOnFile(Priya), Seconds(30)).Then(new Refusal.NoSeesIdOnFile());
        Given([.. Accepted, Miss1, Miss2]).When(NothingOnFile(Priya), Seconds(50)).Then(new Refusal.NoSeesIdOnFile());
    }

    [Fact]
    public void Not_being_satisfied_ends_it_and_tells_both_leads() =>
        Given(Matched).On(TwoOnDuty).When(new NotSatisfied(Priya), Seconds(50)).Then(
            new HandoffEnded(EndReason.NotConfirmed, Priya.Person, null, null, [Leah.Person, Owen.Person], Seconds(50)));

    [Fact]
    public void The_record_of_a_mismatch_holds_nothing_of_what_was_typed() =>
        Assert.DoesNotContain("wrong 1", Encoding.UTF8.GetString(HandoffJson.Write(Miss1)), StringComparison.Ordinal);
}
