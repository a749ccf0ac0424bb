using VstrsBot.Handoffs;
using VstrsBot.Tests.Support;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpec;
using static VstrsBot.Tests.Support.HandoffSpecHistory;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

/// <summary>Priya has taken the call. Leah is a lead, Noor has no role.</summary>
public sealed class LiveTests
{
    public static TheoryData<string, string, string> Cells => HandoffSpecTable.Cells(
        """
                                   | Tom                  | Grace          | Priya                   | Amir           | Leah              | Noor
        Post                       | AlreadySo            | NotYourHandoff | NotYourHandoff          | NotYourHandoff | NotYourHandoff    | NotYourHandoff
        SendDetails                | NotInThisState       | NotYourHandoff | NotYourHandoff          | NotYourHandoff | NotYourHandoff    | NotYourHandoff
        Claim                      | OwnHandoff           | NotForYou      | AlreadySo               | AcceptedBy     | NotForYou         | NotForYou
        Claim, holding another     | OwnHandoff           | NotForYou      | AlreadySo               | AcceptedBy     | NotForYou         | NotForYou
        Decline                    | NotForYou            | NotForYou      | NotInThisState          | AcceptedBy     | NotForYou         | NotForYou
        GiveReason                 | NotForYou            | NotForYou      | NotInThisState          | NotInThisState | NotForYou         | NotForYou
        GiveBack                   | NotTheClaimant       | NotTheClaimant | NotInThisState          | NotTheClaimant | NotTheClaimant    | NotTheClaimant
        AskSomeoneElse             | NotInThisState       | NotYourHandoff | NotYourHandoff          | NotYourHandoff | NotYourHandoff    | NotYourHandoff
        CheckSeesId, right         | NotTheClaimant       | NotTheClaimant | AlreadySo               | NotTheClaimant | NotTheClaimant    | NotTheClaimant
        CheckSeesId, wrong         | NotTheClaimant       | NotTheClaimant | NotInThisState          | NotTheClaimant | NotTheClaimant    | NotTheClaimant
        CheckSeesId, none on file  | NotTheClaimant       | NotTheClaimant | NotInThisState          | NotTheClaimant | NotTheClaimant    | NotTheClaimant
        NotSatisfied               | NotTheClaimant       | NotTheClaimant | NotInThisState          | NotTheClaimant | NotTheClaimant    | NotTheClaimant
        TakeCall                   | NotTheClaimant       | NotTheClaimant | AlreadySo               | NotTheClaimant | NotTheClaimant    | NotTheClaimant
        TakeCall, off the register | NotTheClaimant       | NotTheClaimant | AlreadySo               | NotTheClaimant | NotTheClaimant    | NotTheClaimant
        Renew                      | LeaseRenewed
        Renew, off the register    | Ended OffTheRegister
        Wake                       | AlreadySo
        EndAtRestore               | Ended LeaseLapsed
        SayStillOnCall             | StillOnCallSaid      | NotTheClaimant | StillOnCallSaid         | NotTheClaimant | NotTheClaimant    | NotTheClaimant
        LeaveCall                  | AdviserLeft          | NotYourHandoff | NotYourHandoff          | NotYourHandoff | NotYourHandoff    | NotYourHandoff
        EndCall                    | Ended EndedByAdviser | NotTheClaimant | Ended EndedBySpecialist | NotTheClaimant | LeadCameIn        | NotTheClaimant
        EndAsLead                  | NotForYou            | NotForYou      | NotForYou               | NotForYou      | Ended EndedByLead | NotForYou
        Withdraw                   | NotInThisState       | NotYourHandoff | NotYourHandoff          | NotYourHandoff | NotYourHandoff    | NotYourHandoff
        Withdraw, posted in error  | NotInThisState       | NotYourHandoff | NotYourHandoff          | NotYourHandoff | NotYourHandoff    | NotYourHandoff
        AskAgain                   | NotInThisState       | NotYourHandoff | NotYourHandoff          | NotYourHandoff | NotYourHandoff    | NotYourHandoff
        ArrangeCallBack            | NotInThisState       | NotYourHandoff | NotYourHandoff          | NotYourHandoff | NotYourHandoff    | NotYourHandoff
        ArrangeCallBack, no kind   | NotInThisState       | NotYourHandoff | NotYourHandoff          | NotYourHandoff | NotYourHandoff    | NotYourHandoff
        ArrangeCallBack, no time   | NotInThisState       | NotYourHandoff | NotYourHandoff          | NotYourHandoff | NotYourHandoff    | NotYourHandoff
        Move                       | NotForYou            | NotForYou      | NotForYou               | NotForYou      | NotInThisState    | NotForYou
        Move, same area            | NotForYou            | NotForYou      | NotForYou               | NotForYou      | NotInThisState    | NotForYou
        SendWrapUp                 | NotInThisState
        RemindAfterEnd             | AlreadySo
        ReadIn, details            | NotTheClaimant       | NotTheClaimant | WasRead                 | NotTheClaimant | NotTheClaimant    | NotTheClaimant
        ReadIn, authority          | NotTheClaimant       | NotTheClaimant | WasRead                 | NotTheClaimant | NotTheClaimant    | NotTheClaimant
        ReadIn, note               | NotTheClaimant       | NotTheClaimant | NotInThisState          | NotTheClaimant | NotTheClaimant    | NotTheClaimant
        BringCard                  | CardBrought | NotInThisState | NotInThisState | NotInThisState | NotInThisState | NotInThisState
        """);

    [Theory, MemberData(nameof(Cells))]
    public void What_everybody_can_do(string command, string who, string outcome) =>
        HandoffSpecTable.Holds(Given(OnTheCall).On(TwoOnDuty), command, who, outcome, now: Seconds(90));

    [Fact]
    public void The_table_begins_in_this_state() => Assert.IsType<Live>(Given(OnTheCall).State);
}
