namespace VstrsBot.Cards;

/// <summary>Ids of what people fill in. Teams merges inputs into a button's data, so no id is ever a data key (<see cref="Model.CardData"/>).</summary>
public static class InputIds
{
    public const string CallerVerified = "callerVerified";
    public const string Organisation = "organisation";
    public const string Area = "area";
    public const string DebtStage = "debtStage";
    public const string WhyNotVstrs = "whyNotVstrs";

    public const string Representative = "representative";
    public const string ConsentToAct = "consentToAct";
    public const string Contact = "contact";
    public const string CustomerName = "customerName";
    public const string ReferenceKind = "referenceKind";
    public const string Reference = "reference";
    public const string Matter = "matter";
    public const string MatterOther = "matterOther";
    public const string Restricted = "restricted";
    public const string Restrictions = "restrictions";
    public const string Issue = "issue";
    public const string CallBack = "callBack";

    /// <summary>One of <see cref="Lists.CallBackTimes"/>, counted from the moment it is sent; empty when there is no call back.</summary>
    public const string CallBackBy = "callBackBy";

    public const string SeesId = "seesId";
    public const string Outcome = "outcome";
    public const string Note = "note";
    public const string InIdms = "inIdms";
    public const string MoveTo = "moveTo";
    public const string Reason = "reason";
    public const string DeclineWhy = "declineWhy";

    /// <summary>The note shown to be copied into IDMS. Comes back with the other inputs; the server ignores it.</summary>
    public const string NoteToCopy = "noteToCopy";
}
