using VstrsBot.Handoffs;
using VstrsBot.Tests.Support;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpec;
using static VstrsBot.Tests.Support.HandoffSpecHistory;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

/// <summary>Priya confirmed the SEES ID of Tom; the details are in. Leah is a lead, Noor has no role.</summary>
public sealed class ConfirmedTests
{
    public static TheoryData<string, string, string> Cells => HandoffSpecTable.Cells(
        """
                                   | Tom                                | Grace          | Priya                              | Amir           | Leah              | Noor
        Post                       | AlreadySo                          | NotYourHandoff | NotYourHandoff                     | NotYourHandoff | NotYourHandoff    | NotYourHandoff
        SendDetails                | DetailsSent                        | NotYourHandoff | NotYourHandoff                     | NotYourHandoff | NotYourHandoff    | NotYourHandoff
        Claim                      | OwnHandoff                         | NotForYou      | AlreadySo                          | AcceptedBy     | NotForYou         | NotForYou
        Claim, holding another     | OwnHandoff                         | NotForYou      | AlreadySo                          | AcceptedBy     | NotForYou         | NotForYou
        Decline                    | NotForYou                          | NotForYou      | NotInThisState                     | AcceptedBy     | NotForYou         | NotForYou
        GiveReason                 | NotForYou                          | NotForYou      | NotInThisState                     | NotInThisState | NotForYou         | NotForYou
        GiveBack                   | NotTheClaimant                     | NotTheClaimant | HandoffPassedOn + SpecialistsAsked | NotTheClaimant | NotTheClaimant    | NotTheClaimant
        AskSomeoneElse             | HandoffPassedOn + SpecialistsAsked | NotYourHandoff | NotYourHandoff                     | NotYourHandoff | NotYourHandoff    | NotYourHandoff
        CheckSeesId, right         | NotTheClaimant                     | NotTheClaimant | AlreadySo                          | NotTheClaimant | NotTheClaimant    | NotTheClaimant
        CheckSeesId, wrong         | NotTheClaimant                     | NotTheClaimant | NotInThisState                     | NotTheClaimant | NotTheClaimant    | NotTheClaimant
        CheckSeesId, none on file  | NotTheClaimant                     | NotTheClaimant | NotInThisState                     | NotTheClaimant | NotTheClaimant    | NotTheClaimant
        NotSatisfied               | NotTheClaimant                     | NotTheClaimant | Ended NotConfirmed                 | NotTheClaimant | NotTheClaimant    | NotTheClaimant
        TakeCall                   | NotTheClaimant                     | NotTheClaimant | CallTaken                          | NotTheClaimant | NotTheClaimant    | NotTheClaimant
        TakeCall, off the register | NotTheClaimant                     | NotTheClaimant | OffTheRegister                     | NotTheClaimant | NotTheClaimant    | NotTheClaimant
        Renew                      | AlreadySo
        Renew, off the register    | AlreadySo
        Wake                       | AlreadySo
        EndAtRestore               | Ended NotTaken
        SayStillOnCall             | NotInThisState
        LeaveCall                  | NotInThisState                     | NotYourHandoff | NotYourHandoff                     | NotYourHandoff | NotYourHandoff    | NotYourHandoff
        EndCall                    | NotInThisState                     | NotInThisState | NotInThisState                     | NotInThisState | LeadCameIn        | NotInThisState
        EndAsLead                  | NotForYou                          | NotForYou      | NotForYou                          | NotForYou      | Ended EndedByLead | NotForYou
        Withdraw                   | Ended Withdrawn                    | NotYourHandoff | NotYourHandoff                     | NotYourHandoff | NotYourHandoff    | NotYourHandoff
        Withdraw, posted in error  | Ended Withdrawn                    | NotYourHandoff | NotYourHandoff                     | NotYourHandoff | NotYourHandoff    | NotYourHandoff
        AskAgain                   | NotInThisState                     | NotYourHandoff | NotYourHandoff                     | NotYourHandoff | NotYourHandoff    | NotYourHandoff
        ArrangeCallBack            | NotInThisState                     | NotYourHandoff | NotYourHandoff                     | NotYourHandoff | NotYourHandoff    | NotYourHandoff
        ArrangeCallBack, no kind   | NotInThisState                     | NotYourHandoff | NotYourHandoff                     | NotYourHandoff | NotYourHandoff    | NotYourHandoff
        ArrangeCallBack, no time   | NotInThisState                     | NotYourHandoff | NotYourHandoff                     | NotYourHandoff | NotYourHandoff    | NotYourHandoff
        Move                       | NotForYou                          | NotForYou      | NotForYou                          | NotForYou      | NotInThisState    | NotForYou
        Move, same area            | NotForYou                          | NotForYou      | NotForYou                          | NotForYou      | NotInThisState    | NotForYou
        SendWrapUp                 | NotInThisState
        RemindAfterEnd             | AlreadySo
        ReadIn, details            | NotTheClaimant                     | NotTheClaimant | WasRead                            | NotTheClaimant | NotTheClaimant    | NotTheClaimant
        ReadIn, authority          | NotTheClaimant                     | NotTheClaimant | NotInThisState                     | NotTheClaimant | NotTheClaimant    | NotTheClaimant
        ReadIn, note               | NotTheClaimant                     | NotTheClaimant | NotInThisState                     | NotTheClaimant | NotTheClaimant    | NotTheClaimant
        BringCard                  | CardBrought | NotInThisState | NotInThisState | NotInThisState | NotInThisState | NotInThisState
        """);

    [Theory, MemberData(nameof(Cells))]
    public void What_everybody_can_do(string command, string who, string outcome) =>
        HandoffSpecTable.Holds(Given(Matched).On(TwoOnDuty), command, who, outcome, now: Seconds(50));

    [Fact]
    public void The_table_begins_in_this_state() => Assert.IsType<Confirmed>(Given(Matched).State);
}
