using System.Text;
using VstrsBot.Handoffs;
using VstrsBot.Storage;
using Xunit;

namespace VstrsBot.Tests.Support;

/// <summary>Given events, when a command, then a decision: time speaks first, as in the service.</summary>
internal sealed class HandoffSpec
{
    private readonly Handoff given;
    private readonly Roster roster;
    private readonly HandoffRules rules = new();

    private HandoffSpec(Handoff given, Roster roster) => (this.given, this.roster) = (given, roster);

    public HandoffTimes Times => new(rules);

    public Handoff State => given;

    public static HandoffSpec Given(params IEnumerable<HandoffEvent> events) => new(events.Aggregate((Handoff)NotPosted.Yet, Evolution.Evolve), Roster.Nobody);

    public HandoffSpec On(Roster people) => new(given, people);

    /// <summary>More that happened since.</summary>
    public HandoffSpec And(params IEnumerable<HandoffEvent> events) => new(events.Aggregate(given, Evolution.Evolve), roster);

    /// <summary>What time caused until then has happened.</summary>
    public HandoffSpec AndTimePasses(DateTimeOffset until) => And(Times.DueBy(given, new Moment(until), roster));

    public HandoffSpecDecided When(HandoffCommand command, DateTimeOffset now)
    {
        var due = Times.DueBy(given, new Moment(now), roster);
        var state = due.Aggregate(given, Evolution.Evolve);
        return new HandoffSpecDecided(state, new HandoffDecider(rules).Decide(command, state, now, roster), roster);
    }

    public void ThenTimeSays(DateTimeOffset now, params HandoffEvent[] events) => ThenTimeSays(new Moment(now), events);

    public void ThenTimeSays(Moment moment, params HandoffEvent[] events) =>
        Assert.Equal(Lines(events), Lines(Times.DueBy(given, moment, roster)));

    /// <summary>Events as text: arrays in them compare by what they hold.</summary>
    public static IEnumerable<string> Lines(IEnumerable<HandoffEvent> events) =>
        events.Select(e => Encoding.UTF8.GetString(HandoffJson.Write(e)) + (e is SeesIdMismatched m ? m.Attempt : ""));

    internal sealed class HandoffSpecDecided(Handoff before, Decision decision, Roster roster)
    {
        public Decision Decision => decision;

        public IReadOnlyList<HandoffEvent> Events => decision is Decision.Happened happened ? happened.Events : [];

        /// <summary>The state after the decision.</summary>
        public HandoffSpec Then() => new(Events.Aggregate(before, Evolution.Evolve), roster);

        public HandoffSpec Then(params HandoffEvent[] events)
        {
            Assert.IsType<Decision.Happened>(decision);
            Assert.Equal(Lines(events), Lines(Events));
            return Then();
        }

        public void Then(Refusal why) => Assert.Equal(why, Assert.IsType<Decision.Refused>(decision).Why);

        public void ThenAlreadySo() => Assert.Same(Decision.Already, decision);
    }
}
