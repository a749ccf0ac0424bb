using VstrsBot.Cards;
using VstrsBot.Teams.Inbound;

namespace VstrsBot.Handlers;

/// <summary>
/// Dialogs: the form opened from the channel or as a message extension, and the buttons whose answer shows details, on clients that know
/// no Action.Execute. The same press as on a card, answered in the dialog. Teams: task modules in bots; action commands.
/// </summary>
internal sealed class DialogHandler(ButtonHandler buttons)
{
    /// <summary>The id of the message extension's command in the app's manifest.</summary>
    public const string HandoffCommand = "handoff";

    private const string Title = "VSTRS handoff";

    public static bool Knows(string? invoke) => invoke is
        InvokeNames.TaskFetch or InvokeNames.TaskSubmit or InvokeNames.ExtensionFetchTask or InvokeNames.ExtensionSubmit;

    public async Task<InvokeResponse> HandleAsync(Sender sender, CancellationToken ct)
    {
        if (!CardAction.TryRead(sender.Activity, out var action, out _))
            return InvokeResponse.TaskMessage(Wording.BadPointer);
        if (action.Verb == HandoffCommand)
            action = action with { Verb = Verbs.StartHandoff };

        return Opens(action.Verb) ? InDialog(await buttons.PressAsync(sender, action, ct)) : InvokeResponse.TaskMessage(Wording.UnknownButton);
    }

    /// <summary>What may be asked in a dialog: forms, and answers that show details. Authority is shown on its own card alone.</summary>
    private static bool Opens(string verb) => verb is
        Verbs.StartHandoff or Verbs.FindSomeone or Verbs.SendDetails or Verbs.ChangeDetails or Verbs.FillIn or Verbs.Fresh
        or Verbs.ShowDetails or Verbs.ShowNote or Verbs.WrapUp;

    private static InvokeResponse InDialog(InvokeResponse answer) =>
        answer.ShownCard is { } card ? InvokeResponse.TaskCard(Title, DialogCard.From(card)) : InvokeResponse.TaskMessage(answer.Words ?? Wording.UnknownButton);
}
