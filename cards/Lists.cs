using VstrsBot.Cards.Model;

namespace VstrsBot.Cards;

/// <summary>The closed lists that ship with the product. Areas, organisations and matters come from settings and the register.</summary>
public static class Lists
{
    public const string Yes = "yes";
    public const string No = "no";

    public static IReadOnlyList<Choice> YesNo { get; } = [new("Yes", Yes), new("No", No)];

    /// <summary>Debt stages in the order of the manual's own chapters (DMBM51 to 90).</summary>
    public static IReadOnlyList<Choice> DebtStages { get; } =
    [
        new("Reminder or campaign", "reminder"),
        new("In pursuit", "pursuit"),
        new("Time To Pay requested", "ttpRequested"),
        new("Time To Pay in place", "ttpInPlace"),
        new("Time To Pay broken", "ttpBroken"),
        new("Pre-enforcement", "preEnforcement"),
        new("With Field Force", "fieldForce"),
        new("Court action", "court"),
        new("With EIS or insolvency", "insolvency"),
        new("Set-off or coding out", "setOff"),
        new("Held (Breathing Space)", "held"),
        new("Not known", "notKnown"),
    ];

    /// <summary>DMBM512015: a handoff is for the nature of the query or the stage of the debt.</summary>
    public static IReadOnlyList<Choice> WhyNotVstrs { get; } =
    [
        new("The debt is at a stage VSTRS cannot act on", "stage"),
        new("Needs a decision VSTRS cannot make", "decision"),
        new("Needs a system VSTRS does not have", "system"),
        new("Needs specialist or technical knowledge", "knowledge"),
        new("Another DMB team already holds the debt", "held"),
        new("Other", "other"),
    ];

    public static IReadOnlyList<Choice> ReferenceKinds { get; } =
    [
        new("National Insurance number", "nino"),
        new("Unique Taxpayer Reference", "utr"),
        new("VAT registration number", "vat"),
        new("Accounts Office reference", "accountsOffice"),
        new("Employer PAYE reference", "paye"),
        new("Other", "other"),
    ];

    public static IReadOnlyList<Choice> CallBackKinds { get; } =
    [
        new("None", "none"),
        new("VSTRS verifies again", "vstrs"),
        new("We ring the customer", "customer"),
        new("Authority on record", "onRecord"),
    ];

    /// <summary>Values of <see cref="InputIds.CallBackBy"/>: one tap on a phone, nothing to type wrongly. UK time, counted from the submission.</summary>
    public static IReadOnlyList<Choice> CallBackTimes { get; } =
    [
        new("Within 1 hour", "hour"),
        new("By 5pm today", "today"),
        new("By midday tomorrow", "tomorrowMidday"),
        new("By 5pm tomorrow", "tomorrow"),
        new("By 5pm a week from today", "week"),
    ];

    public static IReadOnlyList<Choice> DeclineReasons { get; } =
    [
        new("On another call", "onCall"),
        new("Away from my desk", "away"),
        new("Not my specialism", "notMine"),
        new("I know the customer or the representative", "conflict"),
        new("Other", "other"),
    ];

    public static IReadOnlyList<Choice> Outcomes { get; } =
    [
        new("Settled on the call", "settled"),
        new("Time To Pay agreed", "ttp"),
        new("Action held", "held"),
        new("Information given", "information"),
        new("Information taken only", "taken"),
        new("Passed to another team", "passed"),
        new("Call back arranged", "callBack"),
        new("Call dropped", "dropped"),
        new("VSTRS could have settled it", "avoidable"),
        new("Other", "other"),
    ];
}
