using VstrsBot.Handoffs;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Support;

/// <summary>
/// A table of every command (rows) by everybody (columns). A row with one cell holds for everybody.
/// A cell is AlreadySo, the name of a refusal, or the names of events; an end is named by its reason.
/// </summary>
internal static class HandoffSpecTable
{
    private static readonly Dictionary<string, Actor> Everybody = new()
    {
        ["Tom"] = Tom,
        ["Grace"] = Grace,
        ["Priya"] = Priya,
        ["Amir"] = Amir,
        ["Leah"] = Leah,
        ["Noor"] = Noor,
    };

    private static readonly Dictionary<string, Func<Actor, HandoffCommand>> Commands = new()
    {
        ["Post"] = PostBy,
        ["SendDetails"] = by => new SendDetails(by, "Payment plan", "phone", Ten.AddHours(4)),
        ["Claim"] = by => new Claim(by, Holds: null),
        ["Claim, holding another"] = by => new Claim(by, Holds: M4TX),
        ["Decline"] = by => new Decline(by),
        ["GiveReason"] = by => new GiveReason(by, "On a call"),
        ["GiveBack"] = by => new GiveBack(by),
        ["AskSomeoneElse"] = by => new AskSomeoneElse(by),
        ["CheckSeesId, right"] = Right,
        ["CheckSeesId, wrong"] = by => Wrong(by),
        ["CheckSeesId, none on file"] = NothingOnFile,
        ["NotSatisfied"] = by => new NotSatisfied(by),
        ["TakeCall"] = by => new TakeCall(by, BothOnRegister: true),
        ["TakeCall, off the register"] = by => new TakeCall(by, BothOnRegister: false),
        ["Renew"] = _ => new Renew(BothOnRegister: true),
        ["Renew, off the register"] = _ => new Renew(BothOnRegister: false),
        ["Wake"] = _ => new Wake(),
        ["EndAtRestore"] = _ => new EndAtRestore(),
        ["SayStillOnCall"] = by => new SayStillOnCall(by),
        ["LeaveCall"] = by => new LeaveCall(by),
        ["EndCall"] = by => new EndCall(by),
        ["EndAsLead"] = by => new EndAsLead(by, "Wrong organisation"),
        ["Withdraw"] = by => new Withdraw(by, PostedInError: false),
        ["Withdraw, posted in error"] = by => new Withdraw(by, PostedInError: true),
        ["AskAgain"] = by => new AskAgain(by),
        ["ArrangeCallBack"] = by => new ArrangeCallBack(by, "phone", Ten.AddHours(4)),
        ["ArrangeCallBack, no kind"] = by => new ArrangeCallBack(by, "none", Ten.AddHours(4)),
        ["ArrangeCallBack, no time"] = by => new ArrangeCallBack(by, "phone", Due: null),
        ["Move"] = by => new Move(by, "PAYE", "Belongs there"),
        ["Move, same area"] = by => new Move(by, "Self Assessment", "Belongs there"),
        ["SendWrapUp"] = by => new SendWrapUp(by, "Plan agreed", NoteInIdms: true),
        ["RemindAfterEnd"] = by => new RemindAfterEnd(by),
        ["ReadIn, details"] = by => new ReadIn(by, Reading.Details),
        ["ReadIn, authority"] = by => new ReadIn(by, Reading.Authority),
        ["ReadIn, note"] = by => new ReadIn(by, Reading.Note),
        ["BringCard"] = by => new BringCard(by, Surface.Adviser),
    };

    public static IEnumerable<Type> CommandTypes => Commands.Values.Select(command => command(Tom).GetType()).Distinct();

    public static TheoryData<string, string, string> Cells(string table)
    {
        var lines = table.Split('\n').Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray()).ToArray();
        var columns = lines[0][1..];
        Assert.Equal(Everybody.Keys, columns);
        Assert.Equal(Commands.Keys, lines[1..].Select(line => line[0]));

        var cells = new TheoryData<string, string, string>();
        foreach (var line in lines[1..])
        {
            Assert.True(line.Length == 2 || line.Length == columns.Length + 1, $"{line[0]} has a cell for some only.");
            foreach (var (place, who) in columns.Index())
                cells.Add(line[0], who, line.Length == 2 ? line[1] : line[place + 1]);
        }

        return cells;
    }

    /// <summary>The decision is the one in the cell, and what it decided is possible.</summary>
    public static void Holds(HandoffSpec given, string command, string who, string outcome, DateTimeOffset now)
    {
        var decided = given.When(Commands[command](Everybody[who]), now);
        Assert.Equal(outcome, Say(decided.Decision));
        _ = decided.Then();
    }

    private static string Say(Decision decision) => decision switch
    {
        Decision.AlreadySo => "AlreadySo",
        Decision.Refused refused => refused.Why.GetType().Name,
        Decision.Happened happened => string.Join(" + ", happened.Events.Select(e => e is HandoffEnded end ? $"Ended {end.Reason}" : e.GetType().Name)),
        _ => "",
    };
}
