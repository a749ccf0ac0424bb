using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

internal static class CallBackInputs
{
    public static CardElement[] Draw(string? kind, string? by) =>
    [
        new ChoiceInput(InputIds.CallBack, "Call back", "Select a call back, or None", Lists.CallBackKinds) { Value = kind },
        new ChoiceInput(InputIds.CallBackBy, "By when (only if a call back)", "Select by when", Lists.CallBackTimes) { Value = by },
        new TextBlock("A call back is new contact. This handoff does not cover it."),
    ];
}
