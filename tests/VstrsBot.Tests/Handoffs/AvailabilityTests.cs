using VstrsBot.Handoffs;
using VstrsBot.Tests.Support;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

public sealed class AvailabilityTests
{
    [Fact]
    public void Somebody_elses_decline_leaves_a_ping_unanswered()
    {
        var row = After(Dev, new SpecialistsAsked(1, [Amir.Person, Dev.Person], [], Ten), new AskDeclined(Amir.Person, Ten));
        Assert.Equal(K7F3, row.AskedFor);
        Assert.False(row.FreeFor(M4TX));
    }

    [Fact]
    public void A_decline_answers_the_ping_of_whoever_declined() =>
        Assert.Null(After(Amir, new SpecialistsAsked(1, [Amir.Person], [], Ten), new AskDeclined(Amir.Person, Ten)).AskedFor);

    [Fact]
    public void Whoever_holds_a_handoff_is_not_free() =>
        Assert.False(After(Priya, new SpecialistClaimed(Priya.Person, Ten)).FreeFor(K7F3));

    [Fact]
    public void Idle_time_counts_from_the_end_of_the_last_handoff() =>
        Assert.Equal(At(2), After(Priya, new SpecialistClaimed(Priya.Person, Ten), new HandoffEnded(EndReason.EndedByAdviser, Tom.Person, null, null, [], At(2))).FreeSince);

    [Fact]
    public void The_ping_of_another_handoff_stays_when_one_is_accepted() =>
        Assert.Equal(M4TX, (After(Priya) with { AskedFor = M4TX }).After(new SpecialistClaimed(Priya.Person, Ten), K7F3).AskedFor);

    [Fact]
    public void A_ping_stays_open_when_the_ladder_has_run_out() =>
        Assert.Equal(K7F3, After(Amir, new SpecialistsAsked(1, [Amir.Person], [], Ten), new LadderExhausted([Leah.Person], At(3))).AskedFor);

    [Fact]
    public void Nobody_else_clears_a_ping_that_is_still_open()
    {
        HandoffEvent[] by = [
            new AskDeclined(Dev.Person, Ten), new DeclineExplained(Dev.Person, "On a call", Ten), new SpecialistsAsked(1, [Dev.Person], [Leah.Person], Ten),
            new LadderExhausted([], Ten), new DetailsSent(Tom.Person, "Payment plan", "phone", null, Ten),
        ];
        Assert.All(by, happened => Assert.Equal(K7F3, After(Amir, new SpecialistsAsked(0, [Amir.Person], [], Ten), happened).AskedFor));
    }

    [Fact]
    public void A_ping_is_open_as_long_as_its_ask_has_no_answer()
    {
        HandoffEvent[][] then = [
            [new SpecialistClaimed(Dev.Person, Ten)], [new SpecialistClaimed(Amir.Person, Ten)], [new LadderStartedAgain(Tom.Person, Ten)],
            [new HandoffMoved(Leah.Person, "PAYE", "Belongs there", Ten)], [new AskDeclined(Amir.Person, Ten)], [new AskDeclined(Dev.Person, Ten)],
            [new LadderExhausted([], Ten)], [new LadderExhausted([], Ten), new AskDeclined(Dev.Person, Ten)],
            [new HandoffEnded(EndReason.Withdrawn, Tom.Person, null, null, [], Ten)],
        ];
        Assert.All(then, events =>
        {
            HandoffEvent[] all = [HandoffSpecHistory.Posted[0], new SpecialistsAsked(0, [Amir.Person], [], Ten), .. events];
            var open = ((PostedHandoff)HandoffSpec.Given(all).State).Asks.Any(a => a.Who.Id == Amir.Id && a.Answer == AskAnswer.None);
            Assert.Equal(open ? K7F3 : (HandoffId?)null, After(Amir, all).AskedFor);
        });
    }

    private static Availability After(Actor who, params HandoffEvent[] events) =>
        events.Aggregate(new Availability(who.Id), (row, happened) => row.After(happened, K7F3));
}
