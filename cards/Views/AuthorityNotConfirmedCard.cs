using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>What every card becomes when the state cannot be read.</summary>
/// <param name="Number">K7F3, or null when even that is not known.</param>
public sealed record AuthorityNotConfirmedCard(string? Number) : IMessageView
{
    public AdaptiveCard Render() => new(
        "Authority not confirmed. Do not disclose. This service is not working.",
        [
            AuthorityMark.Warns(
                "Authority not confirmed. Do not disclose.",
                new TextBlock(Number is null ? "This service is not working." : $"This service is not working. It cannot read {Number}.")),
            new TextBlock("You can follow DMBM512015 by phone: check the SEES ID in SEES, take the call, note it in IDMS."),
            Marking.OfficialSensitive,
        ]);
}
