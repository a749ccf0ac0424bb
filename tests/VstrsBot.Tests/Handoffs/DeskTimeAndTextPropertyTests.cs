using System.Text;
using VstrsBot.Handoffs;
using VstrsBot.Storage;
using Xunit;

namespace VstrsBot.Tests.Handoffs;

/// <summary>What holds of wakes and of stored text on every day.</summary>
public sealed class DeskTimeAndTextPropertyTests
{
    [Fact]
    public void Time_says_nothing_before_it_wakes() => DeskRuns.Each((run, act) =>
    {
        if (run.Times.NextAt(run.States[act.Id]) is not { } wake)
            return;

        var justBefore = wake.AddTicks(-1);
        Assert.Empty(run.Times.DueBy(run.States[act.Id], new Moment(justBefore < run.Now ? run.Now : justBefore), run.RosterFor(act.Id)));
    });

    [Fact]
    public void Every_wake_has_something_to_say() => DeskRuns.Each((run, act) =>
    {
        var state = run.States[act.Id];
        if (run.Times.NextAt(state) is not { } wake || (state is Live live && wake == run.Times.RenewAt(live)))
            return;

        Assert.True(wake > run.Now, "It wakes for what was said already.");
        Assert.NotEmpty(run.Times.DueBy(state, new Moment(wake), run.RosterFor(act.Id)));
    });

    [Fact]
    public void What_is_not_ended_always_wakes() => DeskRuns.Each((run, act) =>
        Assert.True(run.States[act.Id] is Ended { Erased: true } || run.Times.NextAt(run.States[act.Id]) is not null));

    [Fact]
    public void A_state_comes_back_from_its_stored_text() => DeskRuns.Each((run, act) => ComesBack(run.States[act.Id]));

    [Fact]
    public void An_event_comes_back_from_its_stored_text() => DeskRuns.Each((run, act) =>
    {
        foreach (var happened in run.Histories[act.Id].TakeLast(4))
            ComesBack(happened);
    });

    private static void ComesBack<T>(T value)
    {
        var stored = HandoffJson.Write(value);
        var again = HandoffJson.Write(HandoffJson.Read<T>(new Row("h|K7F3", stored, Claim: null, Tag: "1")));
        Assert.Equal(Encoding.UTF8.GetString(stored), Encoding.UTF8.GetString(again));
    }
}
