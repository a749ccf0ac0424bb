using CsCheck;
using VstrsBot.Handoffs;
using VstrsBot.Tests.Support;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpec;
using static VstrsBot.Tests.Support.HandoffSpecHistory;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

/// <summary>RE8: a clock that jumps neither extends nor revives authority.</summary>
public sealed class ClockJumpPropertyTests
{
    private static readonly HandoffRules Rules = new();

    private static readonly TimeSpan[] Jumps = [.. new[] { -3600, -600, -181, -6, -5, -4, 0, 4, 6, 179, 181, 600, 3600 }.Select(s => TimeSpan.FromSeconds(s))];

    [Fact]
    public void After_a_jump_a_lease_stands_only_inside_its_own_time() => DeskRuns.Each((run, act) =>
    {
        if (run.States[act.Id] is not Live live)
            return;

        foreach (var now in Jumps.Select(jump => run.Now + jump))
        {
            var after = run.Times.DueBy(live, new Moment(now), run.RosterFor(act.Id)).Aggregate((Handoff)live, Evolution.Evolve);
            var inside = live.Lease.Granted <= now + HandoffRules.Skew && now < live.Lease.Until;
            Assert.Equal(inside, after is Live);
        }
    });

    [Fact]
    public void An_end_stays_an_end_whatever_the_clock_reads() => DeskRuns.Each((run, act) =>
    {
        if (run.States[act.Id] is not Ended ended)
            return;

        foreach (var now in Jumps.Select(jump => run.Now + jump))
            Assert.IsType<Ended>(run.Times.DueBy(ended, new Moment(now), run.RosterFor(act.Id)).Aggregate((Handoff)ended, Evolution.Evolve));
    });

    [Fact]
    public void A_renewal_after_a_jump_passes_neither_the_answer_nor_the_cap() => DeskRuns.Each((run, act) =>
    {
        if (run.States[act.Id] is not Live)
            return;

        foreach (var now in Jumps.Select(jump => run.Now + jump))
        {
            var state = run.Times.DueBy(run.States[act.Id], new Moment(now), run.RosterFor(act.Id)).Aggregate(run.States[act.Id], Evolution.Evolve);
            if (new HandoffDecider(Rules).Decide(new Renew(BothOnRegister: true), state, now, Roster.Nobody) is not Decision.Happened { Events: [LeaseRenewed renewed] })
                continue;

            var l = (Live)state;
            Assert.True(renewed.Lease.Until <= l.TakenAt + Rules.Cap);
            Assert.True(renewed.Lease.Until <= l.LastYes + Rules.AskEvery + Rules.AnswerWithin);
            Assert.True(renewed.Lease.Until <= now + Rules.Lease);
            Assert.True(renewed.Lease.Granted > l.Lease.Granted);
        }
    });

    [Fact]
    public void A_stored_lease_that_is_longer_than_a_lease_is_over() => Gen.Select(Gen.Int[181, 4000], Gen.Int[0, 170]).Sample((length, after) =>
    {
        var spec = Given([.. Matched, new CallTaken(Priya.Person, new Lease(At(1), At(1).AddSeconds(length + 175)), At(1))]);
        var due = spec.Times.DueBy(spec.State, new Moment(At(1).AddSeconds(after)), Roster.Nobody);
        Assert.Equal(EndReason.LeaseLapsed, Assert.IsType<HandoffEnded>(Assert.Single(due)).Reason);
    }, iter: 200);

    /// <summary>Time passes on both clocks, and the wall clock is set back and forth; the lease is not renewed.</summary>
    [Fact]
    public void No_lease_is_believed_for_longer_than_it_lasts() => Gen.Select(Gen.Int[1, 40], Gen.Int[-700, 700]).Array[1, 30].Sample(steps =>
    {
        var time = new JumpyTime(At(1));
        var watch = new LeaseWatch(time);
        var spec = Given(OnTheCall);
        var passed = TimeSpan.Zero;
        _ = watch.MomentOf(spec.State);
        foreach (var (pass, jump) in steps)
        {
            time.Pass(TimeSpan.FromSeconds(pass));
            passed += TimeSpan.FromSeconds(pass);
            time.Jump(TimeSpan.FromSeconds(jump));
            var due = spec.Times.DueBy(spec.State, watch.MomentOf(spec.State), Roster.Nobody);
            Assert.True(passed < Rules.Lease || due is [.., HandoffEnded], $"It is believed after {passed}.");
        }
    }, iter: 500);
}
