namespace VstrsBot.Cards;

/// <summary>What a button asks for. It stands in <c>verb</c> of an Action.Execute and in <c>data.verb</c> of its Action.Submit fallback.</summary>
public static class Verbs
{
    public const string FindSomeone = "findSomeone";
    public const string SendDetails = "sendDetails";
    public const string ChangeDetails = "changeDetails";
    public const string FillIn = "fillIn";
    public const string Accept = "accept";
    public const string Decline = "decline";
    public const string DeclineReason = "declineReason";
    public const string CheckSeesId = "checkSeesId";
    public const string GiveBack = "giveBack";
    public const string NotSatisfied = "notSatisfied";
    public const string TakeCall = "takeCall";
    public const string ShowDetails = "showDetails";
    public const string CheckNow = "checkNow";
    public const string StillOn = "stillOn";
    public const string NotOn = "notOn";
    public const string Left = "left";
    public const string EndCall = "endCall";
    public const string Withdraw = "withdraw";
    public const string PostedInError = "postedInError";
    public const string SomeoneElse = "someoneElse";
    public const string AskAgain = "askAgain";
    public const string ArrangeCallBack = "arrangeCallBack";
    public const string WrapUp = "wrapUp";
    public const string ShowNote = "showNote";
    public const string Fresh = "fresh";
    public const string StartHandoff = "startHandoff";
    public const string Move = "move";
    public const string LeadEnd = "leadEnd";
    public const string OnDuty = "onDuty";
    public const string OffDuty = "offDuty";
    public const string Heard = "heard";
    public const string NotHeard = "notHeard";
    public const string Help = "help";

    /// <summary>The refresh of a card: answers the present card, changes nothing.</summary>
    public const string View = "view";
}
