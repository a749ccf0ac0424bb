using VstrsBot.Handoffs;
using VstrsBot.Tests.Journeys;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpec;
using static VstrsBot.Tests.Support.HandoffSpecHistory;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

/// <summary>Priya gave it back and accepted it again: what is pressed on a card of her first claim does nothing to the second.</summary>
public sealed class EarlierClaimTests
{
    private static readonly HandoffEvent[] AcceptedAgain =
    [
        .. Matched, new HandoffPassedOn(Priya.Person, Priya.Person, PassedOnBecause.GivenBack, Seconds(50)), new SpecialistClaimed(Priya.Person, Seconds(60)),
    ];

    private static readonly HandoffEvent[] MatchedAgain = [.. AcceptedAgain, new SeesIdConfirmed(Priya.Person, Seconds(70))];

    [Fact]
    public void On_the_card_of_an_earlier_claim_nothing_is_checked_ended_or_taken()
    {
        foreach (var again in new[] { AcceptedAgain, MatchedAgain })
        {
            Given(again).When(Right(Priya) with { Claim = 1 }, Seconds(80)).Then(new Refusal.EarlierClaim());
            Given(again).When(Wrong(Priya) with { Claim = 1 }, Seconds(80)).Then(new Refusal.EarlierClaim());
            Given(again).When(new NotSatisfied(Priya, Claim: 1), Seconds(80)).Then(new Refusal.EarlierClaim());
            Given(again).When(new TakeCall(Priya, BothOnRegister: true, Claim: 1), Seconds(80)).Then(new Refusal.EarlierClaim());
        }
    }

    [Fact]
    public void What_was_given_back_or_passed_on_already_is_not_again()
    {
        foreach (var again in new[] { AcceptedAgain, MatchedAgain })
        {
            Given(again).When(new GiveBack(Priya, Claim: 1), Seconds(80)).ThenAlreadySo();
            Given(again).When(new AskSomeoneElse(Tom, Claim: 1), Seconds(80)).ThenAlreadySo();
        }
    }

    [Fact]
    public void On_the_card_of_the_present_claim_it_happens()
    {
        Assert.IsType<Waiting>(Given(AcceptedAgain).When(new GiveBack(Priya, Claim: 2), Seconds(80)).Then().State);
        Assert.IsType<Waiting>(Given(MatchedAgain).When(new AskSomeoneElse(Tom, Claim: 2), Seconds(80)).Then().State);
        Assert.IsType<Confirmed>(Given(AcceptedAgain).When(Right(Priya) with { Claim = 2 }, Seconds(80)).Then().State);
        Assert.IsType<Ended>(Given(AcceptedAgain).When(new NotSatisfied(Priya, Claim: 2), Seconds(80)).Then().State);
        Assert.IsType<Live>(Given(MatchedAgain).When(new TakeCall(Priya, BothOnRegister: true, Claim: 2), Seconds(80)).Then().State);
    }

    [Fact]
    public void What_is_typed_means_the_present_claim()
    {
        Assert.IsType<Waiting>(Given(AcceptedAgain).When(new GiveBack(Priya), Seconds(80)).Then().State);
        Assert.IsType<Live>(Given(MatchedAgain).When(new TakeCall(Priya, BothOnRegister: true), Seconds(80)).Then().State);
    }

    [Fact]
    public void A_card_of_an_earlier_claim_gives_nobody_else_a_say()
    {
        Given(AcceptedAgain).When(new GiveBack(Amir, Claim: 1), Seconds(80)).Then(new Refusal.NotTheClaimant());
        Given(AcceptedAgain).When(new TakeCall(Amir, BothOnRegister: true, Claim: 1), Seconds(80)).Then(new Refusal.NotTheClaimant());
        Given(AcceptedAgain).When(new AskSomeoneElse(Grace, Claim: 1), Seconds(80)).Then(new Refusal.NotYourHandoff());
    }

    [Fact]
    public Task Old_cards_pressed_late_leave_the_present_claim_alone() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        var oldAdviserCard = desk.Tom.Newest("Ask someone else");
        var oldAuthorityCard = desk.Priya.Newest("Check SEES ID");
        await desk.Priya.PressNewestAsync("Give it back");
        await desk.SettleAsync();
        await desk.Priya.SayAsync($"accept {number}");
        await desk.SettleAsync();

        await desk.Tom.PressAsync(oldAdviserCard, "Ask someone else");
        Assert.Equal($"This card is from an earlier time you accepted {number}. Nothing was changed. Use the newer card.", (await desk.Priya.PressAsync(oldAuthorityCard, "I'm not satisfied this is VSTRS")).Text);
        await desk.Priya.PressAsync(oldAuthorityCard, "Give it back");
        Assert.Equal(2, Assert.IsType<Claimed>(await desk.StateAsync(number)).ClaimNo);
    });
}
