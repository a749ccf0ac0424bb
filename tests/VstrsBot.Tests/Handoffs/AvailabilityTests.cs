using VstrsBot.Handoffs;
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

    private static Availability After(Actor who, params HandoffEvent[] events) =>
        events.Aggregate(new Availability(who.Id), (row, happened) => row.After(happened, K7F3));
}
