using VstrsBot.Cards.Views;
using VstrsBot.Clock;
using VstrsBot.Handoffs;

namespace VstrsBot.Handlers.Drawing;

/// <summary>What a lead who was told sees.</summary>
internal static class LeadDrawing
{
    public static IMessageView Draw(PostedHandoff state, Person lead, CardScene scene) => state switch
    {
        Waiting w => new LeadWaitingCard(scene.Facts(w), w.Ladder.Exhausted, [.. scene.Areas.Where(area => area.Value != w.Posting.Area)], scene.Mri),
        Live l => new LeadLiveCard(scene.Facts(l), l.Specialist.Name, UkClock.At(l.TakenAt), scene.Mri),
        HeldHandoff h => new LeadAcceptedCard(scene.Facts(h), h.Specialist.Name, UkClock.At(h.ClaimedAt), scene.Mri),
        Ended { Reason: Handoffs.EndReason.NotConfirmed, Held: { } held } e => new LeadLockOutCard(e.Id.Value, e.Posting.Adviser.Name, held.Specialist.Name, UkClock.At(e.At), e.CodeMayBeOld),
        Ended { Reason: Handoffs.EndReason.CallBackArranged, CallBackBy: { } due } e => new LeadCallBackCard(
            e.Id.Value, scene.Facts(e).Area, CardScene.NameOf(Cards.Lists.CallBackKinds, e.Note ?? ""), UkClock.At(due)),
        Ended e => new LeadEndedCard(e.Id.Value, scene.Facts(e).Area, e.Held?.Specialist.Name, CardScene.Ending(e, lead.Id)),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
