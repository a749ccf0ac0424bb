using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>Channel, claimed or confirmed: the channel is not told which.</summary>
/// <param name="Handoff">What the channel may know.</param>
/// <param name="Specialist">Who accepted.</param>
/// <param name="AcceptedAt">When.</param>
public sealed record ChannelAcceptedCard(HandoffFacts Handoff, string Specialist, UkTime AcceptedAt) : IMessageView
{
    public AdaptiveCard Render() => new(
        $"Handoff {Handoff.Number} was accepted at {AcceptedAt.Time}. This card gives no authority.",
        [
            AuthorityMark.SaysNone(
                $"{Handoff.Number} accepted. No authority yet.",
                new PlainText($"Accepted by {Specialist} at {AcceptedAt.Time}. Nothing for anyone else to do.")),
            new PlainText(Handoff.InOneSentence),
            new TextBlock(Handoff.Posted),
            Marking.OfficialSensitive,
        ],
        CardRefresh.ByHand(Handoff.Number, Surfaces.Channel));
}
