using VstrsBot.Cards;
using VstrsBot.Tests.Simulation.Engine;

namespace VstrsBot.Tests.Simulation.People;

/// <summary>What people are drawn to press, and what they type with it. The golden path most often.</summary>
internal static class Habits
{
    /// <summary>Stands in all that is typed about a customer; nothing else may hold it.</summary>
    public const string Canary = "Zebrafinch";

    /// <summary>The customer's reference: a valid UTR.</summary>
    public const string Reference = "2234567890";

    /// <summary>How a code begins, as typed and as digested; long enough not to stand in a seal of the record by chance.</summary>
    public static readonly string[] CodeBegins = ["QX-42", "QX42778", "QX42990"];

    /// <summary>How much somebody wants to press it, seeing it on their newest cards.</summary>
    public static double Weight(string verb, bool onAsk) => verb switch
    {
        Verbs.FindSomeone or Verbs.SendDetails or Verbs.Accept or Verbs.CheckSeesId => 12,
        Verbs.TakeCall => 16,
        Verbs.Heard or Verbs.WrapUp => 6,
        Verbs.StillOn => onAsk ? 12 : 0.1,
        Verbs.NotOn => 1,
        Verbs.ShowDetails => 0.7,
        Verbs.AskAgain or Verbs.EndCall => 2,
        Verbs.DeclineReason or Verbs.ShowNote or Verbs.ArrangeCallBack => 0.7,
        Verbs.CheckNow or Verbs.FillIn or Verbs.Fresh => 0.5,
        Verbs.Decline => 1,
        Verbs.Left or Verbs.GiveBack or Verbs.ChangeDetails or Verbs.NotHeard => 0.3,
        Verbs.SomeoneElse or Verbs.Withdraw or Verbs.NotSatisfied or Verbs.PostedInError => 0.06,
        Verbs.Move or Verbs.LeadEnd => 0.02,
        Verbs.OffDuty => 0.02,
        Verbs.View => 0,
        _ => 0.1,
    };

    /// <summary>What is filled in before the button is pressed.</summary>
    /// <param name="code">The adviser's, as said on the phone.</param>
    public static IEnumerable<(string Input, string Value)> Typed(string verb, Dice dice, string? code) => verb switch
    {
        Verbs.FindSomeone =>
        [
            (InputIds.CallerVerified, dice.Chance(0.97) ? "true" : "false"), (InputIds.Organisation, "Citizens Advice"), (InputIds.Area, dice.Chance(0.8) ? "courtAction" : "timeToPay"),
            (InputIds.DebtStage, "preEnforcement"), (InputIds.WhyNotVstrs, "stage"),
        ],
        Verbs.SendDetails =>
        [
            (InputIds.Representative, $"{Canary} Marsh"), (InputIds.ConsentToAct, dice.Chance(0.7) ? "yes" : "no"), (InputIds.Contact, $"{Canary} 07700 900999"),
            (InputIds.CustomerName, $"{Canary} Quill"), (InputIds.ReferenceKind, "utr"), (InputIds.Reference, dice.Chance(0.95) ? Reference : "12"), (InputIds.Matter, "enforcement"),
            (InputIds.Restricted, "no"), (InputIds.Issue, $"Hold the summons, {Canary}"), (InputIds.CallBack, "none"),
        ],
        Verbs.CheckSeesId => [(InputIds.SeesId, Code(dice, code ?? "QX-42 0000"))],
        Verbs.DeclineReason => [(InputIds.DeclineWhy, dice.OneOf(["onCall", "away", "notMine"]))],
        Verbs.WrapUp => [(InputIds.Outcome, "settled"), (InputIds.Note, $"{Canary} note"), (InputIds.InIdms, "true")],
        Verbs.ArrangeCallBack => [(InputIds.CallBack, dice.OneOf(["vstrs", "customer"])), (InputIds.CallBackBy, dice.OneOf(["hour", "tomorrow"]))],
        Verbs.Move => [(InputIds.MoveTo, dice.OneOf(["courtAction", "timeToPay"])), (InputIds.Reason, "Belongs there")],
        Verbs.LeadEnd => [(InputIds.Reason, "Training")],
        _ => [],
    };

    /// <summary>Words typed about a handoff.</summary>
    public static string Command(Dice dice, string number, string role) => $"{dice.OneOf(CommandsOf(role))} {number}";

    private static string[] CommandsOf(string role) => role switch
    {
        "adviser" => ["left", "end", "end", "withdraw", "someone else", "again", "still", "details", "accept", "fresh"],
        "specialist" => ["accept", "accept", "decline", "give back", "sees", "taken", "taken", "check", "still", "end", "details", "note", "not satisfied", "withdraw"],
        _ => ["end", "move", "check", "accept"],
    };

    /// <summary>As heard: mostly right, in any spelling.</summary>
    private static string Code(Dice dice, string code) => dice.Below(20) switch
    {
        0 => code + "9",
        1 => $"QX-42 990{dice.Below(3)}",
        2 => code.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal),
        3 => code.Replace(" ", "", StringComparison.Ordinal),
        _ => code,
    };
}
