using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

internal static class FaultList
{
    public static CardElement[] Draw(IReadOnlyList<string> faults) => faults is []
        ? []
        : [new Container(ContainerStyle.Attention, [new TextBlock("There is a problem") { Weight = TextWeight.Bolder }, .. faults.Distinct().Select(fault => new PlainText(fault))]) { Id = "faults" }];
}
