using VstrsBot.Cards.Model;
using VstrsBot.Cards.Views;
using VstrsBot.Clock;
using VstrsBot.Handoffs;

namespace VstrsBot.Handlers.Drawing;

/// <summary>The card in the desk's channel.</summary>
internal static class ChannelDrawing
{
    public static IMessageView Draw(PostedHandoff state, CardScene scene) => state switch
    {
        Waiting w => Waiting(w, scene),
        Claimed or Confirmed => Accepted((HeldHandoff)state, scene),
        Live l => new ChannelLiveCard(scene.Facts(l), l.Specialist.Name, l.Posting.Adviser.Name, scene.UntilOf(l), UkClock.At(scene.Now)),
        Ended e => new ChannelEndedCard(e.Id.Value, scene.Facts(e).Area, e.Held?.Specialist.Name, CardScene.Ending(e, reader: null)),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>What may be posted: no authority.</summary>
    public static IMessageView Bland(PostedHandoff state, CardScene scene) => state is Live l ? Accepted(l, scene) : Draw(state, scene);

    private static ChannelWaitingCard Waiting(Waiting w, CardScene scene) => new(
        scene.Facts(w),
        [.. w.Asks.Where(a => a.Answer == AskAnswer.None).Select(a => new Mention(a.Who.Name, a.Who.Id.ObjectId.ToString()))])
    {
        AskedBefore = [.. w.Asks.Where(a => a.Answer != AskAnswer.None && !w.Asks.Any(b => b.Who.Id == a.Who.Id && b.Answer == AskAnswer.None)).Select(a => a.Who.Name)],
    };

    private static ChannelAcceptedCard Accepted(HeldHandoff h, CardScene scene) => new(scene.Facts(h), h.Specialist.Name, UkClock.At(h.ClaimedAt));
}
