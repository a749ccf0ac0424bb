using VstrsBot.Handoffs;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpec;
using static VstrsBot.Tests.Support.HandoffSpecHistory;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

public sealed class StillOnTheCallTests
{
    // Live since 10:01: asked at 10:16, reminded at 10:17, over at 10:18; capped at 11:01.
    private static readonly HandoffEvent Asked = new StillOnCallAsked(At(18), At(16));
    private static readonly HandoffEvent Reminded = new StillOnCallReminded(At(18), At(17));

    [Fact]
    public void It_is_asked_15_minutes_after_going_live()
    {
        Given(LiveUntil(At(15.5))).ThenTimeSays(At(15.99));
        Given(LiveUntil(At(15.5))).ThenTimeSays(At(16), Asked);
    }

    [Fact]
    public void It_is_asked_once_more_a_minute_before_the_answer_is_due()
    {
        Given([.. LiveUntil(At(15.5)), Asked]).ThenTimeSays(At(16.99));
        Given([.. LiveUntil(At(15.5)), Asked]).ThenTimeSays(At(17), Reminded);
    }

    [Fact]
    public void Without_an_answer_it_ends_2_minutes_after_it_was_asked() =>
        Given([.. LiveUntil(At(15.5)), Asked, Reminded, new LeaseRenewed(new Lease(At(17), At(18)), At(17))])
            .ThenTimeSays(At(18.2), new HandoffEnded(EndReason.NoAnswer, null, null, null, [], At(18)));

    [Fact]
    public void A_renewal_never_reaches_past_the_time_the_answer_is_due() =>
        Given(LiveUntil(At(15.5))).When(new Renew(BothOnRegister: true), At(16.5)).Then(new LeaseRenewed(new Lease(At(16.5), At(18)), At(16.5)));

    [Fact]
    public void The_specialists_yes_is_good_for_another_15_minutes() =>
        Given([.. LiveUntil(At(15.5)), Asked])
            .When(new SayStillOnCall(Priya), At(16.5)).Then(new StillOnCallSaid(Priya.Person, new Lease(At(16.5), At(19.5)), At(16.5)))
            .And(new LeaseRenewed(LeaseAt(At(31)), At(31)))
            .ThenTimeSays(At(31.5), new StillOnCallAsked(At(33.5), At(31.5)));

    [Fact]
    public void The_advisers_yes_counts_while_they_have_not_left() =>
        Given([.. LiveUntil(At(15.5)), Asked]).When(new SayStillOnCall(Tom), At(16.5))
            .Then(new StillOnCallSaid(Tom.Person, new Lease(At(16.5), At(19.5)), At(16.5)));

    [Fact]
    public void The_advisers_yes_is_refused_after_they_left() =>
        Given([.. LiveUntil(At(15.5)), new AdviserLeft(Tom.Person, At(15.6)), Asked])
            .When(new SayStillOnCall(Tom), At(16.5)).Then(new Refusal.AdviserHasLeft());

    [Fact]
    public void The_specialists_yes_counts_after_the_adviser_left() =>
        Given([.. LiveUntil(At(15.5)), new AdviserLeft(Tom.Person, At(15.6)), Asked]).When(new SayStillOnCall(Priya), At(16.5))
            .Then(new StillOnCallSaid(Priya.Person, new Lease(At(16.5), At(19.5)), At(16.5)));

    [Fact]
    public void Leaving_the_call_ends_nothing() =>
        Assert.IsType<Live>(Given(OnTheCall).When(new LeaveCall(Tom), At(2)).Then(new AdviserLeft(Tom.Person, At(2))).State);

    [Fact]
    public void Leaving_twice_is_leaving_once() => Given([.. OnTheCall, new AdviserLeft(Tom.Person, At(2))]).When(new LeaveCall(Tom), At(3)).ThenAlreadySo();

    [Fact]
    public void A_yes_can_be_given_before_it_is_asked() =>
        Given(OnTheCall).When(new SayStillOnCall(Tom), At(2)).Then(new StillOnCallSaid(Tom.Person, new Lease(At(2), At(5)), At(2)));

    [Fact]
    public void A_yes_that_comes_too_late_revives_nothing() =>
        Given([.. LiveUntil(At(15.5)), Asked, Reminded, new LeaseRenewed(new Lease(At(17), At(18)), At(17))])
            .When(new SayStillOnCall(Priya), At(18)).Then(new Refusal.AlreadyEnded(EndReason.NoAnswer, At(18)));
}
