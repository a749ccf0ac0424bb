namespace TeamsStandIn.Demo;

/// <summary>What the demo's adviser types: nobody and nothing of it is real.</summary>
internal static class DemoForms
{
    public static readonly IReadOnlyDictionary<string, string> FindSomeone = new Dictionary<string, string>
    {
        ["callerVerified"] = "true",
        ["organisation"] = "Citizens Advice",
        ["area"] = "courtAction",
        ["debtStage"] = "preEnforcement",
        ["whyNotVstrs"] = "stage",
    };

    public static readonly IReadOnlyDictionary<string, string> Details = new Dictionary<string, string>
    {
        ["representative"] = "Rita Marsh",
        ["consentToAct"] = "no",
        ["contact"] = "07700 900999",
        ["customerName"] = "Jo Bloggs",
        ["referenceKind"] = "utr",
        ["reference"] = "2234567890",
        ["matter"] = "enforcement",
        ["restricted"] = "no",
        ["issue"] = "Hold the summons while a payment plan is agreed",
        ["callBack"] = "none",
    };

    public static readonly IReadOnlyDictionary<string, string> WrapUp = new Dictionary<string, string>
    {
        ["outcome"] = "held",
        ["inIdms"] = "true",
    };

    public static IReadOnlyDictionary<string, string> Code(string code) => new Dictionary<string, string> { ["seesId"] = code };
}
