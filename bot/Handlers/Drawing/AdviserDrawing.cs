using System.Globalization;
using VstrsBot.Cards.Views;
using VstrsBot.Clock;
using VstrsBot.Handoffs;

namespace VstrsBot.Handlers.Drawing;

/// <summary>The adviser's status card, and both parts of their form.</summary>
internal static class AdviserDrawing
{
    public static IMessageView Status(PostedHandoff state, CardScene scene, bool bland = false) => state switch
    {
        Waiting { Ladder.Exhausted: true } w => new AdviserNobodyAcceptedCard(
            w.Id.Value, Minutes(scene.Rules.Ladder.ExhaustedAfter), Asks(w), CardScene.Sent(w), scene.NotTakenAt(w), CallBack: null, CallBackBy: null, scene.Mri),
        Waiting w => new AdviserWaitingCard(w.Id.Value, Asks(w), Next(w, scene), CardScene.Sent(w), scene.NotTakenAt(w), scene.Mri),
        Claimed c => new AdviserClaimedCard(c.Id.Value, ToRing(c, scene), UkClock.At(c.ClaimedAt), CardScene.Sent(c), scene.Mri) { Claim = c.ClaimNo },
        Confirmed c => new AdviserConfirmedCard(c.Id.Value, ToRing(c, scene), UkClock.At(c.ConfirmedAt), CardScene.Sent(c), scene.Mri) { Claim = c.ClaimNo },
        Live l when bland => new AdviserConfirmedCard(l.Id.Value, ToRing(l, scene), UkClock.At(l.ConfirmedAt), CardScene.Sent(l), scene.Mri) { Claim = l.ClaimNo },
        Live l => new AdviserLiveCard(l.Id.Value, l.Specialist.Name, scene.UntilOf(l), UkClock.At(scene.Now), LeftAt(l), scene.Mri),
        Ended e => new AdviserEndedCard(e.Id.Value, CardScene.Ending(e, e.Posting.Adviser.Id), CallBack(e)),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static IMessageView DetailsForm(PostedHandoff state, string draft, CardScene scene) => state switch
    {
        Live l => new DetailsClosedCard(l.Id.Value, DetailsClosedBecause.CallTaken, UkClock.At(l.TakenAt)),
        Ended e => new DetailsClosedCard(e.Id.Value, DetailsClosedBecause.Ended, UkClock.At(e.At)),
        { DetailsAt: { } at } => new DetailsSentCard(state.Id.Value, UkClock.At(at)),
        _ => new DetailsForm(state.Id.Value, draft, scene.Matters, state.Posting.Follows?.Value),
    };

    private static string? CallBack(Ended e) => e.CallBackBy is { } due ? $"{CardScene.NameOf(Cards.Lists.CallBackKinds, e.Note ?? "")}, by {UkClock.At(due).InFull}" : null;

    private static Cards.UkTime? LeftAt(Live l) => l.AdviserLeftAt is { } at ? UkClock.At(at) : null;

    private static PersonToRing ToRing(HeldHandoff h, CardScene scene) => new(h.Specialist.Name, scene.Phone ?? "no number on the register", TeamsAddress: null);

    private static NextAsk? Next(Waiting w, CardScene scene)
    {
        var rungs = scene.Rules.Ladder.Rungs;
        return w.Ladder.Next < rungs.Length && LadderSteps.DueAt(scene.Rules.Ladder, w) is { } at
            ? new NextAsk(rungs[w.Ladder.Next].Ask ?? 0, UkClock.At(at))
            : null;
    }

    private static List<AskLine> Asks(Waiting w)
    {
        var asks = w.Asks.Select(a => a.Answer switch
        {
            AskAnswer.Declined => new AskLine(a.Who.Name, AskResult.Declined, UkClock.At(a.AnsweredAt ?? a.AskedAt)),
            AskAnswer.Over => new AskLine(a.Who.Name, AskResult.NoAnswer, UkClock.At(a.AnsweredAt ?? a.AskedAt)),
            AskAnswer.None when w.Ladder.Exhausted || w.Asks.Any(later => later.AskedAt > a.AskedAt) => new AskLine(a.Who.Name, AskResult.NoAnswer, UkClock.At(a.AskedAt)),
            _ => new AskLine(a.Who.Name, AskResult.Asked, UkClock.At(a.AskedAt)),
        });
        var passedOn = w.PassedOn.Select(p => new AskLine(p.Who.Name, Result(p.Because), UkClock.At(p.At)));
        return [.. passedOn, .. asks];
    }

    private static AskResult Result(Handoffs.PassedOnBecause because) => because switch
    {
        Handoffs.PassedOnBecause.GivenBack => AskResult.GaveBack,
        Handoffs.PassedOnBecause.NoAttempt => AskResult.NoAttempt,
        _ => AskResult.SomeoneElse,
    };

    private static string Minutes(TimeSpan span) => span.TotalMinutes == 1 ? "1 minute" : string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0.#} minutes");
}
