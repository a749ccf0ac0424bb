using VstrsBot.Cards.Views;

namespace VstrsBot.Handlers;

/// <summary>What can be typed.</summary>
internal static class Help
{
    public static readonly HelpCard Card = new(
    [
        new HelpLine("handoff", "hand off a live call"),
        new HelpLine("accept K7F3", "accept a handoff"),
        new HelpLine("decline K7F3", "say you can't take it"),
        new HelpLine("sees K7F3", "bring the card to check the SEES ID"),
        new HelpLine("taken K7F3", "you have taken the call"),
        new HelpLine("check K7F3", "check authority now"),
        new HelpLine("still K7F3", "you are still on the call"),
        new HelpLine("left K7F3", "you have left the call"),
        new HelpLine("end K7F3", "the whole call has ended"),
        new HelpLine("withdraw K7F3", "withdraw your handoff"),
        new HelpLine("give back K7F3", "give it back"),
        new HelpLine("someone else K7F3", "ask someone else"),
        new HelpLine("on duty, off duty", "be asked, or not"),
        new HelpLine("me", "who you are here"),
        new HelpLine("help", "this list"),
    ]);
}
