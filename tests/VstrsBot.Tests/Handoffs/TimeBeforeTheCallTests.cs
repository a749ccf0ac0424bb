using VstrsBot.Handoffs;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpec;
using static VstrsBot.Tests.Support.HandoffSpecHistory;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

public sealed class TimeBeforeTheCallTests
{
    [Fact]
    public void Without_an_attempt_the_specialist_is_reminded_after_90_seconds()
    {
        Given(Accepted).ThenTimeSays(Seconds(99));
        Given(Accepted).ThenTimeSays(Seconds(100), new ClaimReminded(Seconds(100)));
    }

    [Fact]
    public void Without_an_attempt_it_goes_to_someone_else_after_3_minutes() =>
        Given([.. Accepted, new ClaimReminded(Seconds(100))]).On(TwoOnDuty).ThenTimeSays(
            Seconds(190),
            new HandoffPassedOn(Priya.Person, By: null, PassedOnBecause.NoAttempt, Seconds(190)),
            new SpecialistsAsked(0, [Amir.Person], [], Seconds(190)));

    [Fact]
    public void An_attempt_starts_the_3_minutes_again() =>
        Given([.. Accepted, new SeesIdMismatched(Priya.Person, "wrong 1", 2, Seconds(95))]).ThenTimeSays(Seconds(190), new ClaimReminded(Seconds(185)));

    [Fact]
    public void Whatever_is_not_live_30_minutes_after_posting_ends_as_not_taken()
    {
        var over = new HandoffEnded(EndReason.NotTaken, null, null, null, [], At(30));
        Given([.. Posted, new LadderExhausted([], At(3))]).ThenTimeSays(At(30), over);
        Given([.. Posted, new SpecialistClaimed(Priya.Person, At(29))]).ThenTimeSays(At(30), over);
        Given([.. Posted, new SpecialistClaimed(Priya.Person, At(29)), new SeesIdConfirmed(Priya.Person, At(29.5))]).ThenTimeSays(At(30), over);
    }

    [Fact]
    public void It_is_open_until_then() => Given([.. Posted, new LadderExhausted([], At(3))]).ThenTimeSays(At(29.99));

    [Fact]
    public void What_went_live_in_time_is_not_ended_as_not_taken() =>
        Given([.. Posted, new SpecialistClaimed(Priya.Person, At(28)), Details, new SeesIdConfirmed(Priya.Person, At(28.5)),
            new CallTaken(Priya.Person, LeaseAt(At(29)), At(29))]).ThenTimeSays(At(31));

    [Fact]
    public void A_late_look_says_all_that_fell_due() =>
        Given(Posted).On(TwoOnDuty).ThenTimeSays(
            At(4),
            new SpecialistsAsked(1, [Amir.Person], [], At(4)),
            new SpecialistsAsked(2, [], [Leah.Person], At(4)),
            new LadderExhausted([], At(4)));
}
