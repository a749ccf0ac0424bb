using VstrsBot.Handoffs;
using VstrsBot.Tests.Support;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpec;
using static VstrsBot.Tests.Support.HandoffSpecHistory;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

/// <summary>Tom ended the call he had handed to Priya. Leah is a lead, Noor has no role.</summary>
public sealed class EndedTests
{
    public static TheoryData<string, string, string> Cells => HandoffSpecTable.Cells(
        """
                                   | Tom            | Grace          | Priya                          | Amir           | Leah           | Noor
        Post                       | AlreadySo      | NotYourHandoff | NotYourHandoff                 | NotYourHandoff | NotYourHandoff | NotYourHandoff
        SendDetails                | AlreadyEnded
        Claim                      | AlreadyEnded
        Claim, holding another     | AlreadyEnded
        Decline                    | AlreadyEnded
        GiveReason                 | AlreadyEnded
        GiveBack                   | AlreadyEnded
        AskSomeoneElse             | AlreadyEnded
        CheckSeesId, right         | AlreadyEnded
        CheckSeesId, wrong         | AlreadyEnded
        CheckSeesId, none on file  | AlreadyEnded
        NotSatisfied               | AlreadyEnded
        TakeCall                   | AlreadyEnded
        TakeCall, off the register | AlreadyEnded
        Renew                      | AlreadyEnded
        Renew, off the register    | AlreadyEnded
        Wake                       | AlreadySo
        EndAtRestore               | AlreadyEnded
        SayStillOnCall             | AlreadyEnded
        LeaveCall                  | AlreadyEnded
        EndCall                    | AlreadySo      | AlreadyEnded   | AlreadySo                      | AlreadyEnded   | AlreadySo      | AlreadyEnded
        EndAsLead                  | AlreadySo      | AlreadyEnded   | AlreadySo                      | AlreadyEnded   | AlreadySo      | AlreadyEnded
        Withdraw                   | AlreadySo      | AlreadyEnded   | AlreadySo                      | AlreadyEnded   | AlreadySo      | AlreadyEnded
        Withdraw, posted in error  | AlreadySo      | AlreadyEnded   | AlreadySo                      | AlreadyEnded   | AlreadySo      | AlreadyEnded
        AskAgain                   | AlreadyEnded
        ArrangeCallBack            | AlreadyEnded
        ArrangeCallBack, no kind   | AlreadyEnded
        ArrangeCallBack, no time   | AlreadyEnded
        Move                       | AlreadyEnded
        Move, same area            | AlreadyEnded
        SendWrapUp                 | NotTheClaimant | NotTheClaimant | WrapUpSent + WorkingDataErased | NotTheClaimant | NotTheClaimant | NotTheClaimant
        RemindAfterEnd             | AfterEndReminded | AlreadySo | AfterEndReminded | AlreadySo | AlreadySo | AlreadySo
        ReadIn, details            | AlreadyEnded
        ReadIn, authority          | AlreadyEnded
        ReadIn, note               | NotTheClaimant | NotTheClaimant | WasRead                        | NotTheClaimant | NotTheClaimant | NotTheClaimant
        BringCard                  | CardBrought | NotInThisState | NotInThisState | NotInThisState | NotInThisState | NotInThisState
        """);

    [Theory, MemberData(nameof(Cells))]
    public void What_everybody_can_do(string command, string who, string outcome) =>
        HandoffSpecTable.Holds(Given(CallOver).On(TwoOnDuty), command, who, outcome, now: At(3));

    [Fact]
    public void The_table_begins_in_this_state() => Assert.IsType<Ended>(Given(CallOver).State);
}
