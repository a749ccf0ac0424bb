using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>One thing that can be typed.</summary>
public sealed record HelpLine(string Command, string Does);

/// <summary>The answer to "help".</summary>
/// <param name="Commands">What this person may type, most used first.</param>
public sealed record HelpCard(IReadOnlyList<HelpLine> Commands) : IMessageView
{
    public AdaptiveCard Render() => new(
        "Help with handing off a live call.",
        [
            AuthorityMark.SaysNone(
                "Help with handing off a live call.",
                new TextBlock("Staff may disclose only on a live call handed over by VSTRS, while the authority card says so. Authority ends with the call.")),
            .. Commands.Select(line => new PlainText(line.Does) { Label = line.Command }),
            new TextBlock("Put customer details only in the form. Do not type a PIN anywhere. It must not be shared outside VSTRS."),
            new TextBlock("Teams keeps its own copies of messages. Those copies are out of this app's reach: it cannot find or delete them. So it never puts customer details in a message."),
            new TextBlock("If this service is not working, follow DMBM512015 by phone: check the SEES ID in SEES, take the call, note it in IDMS."),
            new TextBlock("If someone is in immediate danger, call 999 and tell your manager."),
            Marking.OfficialSensitive,
        ]);
}
