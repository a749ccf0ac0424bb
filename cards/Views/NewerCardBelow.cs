using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>A card that was brought by something typed, once a newer one was brought.</summary>
/// <param name="Number">K7F3.</param>
public sealed record NewerCardBelow(string Number) : IMessageView
{
    public AdaptiveCard Render() => new(
        $"Handoff {Number}: go on with the newer card below.",
        [
            AuthorityMark.SaysNone($"{Number}: this card is old. No authority.", new TextBlock("Go on with the newer card below.")),
            Marking.OfficialSensitive,
        ]);
}
