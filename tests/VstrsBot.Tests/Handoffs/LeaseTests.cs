using VstrsBot.Handoffs;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpec;
using static VstrsBot.Tests.Support.HandoffSpecHistory;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

public sealed class LeaseTests
{
    [Fact]
    public void A_lease_that_is_not_renewed_ends_when_it_said_it_would()
    {
        Given(OnTheCall).ThenTimeSays(At(3.99));
        Given(OnTheCall).ThenTimeSays(At(4), Lapsed(At(4)));
        Given(OnTheCall).ThenTimeSays(At(240), Lapsed(At(4)));
    }

    [Fact]
    public void A_lease_lasts_3_minutes_from_its_renewal() =>
        Given(OnTheCall).When(new Renew(BothOnRegister: true), At(2)).Then(new LeaseRenewed(new Lease(At(2), At(5)), At(2)));

    [Fact]
    public void A_lease_is_granted_later_than_the_one_before_even_at_the_same_moment()
    {
        Given(OnTheCall).When(new Renew(BothOnRegister: true), At(1)).Then(new LeaseRenewed(new Lease(At(1).AddTicks(1), At(4)), At(1)));
        Given(OnTheCall).When(new SayStillOnCall(Priya), At(1)).Then(new StillOnCallSaid(Priya.Person, new Lease(At(1).AddTicks(1), At(4)), At(1)));
    }

    [Fact]
    public void Either_person_off_the_register_ends_it_at_renewal() =>
        Given(OnTheCall).When(new Renew(BothOnRegister: false), At(2)).Then(new HandoffEnded(EndReason.OffTheRegister, null, null, null, [], At(2)));

    [Fact]
    public void A_renewal_that_comes_too_late_revives_nothing() =>
        Given(OnTheCall).When(new Renew(BothOnRegister: true), At(4)).Then(new Refusal.AlreadyEnded(EndReason.LeaseLapsed, At(4)));

    [Fact]
    public void Neither_a_renewal_nor_a_yes_reaches_past_the_cap()
    {
        var late = Given(OnTheCall).And(new StillOnCallSaid(Priya.Person, LeaseAt(At(58)), At(58)));
        late.When(new Renew(BothOnRegister: true), At(59)).Then(new LeaseRenewed(new Lease(At(59), At(61)), At(59)));
        late.When(new SayStillOnCall(Priya), At(59)).Then(new StillOnCallSaid(Priya.Person, new Lease(At(59), At(61)), At(59)));
    }

    [Fact]
    public void At_60_minutes_it_ends_whatever_was_answered() =>
        Given(OnTheCall).And(new StillOnCallSaid(Priya.Person, new Lease(At(59), At(61)), At(59)))
            .ThenTimeSays(At(61), new HandoffEnded(EndReason.Cap, null, null, null, [], At(61)));

    [Fact]
    public void A_lease_that_this_process_has_outlived_is_over() =>
        Given(OnTheCall).ThenTimeSays(new Moment(At(2), LeaseOutlived: true), Lapsed(At(2)));

    [Fact]
    public void A_lease_granted_up_to_5_seconds_ahead_is_believed() => Given(OnTheCall).ThenTimeSays(At(1).AddSeconds(-5));

    [Fact]
    public void A_lease_from_the_future_is_over()
    {
        var spec = Given(OnTheCall);
        var due = spec.Times.DueBy(spec.State, new Moment(At(1).AddSeconds(-6)), Roster.Nobody);
        Assert.Equal(EndReason.LeaseLapsed, Assert.IsType<HandoffEnded>(Assert.Single(due)).Reason);
    }

    [Fact]
    public void A_lease_that_reads_longer_than_a_lease_lasts_is_over() =>
        Given([.. Matched, new CallTaken(Priya.Person, new Lease(At(1), At(9)), At(1))]).ThenTimeSays(At(2), Lapsed(At(2)));

    [Fact]
    public void It_wakes_for_its_renewal_after_about_a_minute()
    {
        var spec = Given(OnTheCall);
        Assert.InRange(spec.Times.NextAt(spec.State)!.Value, At(1).AddSeconds(50), At(2));
    }

    private static HandoffEnded Lapsed(DateTimeOffset at) => new(EndReason.LeaseLapsed, null, null, null, [], at);
}
