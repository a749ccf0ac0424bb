using VstrsBot.Cards.Model;
using VstrsBot.Cards.Views;
using VstrsBot.Clock;
using VstrsBot.Handoffs;

namespace VstrsBot.Handlers.Drawing;

/// <summary>What a specialist sees in their own chat. Null where there is nothing to show any more.</summary>
internal static class SpecialistDrawing
{
    public static IMessageView? Ping(PostedHandoff state, Ask ask, CardScene scene) => (ask.Answer, state) switch
    {
        (AskAnswer.None, Waiting) => new PingCard(scene.Facts(state), new Mention(ask.Who.Name, scene.Mri), scene.Mri),
        (AskAnswer.Declined, Waiting) => new PingDeclinedCard(state.Id.Value, UkClock.At(ask.AnsweredAt ?? scene.Now), WhyOf(ask), scene.Mri),
        (AskAnswer.Accepted, HeldHandoff held) when held.Specialist.Id == ask.Who.Id => new PingYouAcceptedCard(state.Id.Value, UkClock.At(held.ClaimedAt)),
        (_, HeldHandoff held) => new PingAcceptedByOtherCard(state.Id.Value, held.Specialist.Name, UkClock.At(held.ClaimedAt)),
        (_, Ended { Held: { } held }) when held.Specialist.Id != ask.Who.Id => new PingAcceptedByOtherCard(state.Id.Value, held.Specialist.Name, UkClock.At(held.ClaimedAt)),
        (_, Ended e) => new PingNotNeededCard(state.Id.Value, e.Reason == Handoffs.EndReason.Withdrawn ? PingNotNeeded.Withdrawn : PingNotNeeded.Ended, UkClock.At(e.At)),
        _ => new PingNotNeededCard(state.Id.Value, PingNotNeeded.PassedOn, UkClock.At(ask.AnsweredAt ?? scene.Now)),
    };

    private static string? WhyOf(Ask ask) => ask.Why is { } why ? CardScene.NameOf(Cards.Lists.DeclineReasons, why) : null;

    public static IMessageView? Authority(PostedHandoff state, int claimNo, CardScene scene, bool bland = false)
    {
        if (claimNo <= state.PassedOn.Count)
            return PassedOn(state, state.PassedOn[claimNo - 1]);

        return state switch
        {
            Claimed c => Verify(c, scene),
            Confirmed c => Confirmed(c, c.ConfirmedAt, scene),
            Live l when bland => Confirmed(l, l.ConfirmedAt, scene),
            Live l => new LiveAuthorityCard(Facts(l, scene, UkClock.At(scene.Now))),
            Ended { Held: { } held } e => new AuthorityEndedCard(e.Id.Value, e.Posting.Adviser.Name, CardScene.Ending(e, held.Specialist.Id)),
            _ => null,
        };
    }

    public static IMessageView? Details(PostedHandoff state, int claimNo, CardScene scene) => (state, claimNo <= state.PassedOn.Count) switch
    {
        (_, true) => new DetailsEmptiedCard(state.Id.Value, UkClock.At(state.PassedOn[claimNo - 1].At)),
        (HeldHandoff, _) => new DetailsCard(state.Id.Value, scene.Mri),
        (Ended e, _) => new DetailsEmptiedCard(state.Id.Value, UkClock.At(e.At)),
        _ => null,
    };

    public static IMessageView? WrapUp(PostedHandoff state) => state switch
    {
        Ended { WasLive: true, WrapUp: { } done } => new WrapUpClosedCard(state.Id.Value, UkClock.At(done.At), CardScene.NameOf(Cards.Lists.Outcomes, done.Outcome)),
        Ended { WasLive: true, Erased: true } e => new WrapUpClosedCard(state.Id.Value, UkClock.At(e.At), Outcome: null),
        Ended { WasLive: true } e => new WrapUpCard(state.Id.Value, UkClock.At(e.At)),
        _ => null,
    };

    /// <summary>"Still on the call?", to the adviser or the specialist.</summary>
    public static IMessageView? StillOnCall(PostedHandoff state, int askNo, bool toAdviser, CardScene scene) => state switch
    {
        Ended e => new AskEndedCard(state.Id.Value, UkClock.At(e.At)),
        Live l when l.AskNo == askNo && l.Asked != StillAsked.No && !(toAdviser && l.AdviserLeftAt is not null) =>
            new AskCard(l.Id.Value, UkClock.At(l.LastYes + scene.Rules.AskEvery + scene.Rules.AnswerWithin), scene.Mri),
        Live l => new AskAnsweredCard(l.Id.Value, toAdviser && l.AdviserLeftAt is not null ? l.Posting.Adviser.Name : l.Specialist.Name, UkClock.At(l.LastYes)),
        _ => null,
    };

    public static LiveFacts Facts(Live l, CardScene scene, Cards.UkTime checkedAt) => new(
        l.Id.Value, l.Specialist.Name, l.Posting.Adviser.Name, l.Posting.Organisation, UkClock.Since(l.TakenAt), scene.UntilOf(l), checkedAt,
        UkClock.At(l.LastYes + scene.Rules.AskEvery), UkClock.At(l.TakenAt + scene.Rules.Cap), scene.Mri);

    private static VerifyCard Verify(Claimed c, CardScene scene) =>
        new(c.Id.Value, c.Posting.Adviser.Name, scene.Phone ?? "your phone", UkClock.At(c.QuietSince + scene.Rules.ClaimLasts), scene.Mri)
        {
            Claim = c.ClaimNo,
            MatchLapsed = c.MatchLapsed,
            TriesLeft = c.Mismatches.IsEmpty || c.MatchLapsed ? null : scene.Rules.Attempts - c.Mismatches.Count,
        };

    private static ConfirmedCard Confirmed(HeldHandoff h, DateTimeOffset confirmedAt, CardScene scene) =>
        new(h.Id.Value, h.Posting.Adviser.Name, UkClock.At(confirmedAt), UkClock.At(confirmedAt + scene.Rules.ConfirmationLasts), h.DetailsAt is not null, scene.Mri) { Claim = h.ClaimNo };

    private static PassedOnCard PassedOn(PostedHandoff state, Handoffs.PassedOn p) => new(state.Id.Value, state.Posting.Adviser.Name, p.Because switch
    {
        Handoffs.PassedOnBecause.GivenBack => Cards.Views.PassedOnBecause.YouGaveItBack,
        Handoffs.PassedOnBecause.AskedSomeoneElse => Cards.Views.PassedOnBecause.AdviserAskedForSomeoneElse,
        _ => Cards.Views.PassedOnBecause.NoAttempt,
    }, UkClock.At(p.At));
}
