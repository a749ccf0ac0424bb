using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>Channel, live.</summary>
/// <param name="Handoff">What the channel may know.</param>
/// <param name="Specialist">The one person who may disclose.</param>
/// <param name="Adviser">Who handed the call over.</param>
/// <param name="Until">Until when to believe this card.</param>
/// <param name="Checked">When it was last checked.</param>
public sealed record ChannelLiveCard(HandoffFacts Handoff, string Specialist, string Adviser, LeaseEnd Until, UkTime Checked) : IMessageView, IAuthorityView
{
    public AdaptiveCard Render() => new(
        $"Handoff {Handoff.Number}. This client cannot show whether authority stands. Do not disclose on this message.",
        [
            AuthorityMark.SaysLive(
                $"AUTHORITY LIVE until {Until.Shown.Time}",
                new PlainText($"for {Specialist} only, on this call only. Nobody else may disclose."),
                new TextBlock($"Do not rely on this after {Until.Shown.InFull}. Checked {Checked.Time}.")),
            new PlainText($"{Handoff.Number}: {Handoff.Area}, {Handoff.Organisation}, through {Adviser} of VSTRS."),
            Marking.OfficialSensitive,
        ],
        CardRefresh.ByHand(Handoff.Number, Surfaces.Channel, Until.Iso));
}
