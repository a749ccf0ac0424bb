using VstrsBot.Handoffs;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpec;
using static VstrsBot.Tests.Support.HandoffSpecHistory;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

public sealed class TakingTheCallTests
{
    [Fact]
    public void Two_separate_acts_make_it_live() =>
        Assert.IsType<Live>(Given([.. Accepted, Details])
            .When(Right(Priya), Seconds(40)).Then(new SeesIdConfirmed(Priya.Person, Seconds(40)))
            .When(new TakeCall(Priya, BothOnRegister: true), At(1)).Then(new CallTaken(Priya.Person, new Lease(At(1), At(4)), At(1))).State);

    [Fact]
    public void Without_the_details_the_call_cannot_be_taken() =>
        Given(MatchedWithoutDetails).When(new TakeCall(Priya, BothOnRegister: true), At(1)).Then(new Refusal.DetailsMissing(Tom.Person));

    [Fact]
    public void Details_sent_after_the_match_are_enough() =>
        Given(MatchedWithoutDetails)
            .When(new SendDetails(Tom, "Payment plan", "phone", null), Seconds(50)).Then(new DetailsSent(Tom.Person, "Payment plan", "phone", null, Seconds(50)))
            .When(new TakeCall(Priya, BothOnRegister: true), At(1)).Then(new CallTaken(Priya.Person, new Lease(At(1), At(4)), At(1)));

    [Fact]
    public void Off_the_register_the_call_cannot_be_taken() =>
        Given(Matched).When(new TakeCall(Priya, BothOnRegister: false), At(1)).Then(new Refusal.OffTheRegister());

    [Fact]
    public void Without_a_match_the_call_cannot_be_taken() =>
        Given([.. Accepted, Details]).When(new TakeCall(Priya, BothOnRegister: true), At(1)).Then(new Refusal.NotInThisState());

    [Fact]
    public void After_passing_on_the_match_of_the_one_before_counts_for_nothing() =>
        Given(Matched)
            .When(new GiveBack(Priya), Seconds(50)).Then()
            .When(new Claim(Amir, Holds: null), Seconds(55)).Then(new SpecialistClaimed(Amir.Person, Seconds(55)))
            .When(new TakeCall(Amir, BothOnRegister: true), At(1)).Then(new Refusal.NotInThisState());

    [Fact]
    public void An_unused_match_is_warned_about_at_4_minutes_and_runs_out_at_5() =>
        Given(Matched).ThenTimeSays(Seconds(40).AddMinutes(5), new ConfirmationWarned(Seconds(40).AddMinutes(4)), new ConfirmationLapsed(Seconds(40).AddMinutes(5)));

    [Fact]
    public void Nothing_is_said_of_a_match_before_4_minutes() => Given(Matched).ThenTimeSays(Seconds(39.9).AddMinutes(4));

    [Fact]
    public void A_match_that_ran_out_must_be_made_again() =>
        Given(Matched).When(new TakeCall(Priya, BothOnRegister: true), Seconds(40).AddMinutes(5)).Then(new Refusal.NotInThisState());
}
