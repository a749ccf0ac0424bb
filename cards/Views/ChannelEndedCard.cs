using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>Channel, ended: two lines, no actions.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="Area">The specialism.</param>
/// <param name="AcceptedBy">Who had accepted it at the end, or null.</param>
/// <param name="Ending">How it ended.</param>
public sealed record ChannelEndedCard(string Number, string Area, string? AcceptedBy, Ending Ending) : IMessageView
{
    public AdaptiveCard Render() => new(
        $"Handoff {Number} has ended. Do not disclose.",
        [
            AuthorityMark.SaysNone(
                Ending.StateForOthers(Number),
                new PlainText(Ending.SaysDoNotDisclose ? Line : $"{Line} Do not disclose.")),
            Marking.OfficialSensitive,
        ]);

    private string Line => Ending.Line(Number, Area, AcceptedBy);
}
