using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>A declined ping: the next person has been asked already, and only now it asks why.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="DeclinedAt">When.</param>
/// <param name="Why">The reason given, as listed, or null while none is.</param>
/// <param name="Mri">The specialist's.</param>
public sealed record PingDeclinedCard(string Number, UkTime DeclinedAt, string? Why, string Mri) : IMessageView
{
    public AdaptiveCard Render()
    {
        var data = new CardData(Number, Surfaces.Ping);
        CardElement[] rest = Why is null
            ?
            [
                new ChoiceInput(InputIds.DeclineWhy, "Why can't you take it? (optional)", "Select why", Lists.DeclineReasons),
                new ActionSet(
                [
                    new ExecuteAction("Send", Verbs.DeclineReason, data),
                    new ExecuteAction("Accept after all", Verbs.Accept, data) { SendsInputs = false },
                ]),
            ]
            : [new PlainText(Why) { Label = "Your reason" }];

        return new(
            $"You said you can't take handoff {Number}. Nothing for you to do.",
            [
                AuthorityMark.SaysNone(
                    $"You can't take {Number}. Others are being asked.",
                    new TextBlock($"Said at {DeclinedAt.Time}. No authority to disclose.")),
                .. rest,
                Marking.OfficialSensitive,
            ],
            Why is null ? CardRefresh.For(Number, Surfaces.Ping, Mri) : null);
    }
}
