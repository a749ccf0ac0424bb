using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Handoffs;

/// <summary>What holds on every day, whatever people do and in whatever order.</summary>
public sealed class DeskPropertyTests
{
    private static readonly HandoffRules Rules = new();

    [Fact]
    public void The_days_are_worth_looking_at()
    {
        HashSet<string> seen = [];
        DeskRuns.Each((run, act) => seen.UnionWith(run.Histories[act.Id].Select(e => e is HandoffEnded end ? end.Reason.ToString() : e.GetType().Name)));

        var events = typeof(HandoffEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(HandoffEvent)) && t != typeof(HandoffEnded)).Select(t => t.Name);
        Assert.Empty(events.Concat(Enum.GetNames<EndReason>()).Except(seen));
    }

    [Fact]
    public void One_specialist_holds_a_handoff_and_one_handoff_a_specialist() => DeskRuns.Each((run, _) =>
    {
        foreach (var who in DeskRun.Specialists)
        {
            var holds = run.States.Where(s => s.Value is HeldHandoff h && h.Specialist.Id == who.Id).Select(s => (HandoffId?)s.Key);
            Assert.Equal(holds.SingleOrDefault(), run.RowOf(who.Id).Holds);
        }
    });

    [Fact]
    public void Whoever_has_an_unanswered_ping_is_known_to_have_one() => DeskRuns.Each((run, _) =>
    {
        foreach (var who in DeskRun.Specialists)
        {
            var asked = run.States.Where(s => s.Value is Waiting w && w.Asks.Any(a => a.Who.Id == who.Id && a.Answer == AskAnswer.None));
            Assert.Equal(asked.Select(s => (HandoffId?)s.Key).SingleOrDefault(), run.RowOf(who.Id).AskedFor);
        }
    });

    [Fact]
    public void Nobody_is_adviser_and_specialist_of_one_handoff() => DeskRuns.Each((run, act) =>
        Assert.False(run.States[act.Id] is HeldHandoff h && h.Specialist.Id == h.Posting.Adviser.Id));

    [Fact]
    public void Live_comes_only_after_the_same_specialist_claimed_and_confirmed() => DeskRuns.Each((run, act) =>
    {
        var history = run.Histories[act.Id];
        if (history.OfType<CallTaken>().SingleOrDefault() is not { } taken)
            return;

        var before = history.TakeWhile(e => e != taken).ToList();
        var claim = before.FindLastIndex(e => e is SpecialistClaimed);
        Assert.Equal(taken.By, Assert.IsType<SpecialistClaimed>(before[claim]).By);
        var since = before[claim..];
        var confirmed = since.FindLastIndex(e => e is SeesIdConfirmed);
        Assert.Equal(taken.By, Assert.IsType<SeesIdConfirmed>(since[confirmed]).By);
        Assert.DoesNotContain(since[confirmed..], e => e is ConfirmationLapsed or HandoffPassedOn);
        Assert.True(before.Count(e => e is SeesIdMismatched) < Rules.Attempts);
        Assert.Contains(before, e => e is DetailsSent);
    });

    [Fact]
    public void After_an_end_nothing_is_live_and_no_banner_is_owed() => DeskRuns.Each((run, act) =>
    {
        var history = run.Histories[act.Id];
        var end = history.FindIndex(e => e is HandoffEnded);
        if (end < 0)
            return;

        Assert.All(history[(end + 1)..], e => Assert.True(e is WrapUpSent or WorkingDataErased or WasRead or CardBrought or AfterEndReminded, e.ToString()));
        Assert.IsType<Ended>(run.States[act.Id]);
        var owed = run.Owed.Where(o => o.After is Ended).Select(o => o.Effect).OfType<ShowCard>();
        Assert.All(owed.Where(o => o.Surface.Kind == SurfaceKind.Authority), o => Assert.Equal(Urgency.End, o.Urgency));
        Assert.DoesNotContain(owed, o => o.Urgency == Urgency.Renewal);
    });

    [Fact]
    public void Working_data_is_erased_once() => DeskRuns.Each((run, act) =>
        Assert.True(run.Histories[act.Id].Count(e => e is WorkingDataErased) <= 1));

    [Fact]
    public void An_end_takes_every_banner_away() => DeskRuns.Each((run, _) =>
    {
        foreach (var over in run.Owed.Where(o => o.After is Ended { WasLive: true } && o.Effect is Say).Select(o => (Ended)o.After).Distinct())
        {
            var cards = run.Owed.Select(o => o.Effect).OfType<ShowCard>().Where(c => c.Urgency == Urgency.End).Select(c => c.Surface);
            Assert.Empty(new[] { HandoffEffects.Authority(over.Held!.ClaimNo), Surface.Channel, Surface.Adviser }.Except(cards));
        }
    });

    [Fact]
    public void No_lease_reaches_past_its_length_the_answer_or_the_cap() => DeskRuns.Each((run, act) =>
    {
        if (run.States[act.Id] is not Live l)
            return;

        Assert.True(run.Now < l.Lease.Until, "It is live past its lease.");
        Assert.True(l.Lease.Until <= l.Lease.Granted + Rules.Lease, "It is longer than a lease.");
        Assert.True(l.Lease.Until <= l.TakenAt + Rules.Cap, "It reaches past the cap.");
        Assert.True(l.Lease.Until <= l.LastYes + Rules.AskEvery + Rules.AnswerWithin, "It reaches past the answer.");
    });

    [Fact]
    public void The_same_command_again_changes_nothing() => DeskRuns.Each((run, act) =>
    {
        var again = run.Again(act) is Decision.Happened happened ? happened.Events : [];
        Assert.All(again, e => Assert.True(e is WasRead or LeaseRenewed or StillOnCallSaid or DetailsSent or CardBrought, e.ToString()));
    });

    [Fact]
    public void Events_follow_each_other_in_time() => DeskRuns.Each((run, act) =>
    {
        var times = run.Histories[act.Id].Select(e => e.At).ToList();
        Assert.Equal(times.Order(), times);
        Assert.True(times.LastOrDefault() <= run.Now);
    });
}
