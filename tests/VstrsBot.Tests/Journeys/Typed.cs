namespace VstrsBot.Tests.Journeys;

/// <summary>What people type in the forms, with good defaults.</summary>
internal static class Typed
{
    public const string Customer = "Canary Customer";
    public const string Reference = "2234567890";
    public const string Representative = "Rita Marsh";
    public const string Contact = "07700 900999";
    public const string Issue = "Hold the summons while a plan is agreed";

    /// <summary>What no message, notification, log or record may ever hold.</summary>
    public static readonly string[] Canaries = [Customer, Reference, Representative, Contact, Issue];

    public static Dictionary<string, string> Part1(params (string Input, string Value)[] changed) => With(
        new(StringComparer.Ordinal)
        {
            ["callerVerified"] = "true",
            ["organisation"] = "Citizens Advice",
            ["area"] = "courtAction",
            ["debtStage"] = "preEnforcement",
            ["whyNotVstrs"] = "stage",
        },
        changed);

    public static Dictionary<string, string> Part2(params (string Input, string Value)[] changed) => With(
        new(StringComparer.Ordinal)
        {
            ["representative"] = Representative,
            ["consentToAct"] = "yes",
            ["contact"] = Contact,
            ["customerName"] = Customer,
            ["referenceKind"] = "utr",
            ["reference"] = Reference,
            ["matter"] = "enforcement",
            ["restricted"] = "no",
            ["issue"] = Issue,
            ["callBack"] = "none",
        },
        changed);

    public static Dictionary<string, string> Code(string code) => With(new(StringComparer.Ordinal), [("seesId", code)]);

    private static Dictionary<string, string> With(Dictionary<string, string> typed, (string Input, string Value)[] changed)
    {
        foreach (var (input, value) in changed)
            typed[input] = value;
        return typed;
    }
}
