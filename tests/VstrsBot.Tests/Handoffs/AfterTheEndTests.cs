using System.Diagnostics;
using VstrsBot.Handoffs;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpec;
using static VstrsBot.Tests.Support.HandoffSpecHistory;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

public sealed class AfterTheEndTests
{
    private static readonly HandoffEvent WrappedUp = new WrapUpSent(Priya.Person, "Plan agreed", NoteInIdms: true, At(10));

    [Fact]
    public void The_wrap_up_erases_working_data() =>
        Given(CallOver).When(new SendWrapUp(Priya, "Plan agreed", NoteInIdms: true), At(10)).Then(WrappedUp, new WorkingDataErased(At(10)));

    [Fact]
    public void A_second_wrap_up_changes_nothing() =>
        Given([.. CallOver, WrappedUp, new WorkingDataErased(At(10))]).When(new SendWrapUp(Priya, "No plan", NoteInIdms: false), At(11)).ThenAlreadySo();

    [Fact]
    public void A_wrap_up_after_working_data_is_gone_erases_nothing_again() =>
        Given([.. CallOver, new WorkingDataErased(At(2).AddHours(24))]).When(new SendWrapUp(Priya, "Plan agreed", NoteInIdms: true), At(2).AddHours(25))
            .Then(new WrapUpSent(Priya.Person, "Plan agreed", NoteInIdms: true, At(2).AddHours(25)));

    [Fact]
    public void Time_erases_nothing_again_after_the_wrap_up()
    {
        var wrappedUp = Given(CallOver).When(new SendWrapUp(Priya, "Plan agreed", NoteInIdms: true), At(10)).Then();
        wrappedUp.ThenTimeSays(At(2).AddHours(48));
        Assert.Null(wrappedUp.Times.NextAt(wrappedUp.State));
    }

    [Fact]
    public void A_wrap_up_that_comes_as_time_erases_erases_once()
    {
        var late = Given(CallOver).When(new SendWrapUp(Priya, "Plan agreed", NoteInIdms: true), At(2).AddHours(24));
        Assert.Equal([nameof(WrapUpSent)], late.Events.Select(e => e.GetType().Name));
        late.Then().ThenTimeSays(At(2).AddHours(48));
    }

    [Fact]
    public void Working_data_is_erased_24_hours_after_the_end()
    {
        Given(CallOver).ThenTimeSays(At(1.99).AddHours(24));
        Given(CallOver).ThenTimeSays(At(2).AddHours(24), new WorkingDataErased(At(2).AddHours(24)));
    }

    [Fact]
    public void Working_data_is_erased_an_hour_after_the_end_where_nobody_confirmed()
    {
        HandoffEvent[] withdrawn = [.. Accepted, Details, new HandoffEnded(EndReason.Withdrawn, Tom.Person, null, null, [], At(2))];
        Given(withdrawn).ThenTimeSays(At(1.99).AddHours(1));
        Given(withdrawn).ThenTimeSays(At(2).AddHours(1), new WorkingDataErased(At(2).AddHours(1)));
    }

    /// <summary>Every end by how far it came: nobody accepted, accepted, confirmed, live.</summary>
    public static TheoryData<string, int, int> Ends
    {
        get
        {
            var ends = new TheoryData<string, int, int>();
            foreach (var reason in Enum.GetNames<EndReason>())
            {
                for (var came = 0; came < 4; came++)
                    ends.Add(reason, came, came < 2 || reason == nameof(EndReason.NotConfirmed) ? 1 : 24);
            }

            return ends;
        }
    }

    [Theory, MemberData(nameof(Ends))]
    public void Whatever_the_end_working_data_has_a_deadline(string reason, int came, int hours)
    {
        var until = ((HandoffEvent[][])[Posted, Accepted, Matched, OnTheCall])[came];
        var ended = Given([.. until, new HandoffEnded(Enum.Parse<EndReason>(reason), null, null, null, [], At(2))]);
        var deadline = At(2).AddHours(hours);
        Assert.Equal(deadline, ended.Times.NextAt(ended.State));
        ended.ThenTimeSays(deadline.AddTicks(-1));
        ended.ThenTimeSays(deadline, new WorkingDataErased(deadline));
    }

    [Fact]
    public void The_note_cannot_be_read_after_24_hours() =>
        Given(CallOver).When(new ReadIn(Priya, Reading.Note), At(2).AddHours(24)).Then(new Refusal.AlreadyEnded(EndReason.EndedByAdviser, At(2)));

    [Fact]
    public void The_note_can_be_read_until_then() =>
        Given(CallOver).When(new ReadIn(Priya, Reading.Note), At(1).AddHours(24)).Then(new WasRead(Priya.Person, Reading.Note, At(1).AddHours(24)));

    [Fact]
    public void The_note_cannot_be_read_once_it_is_gone() =>
        Given([.. CallOver, WrappedUp, new WorkingDataErased(At(10))]).When(new ReadIn(Priya, Reading.Note), At(11))
            .Then(new Refusal.AlreadyEnded(EndReason.EndedByAdviser, At(2)));

    [Fact]
    public void A_handoff_that_never_was_live_has_no_wrap_up() =>
        Given([.. Matched, new HandoffEnded(EndReason.Withdrawn, Tom.Person, null, null, [], At(2))])
            .When(new SendWrapUp(Priya, "Plan agreed", NoteInIdms: true), At(3)).Then(new Refusal.AlreadyEnded(EndReason.Withdrawn, At(2)));

    [Fact]
    public void Nobody_revives_it()
    {
        HandoffCommand[] tries = [new Claim(Amir, null), new TakeCall(Priya, BothOnRegister: true), new SayStillOnCall(Priya), new Renew(BothOnRegister: true), Right(Priya), new AskAgain(Tom)];
        foreach (var command in tries)
            Given(CallOver).When(command, At(3)).Then(new Refusal.AlreadyEnded(EndReason.EndedByAdviser, At(2)));
    }

    [Fact]
    public void What_happened_before_the_end_cannot_happen_after_it() =>
        Assert.Throws<UnreachableException>(() => Given([.. CallOver, new CallTaken(Priya.Person, LeaseAt(At(3)), At(3))]));
}
