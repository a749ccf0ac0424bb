using VstrsBot.Handoffs;
using VstrsBot.Tests.Support;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpec;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

/// <summary>Nothing is posted yet. Leah is a lead, Noor has no role.</summary>
public sealed class NotPostedTests
{
    public static TheoryData<string, string, string> Cells => HandoffSpecTable.Cells(
        """
                                   | Tom                              | Grace                            | Priya     | Amir      | Leah      | Noor
        Post                       | HandoffPosted + SpecialistsAsked | HandoffPosted + SpecialistsAsked | NotForYou | NotForYou | NotForYou | NotForYou
        SendDetails                | NotInThisState
        Claim                      | NotInThisState
        Claim, holding another     | NotInThisState
        Decline                    | NotInThisState
        GiveReason                 | NotInThisState
        GiveBack                   | NotInThisState
        AskSomeoneElse             | NotInThisState
        CheckSeesId, right         | NotInThisState
        CheckSeesId, wrong         | NotInThisState
        CheckSeesId, none on file  | NotInThisState
        NotSatisfied               | NotInThisState
        TakeCall                   | NotInThisState
        TakeCall, off the register | NotInThisState
        Renew                      | NotInThisState
        Renew, off the register    | NotInThisState
        Wake                       | AlreadySo
        EndAtRestore               | NotInThisState
        SayStillOnCall             | NotInThisState
        LeaveCall                  | NotInThisState
        EndCall                    | NotInThisState
        EndAsLead                  | NotInThisState
        Withdraw                   | NotInThisState
        Withdraw, posted in error  | NotInThisState
        AskAgain                   | NotInThisState
        ArrangeCallBack            | NotInThisState
        ArrangeCallBack, no kind   | NotInThisState
        ArrangeCallBack, no time   | NotInThisState
        Move                       | NotInThisState
        Move, same area            | NotInThisState
        SendWrapUp                 | NotInThisState
        RemindAfterEnd             | NotInThisState
        ReadIn, details            | NotInThisState
        ReadIn, authority          | NotInThisState
        ReadIn, note               | NotInThisState
        BringCard                  | NotInThisState
        """);

    [Theory, MemberData(nameof(Cells))]
    public void What_everybody_can_do(string command, string who, string outcome) =>
        HandoffSpecTable.Holds(Given().On(TwoOnDuty), command, who, outcome, now: Ten);

    [Fact]
    public void The_table_begins_in_this_state() => Assert.IsType<NotPosted>(Given().State);
}
