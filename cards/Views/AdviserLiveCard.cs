using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>Adviser's status card, live.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="Specialist">The one person who may disclose.</param>
/// <param name="Until">Until when to believe this card.</param>
/// <param name="Checked">When it was last checked.</param>
/// <param name="LeftAt">When the adviser said they left the call, or null. From then on only the specialist is asked.</param>
/// <param name="Mri">The adviser's.</param>
public sealed record AdviserLiveCard(string Number, string Specialist, LeaseEnd Until, UkTime Checked, UkTime? LeftAt, string Mri) : IMessageView, IAuthorityView
{
    public AdaptiveCard Render()
    {
        var data = new CardData(Number, Surfaces.Adviser);
        var end = new ExecuteAction("The whole call has ended", Verbs.EndCall, data);
        return new(
            $"Handoff {Number}. This client cannot show whether authority stands. When the whole call has ended, type: end {Number}",
            [
                AuthorityMark.SaysLive(
                    $"AUTHORITY LIVE until {Until.Shown.Time}",
                    new PlainText($"for {Specialist} on this call."),
                    new TextBlock($"Do not rely on this after {Until.Shown.InFull}. Checked {Checked.Time}.")),
                .. LeftAt is { } left ? (IEnumerable<CardElement>)[new TextBlock($"You left the call at {left.Time}. That ended nothing.")] : [],
                new PlainText($"{Number}. Transferring is not ending. Press The whole call has ended only when {Specialist} and the representative have finished."),
                new ActionSet(LeftAt is null
                    ? [new ExecuteAction("I have left the call", Verbs.Left, data), end, new ExecuteAction("Still on the call", Verbs.StillOn, data)]
                    : [end]),
                Marking.OfficialSensitive,
            ],
            CardRefresh.For(Number, Surfaces.Adviser, Mri, Until.Iso));
    }
}
