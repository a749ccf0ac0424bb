using VstrsBot.Handoffs;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpec;
using static VstrsBot.Tests.Support.HandoffSpecHistory;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

public sealed class AcceptingAndEndingTests
{
    [Fact]
    public void Nobody_can_accept_their_own_handoff() =>
        Given(Posted).When(new Claim(new Actor(Tom.Person, Roles.Specialist), Holds: null), Seconds(5)).Then(new Refusal.OwnHandoff());

    [Fact]
    public void Whoever_holds_another_is_refused_with_its_number() =>
        Given(Posted).When(new Claim(Priya, Holds: M4TX), Seconds(5)).Then(new Refusal.HoldsAnother(M4TX));

    [Fact]
    public void Whoever_comes_second_is_told_who_has_it_and_since_when() =>
        Given(Accepted).When(new Claim(Amir, Holds: null), Seconds(11)).Then(new Refusal.AcceptedBy(Priya.Person, Seconds(10)));

    [Fact]
    public void A_specialist_who_was_not_asked_may_accept() =>
        Given(Posted).When(new Claim(Ella, Holds: null), Seconds(5)).Then(new SpecialistClaimed(Ella.Person, Seconds(5)));

    [Fact]
    public void Whoever_declined_may_still_accept() =>
        Given([.. Posted, new AskDeclined(Priya.Person, Seconds(5))]).When(new Claim(Priya, Holds: null), Seconds(9))
            .Then(new SpecialistClaimed(Priya.Person, Seconds(9)));

    [Fact]
    public void Acceptance_takes_every_other_ask_back()
    {
        var asked = Given(Posted).On(OnDuty(Priya, Amir, Dev)).AndTimePasses(Seconds(45)).When(new Claim(Amir, Holds: null), Seconds(50)).Then();
        Assert.Equal([AskAnswer.Over, AskAnswer.Accepted, AskAnswer.Over], Assert.IsType<Claimed>(asked.State).Asks.Select(a => a.Answer));
    }

    [Fact]
    public void Adviser_and_specialist_can_each_end_the_call()
    {
        Given(OnTheCall).When(new EndCall(Tom), At(2)).Then(Ended(EndReason.EndedByAdviser, Tom));
        Given(OnTheCall).When(new EndCall(Priya), At(2)).Then(Ended(EndReason.EndedBySpecialist, Priya));
    }

    [Fact]
    public void A_lead_who_gives_no_reason_ends_nothing_and_is_sent_the_card_that_asks_for_it()
    {
        foreach (var open in new[] { Posted, Accepted, Matched, OnTheCall })
        {
            var asked = Given(open).When(new EndCall(Leah), Seconds(70)).Then(new LeadCameIn(Leah.Person, Seconds(70)));
            var owed = HandoffEffects.Of(new LeadCameIn(Leah.Person, Seconds(70)), Given(open).State, (PostedHandoff)asked.State);
            Assert.Equal([new ShowCard(new Surface(SurfaceKind.Lead, 1))], owed);
            asked.When(new EndCall(Leah), Seconds(71)).Then(new Refusal.ReasonNeeded());
            asked.When(new EndAsLead(Leah, "Training"), Seconds(72)).Then(Ended(EndReason.EndedByLead, Leah, "Training", Seconds(72)));
        }
    }

    [Fact]
    public void A_lead_who_has_a_card_is_asked_for_the_reason() =>
        Given([.. Posted, new LadderExhausted([Leah.Person], Seconds(30)), .. Accepted[2..]]).When(new EndCall(Leah), Seconds(40)).Then(new Refusal.ReasonNeeded());

    [Fact]
    public void A_lead_who_is_on_the_call_ends_it_as_the_adviser_or_specialist_they_are()
    {
        Given(OnTheCall).When(new EndCall(new Actor(Tom.Person, Roles.Adviser | Roles.Lead)), At(2)).Then(Ended(EndReason.EndedByAdviser, Tom));
        Given(OnTheCall).When(new EndCall(new Actor(Priya.Person, Roles.Specialist | Roles.Lead)), At(2)).Then(Ended(EndReason.EndedBySpecialist, Priya));
    }

    [Fact]
    public void A_lead_who_comes_after_the_end_is_told_that_it_is_over() => Given(CallOver).When(new EndCall(Leah), At(3)).ThenAlreadySo();

    [Fact]
    public void A_lead_ends_any_open_handoff_with_a_reason()
    {
        foreach (var open in new[] { Posted, Accepted, Matched })
            Given(open).When(new EndAsLead(Leah, "Training"), Seconds(50)).Then(Ended(EndReason.EndedByLead, Leah, "Training", Seconds(50)));
        Given(OnTheCall).When(new EndAsLead(Leah, "Training"), At(2)).Then(Ended(EndReason.EndedByLead, Leah, "Training"));
    }

    [Fact]
    public void The_first_end_stands()
    {
        var over = Given(OnTheCall).When(new EndCall(Tom), At(2)).Then(Ended(EndReason.EndedByAdviser, Tom));
        over.When(new EndCall(Priya), At(2)).ThenAlreadySo();
        over.When(new EndCall(Tom), At(2)).ThenAlreadySo();
    }

    [Fact]
    public void An_end_after_the_lease_ran_out_does_not_move_the_time_it_ended() =>
        Assert.Equal(At(4), Assert.IsType<Ended>(Given(OnTheCall).When(new EndCall(Tom), At(9)).Then().State).At);

    [Fact]
    public void A_withdrawal_says_whether_it_was_posted_in_error()
    {
        foreach (var open in new[] { Posted, Accepted, Matched })
        {
            Given(open).When(new Withdraw(Tom, PostedInError: false), Seconds(50)).Then(Ended(EndReason.Withdrawn, Tom, null, Seconds(50)));
            Given(open).When(new Withdraw(Tom, PostedInError: true), Seconds(50)).Then(Ended(EndReason.Withdrawn, Tom, "Posted in error", Seconds(50)));
        }
    }

    [Fact]
    public void A_call_back_needs_a_kind_and_a_time()
    {
        Given(Posted).When(new ArrangeCallBack(Tom, "", At(60)), Seconds(30)).Then(new Refusal.NoCallBackKind());
        Given(Posted).When(new ArrangeCallBack(Tom, "none", At(60)), Seconds(30)).Then(new Refusal.NoCallBackKind());
        Given(Posted).When(new ArrangeCallBack(Tom, "phone", null), Seconds(30)).Then(new Refusal.NoCallBackKind());
    }

    [Fact]
    public void A_call_back_ends_it_and_tells_the_lead_its_kind_and_time() =>
        Given(Posted).On(TwoOnDuty).When(new ArrangeCallBack(Tom, "phone", At(60)), Seconds(30))
            .Then(new HandoffEnded(EndReason.CallBackArranged, Tom.Person, "phone", At(60), [Leah.Person], Seconds(30)));

    private static HandoffEnded Ended(EndReason reason, Actor by, string? note = null, DateTimeOffset? at = null) =>
        new(reason, by.Person, note, null, [], at ?? At(2));
}
