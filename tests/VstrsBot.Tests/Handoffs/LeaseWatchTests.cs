using VstrsBot.Handoffs;
using VstrsBot.Tests.Support;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpec;
using static VstrsBot.Tests.Support.HandoffSpecHistory;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

public sealed class LeaseWatchTests
{
    private readonly JumpyTime time = new(At(1));
    private readonly LeaseWatch watch;
    private readonly HandoffSpec live = Given(OnTheCall);

    public LeaseWatchTests() => watch = new LeaseWatch(time);

    [Fact]
    public void A_lease_is_believed_for_as_long_as_it_lasts()
    {
        Assert.Equal(new Moment(At(1)), watch.MomentOf(live.State));
        time.Pass(TimeSpan.FromSeconds(179));
        Assert.Equal(new Moment(At(1).AddSeconds(179)), watch.MomentOf(live.State));
    }

    [Fact]
    public void A_clock_set_back_does_not_lengthen_it()
    {
        _ = watch.MomentOf(live.State);
        time.Pass(TimeSpan.FromMinutes(2));
        time.Jump(TimeSpan.FromMinutes(-2));
        time.Pass(TimeSpan.FromMinutes(1));

        var moment = watch.MomentOf(live.State);
        Assert.Equal(new Moment(At(2), LeaseOutlived: true), moment);
        live.ThenTimeSays(moment, new HandoffEnded(EndReason.LeaseLapsed, null, null, null, [], At(2)));
    }

    [Fact]
    public void After_a_clock_was_set_back_it_is_shown_with_what_is_left_of_it()
    {
        var granted = ((Live)live.State).Lease;
        _ = watch.MomentOf(live.State);
        time.Pass(TimeSpan.FromSeconds(60));
        Assert.Same(live.State, watch.AsShown((Live)live.State));

        time.Jump(TimeSpan.FromSeconds(-4));
        var shown = Assert.IsType<Live>(watch.AsShown((Live)live.State));
        Assert.Equal(granted with { Until = granted.Until.AddSeconds(-4) }, shown.Lease);
    }

    [Fact]
    public void A_clock_set_back_by_no_more_than_a_second_changes_nothing_that_is_shown()
    {
        _ = watch.MomentOf(live.State);
        time.Jump(TimeSpan.FromSeconds(-1));
        Assert.Same(live.State, watch.AsShown((Live)live.State));
    }

    [Fact]
    public void A_lease_that_this_process_has_not_seen_is_shown_as_it_is()
    {
        time.Jump(TimeSpan.FromSeconds(-4));
        Assert.Same(live.State, watch.AsShown((Live)live.State));
    }

    [Fact]
    public void A_clock_set_forward_ends_it_when_it_said_it_would()
    {
        _ = watch.MomentOf(live.State);
        time.Jump(TimeSpan.FromHours(1));
        live.ThenTimeSays(watch.MomentOf(live.State), new HandoffEnded(EndReason.LeaseLapsed, null, null, null, [], At(4)));
    }

    [Fact]
    public void A_renewed_lease_is_counted_from_when_it_is_first_seen()
    {
        _ = watch.MomentOf(live.State);
        time.Pass(TimeSpan.FromMinutes(2));
        var renewed = live.And(new LeaseRenewed(LeaseAt(At(3)), At(3))).State;
        Assert.False(watch.MomentOf(renewed).LeaseOutlived);
        time.Pass(TimeSpan.FromMinutes(2));
        Assert.False(watch.MomentOf(renewed).LeaseOutlived);
        time.Pass(TimeSpan.FromMinutes(1));
        Assert.True(watch.MomentOf(renewed).LeaseOutlived);
    }

    [Fact]
    public void A_renewal_that_did_not_happen_leaves_the_old_lease_as_old_as_it_is()
    {
        _ = watch.MomentOf(live.State);
        time.Pass(TimeSpan.FromMinutes(3));
        time.Jump(TimeSpan.FromMinutes(-3));
        Assert.True(watch.MomentOf(Given(OnTheCall).State).LeaseOutlived);
    }

    [Fact]
    public void An_old_lease_read_late_does_not_make_the_new_one_younger()
    {
        var renewed = live.And(new LeaseRenewed(LeaseAt(At(1.5)), At(1.5))).State;
        time.Pass(TimeSpan.FromMinutes(0.5));
        _ = watch.MomentOf(renewed);
        time.Jump(TimeSpan.FromMinutes(-1));
        time.Pass(TimeSpan.FromMinutes(2));
        _ = watch.MomentOf(live.State);
        _ = watch.MomentOf(renewed);
        time.Pass(TimeSpan.FromMinutes(1));
        Assert.True(watch.MomentOf(renewed).LeaseOutlived);
    }

    [Fact]
    public void A_lease_of_the_same_moment_with_a_later_end_lasts_no_longer()
    {
        var cut = Given([.. Matched, new CallTaken(Priya.Person, new Lease(At(1), At(2)), At(1))]).State;
        _ = watch.MomentOf(cut);
        time.Pass(TimeSpan.FromSeconds(59));
        Assert.False(watch.MomentOf(live.State).LeaseOutlived);
        time.Pass(TimeSpan.FromSeconds(1));
        Assert.True(watch.MomentOf(live.State).LeaseOutlived);
        Assert.True(watch.MomentOf(cut).LeaseOutlived);
    }

    [Fact]
    public void A_lease_of_the_same_moment_with_an_earlier_end_is_over_by_then()
    {
        _ = watch.MomentOf(live.State);
        time.Pass(TimeSpan.FromSeconds(60));
        Assert.True(watch.MomentOf(Given([.. Matched, new CallTaken(Priya.Person, new Lease(At(1), At(2)), At(1))]).State).LeaseOutlived);
    }

    [Fact]
    public void An_ended_handoff_is_forgotten()
    {
        _ = watch.MomentOf(live.State);
        Assert.Equal(1, watch.Count);
        _ = watch.MomentOf(Given(CallOver).State);
        Assert.Equal(0, watch.Count);
    }

    [Fact]
    public void No_more_leases_are_remembered_than_a_desk_can_have()
    {
        foreach (var id in Numbers().Take(LeaseWatch.MostKnown + 50))
        {
            _ = watch.MomentOf((Live)live.State with { Posting = ((Live)live.State).Posting with { Id = id } });
            time.Pass(TimeSpan.FromTicks(1));
        }

        Assert.Equal(LeaseWatch.MostKnown, watch.Count);
        time.Pass(TimeSpan.FromMinutes(3));
        var last = Numbers().ElementAt(LeaseWatch.MostKnown + 49);
        Assert.True(watch.MomentOf((Live)live.State with { Posting = ((Live)live.State).Posting with { Id = last } }).LeaseOutlived);
    }

    private static IEnumerable<HandoffId> Numbers()
    {
        const string Letters = "BCDFGHJKMNPQRSTVWXZ23456789";
        return from a in Letters from b in Letters from c in Letters select HandoffId.Parse($"{a}{b}{c}{Letters[0]}");
    }

    [Fact]
    public void Without_authority_there_is_nothing_to_outlive()
    {
        _ = watch.MomentOf(live.State);
        time.Pass(TimeSpan.FromMinutes(9));
        Assert.False(watch.MomentOf(Given(CallOver).State).LeaseOutlived);
        Assert.False(watch.MomentOf(Given(Matched).State).LeaseOutlived);
    }
}
