using VstrsBot.Handoffs;
using VstrsBot.Tests.Support;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpec;
using static VstrsBot.Tests.Support.HandoffSpecHistory;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

/// <summary>Tom posted it, and Priya is asked. Leah is a lead, Noor has no role.</summary>
public sealed class WaitingTests
{
    public static TheoryData<string, string, string> Cells => HandoffSpecTable.Cells(
        """
                                   | Tom                    | Grace          | Priya                          | Amir              | Leah                            | Noor
        Post                       | AlreadySo              | NotYourHandoff | NotYourHandoff                 | NotYourHandoff    | NotYourHandoff                  | NotYourHandoff
        SendDetails                | DetailsSent            | NotYourHandoff | NotYourHandoff                 | NotYourHandoff    | NotYourHandoff                  | NotYourHandoff
        Claim                      | OwnHandoff             | NotForYou      | SpecialistClaimed              | SpecialistClaimed | NotForYou                       | NotForYou
        Claim, holding another     | OwnHandoff             | NotForYou      | HoldsAnother                   | HoldsAnother      | NotForYou                       | NotForYou
        Decline                    | NotForYou              | NotForYou      | AskDeclined + SpecialistsAsked | AskDeclined       | NotForYou                       | NotForYou
        GiveReason                 | NotForYou              | NotForYou      | NotInThisState                 | NotInThisState    | NotForYou                       | NotForYou
        GiveBack                   | NotInThisState
        AskSomeoneElse             | AlreadySo              | NotYourHandoff | NotYourHandoff                 | NotYourHandoff    | NotYourHandoff                  | NotYourHandoff
        CheckSeesId, right         | NotInThisState
        CheckSeesId, wrong         | NotInThisState
        CheckSeesId, none on file  | NotInThisState
        NotSatisfied               | NotInThisState
        TakeCall                   | NotInThisState
        TakeCall, off the register | NotInThisState
        Renew                      | AlreadySo
        Renew, off the register    | AlreadySo
        Wake                       | AlreadySo
        EndAtRestore               | Ended NotTaken
        SayStillOnCall             | NotInThisState
        LeaveCall                  | NotInThisState         | NotYourHandoff | NotYourHandoff                 | NotYourHandoff    | NotYourHandoff                  | NotYourHandoff
        EndCall                    | NotInThisState         | NotInThisState | NotInThisState                 | NotInThisState    | LeadCameIn                      | NotInThisState
        EndAsLead                  | NotForYou              | NotForYou      | NotForYou                      | NotForYou         | Ended EndedByLead               | NotForYou
        Withdraw                   | Ended Withdrawn        | NotYourHandoff | NotYourHandoff                 | NotYourHandoff    | NotYourHandoff                  | NotYourHandoff
        Withdraw, posted in error  | Ended Withdrawn        | NotYourHandoff | NotYourHandoff                 | NotYourHandoff    | NotYourHandoff                  | NotYourHandoff
        AskAgain                   | AlreadySo              | NotYourHandoff | NotYourHandoff                 | NotYourHandoff    | NotYourHandoff                  | NotYourHandoff
        ArrangeCallBack            | Ended CallBackArranged | NotYourHandoff | NotYourHandoff                 | NotYourHandoff    | NotYourHandoff                  | NotYourHandoff
        ArrangeCallBack, no kind   | NoCallBackKind         | NotYourHandoff | NotYourHandoff                 | NotYourHandoff    | NotYourHandoff                  | NotYourHandoff
        ArrangeCallBack, no time   | NoCallBackKind         | NotYourHandoff | NotYourHandoff                 | NotYourHandoff    | NotYourHandoff                  | NotYourHandoff
        Move                       | NotForYou              | NotForYou      | NotForYou                      | NotForYou         | HandoffMoved + SpecialistsAsked | NotForYou
        Move, same area            | NotForYou              | NotForYou      | NotForYou                      | NotForYou         | AlreadySo                       | NotForYou
        SendWrapUp                 | NotInThisState
        RemindAfterEnd             | AlreadySo
        ReadIn, details            | NotInThisState
        ReadIn, authority          | NotInThisState
        ReadIn, note               | NotInThisState
        BringCard                  | CardBrought | NotInThisState | NotInThisState | NotInThisState | NotInThisState | NotInThisState
        """);

    [Theory, MemberData(nameof(Cells))]
    public void What_everybody_can_do(string command, string who, string outcome) =>
        HandoffSpecTable.Holds(Given(Posted).On(TwoOnDuty), command, who, outcome, now: Seconds(30));

    [Fact]
    public void The_table_begins_in_this_state() => Assert.IsType<Waiting>(Given(Posted).State);
}
