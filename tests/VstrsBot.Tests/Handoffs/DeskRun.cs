using VstrsBot.Handoffs;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

/// <summary>One thing that somebody does, some time after the last. Who it is may depend on who has the handoff then.</summary>
/// <param name="Served">The service was up until then: it woke whenever it was time, and renewed.</param>
internal sealed record DeskStep(TimeSpan After, bool Served, HandoffId Id, Func<Handoff, Actor> Who, Func<Actor, HandoffCommand> What);

/// <summary>What a step came to.</summary>
internal sealed record DeskAct(DateTimeOffset At, HandoffId Id, HandoffCommand Command)
{
    public override string ToString() => $"{At:HH:mm:ss} {Id} {Command.By.Person.Name}: {Command.GetType().Name}";
}

/// <summary>A desk with several handoffs and a row for each person, going round the loop of the service: time speaks, decide, evolve.</summary>
internal sealed class DeskRun
{
    public static readonly Actor[] Specialists = [Priya, Amir, Dev, Ella];

    private readonly HandoffRules rules = new();
    private readonly Dictionary<HandoffId, Handoff> states = new() { [K7F3] = NotPosted.Yet, [M4TX] = NotPosted.Yet };
    private readonly Dictionary<HandoffId, List<HandoffEvent>> histories = new() { [K7F3] = [], [M4TX] = [] };
    private readonly Dictionary<PersonId, Availability> rows = [];

    public DateTimeOffset Now { get; private set; } = Ten;

    public HandoffRules Rules => rules;

    public HandoffTimes Times => new(rules);

    public IReadOnlyDictionary<HandoffId, Handoff> States => states;

    public IReadOnlyDictionary<HandoffId, List<HandoffEvent>> Histories => histories;

    /// <summary>What the last step owed.</summary>
    public List<(Effect Effect, PostedHandoff After)> Owed { get; } = [];

    public DeskAct Do(DeskStep step)
    {
        var then = Now + step.After;
        if (step.Served)
            Serve(then);

        Now = then;
        var command = step.What(step.Who(states[step.Id]));
        CarryOut(command, step.Id);
        return new DeskAct(Now, step.Id, command);
    }

    private void Serve(DateTimeOffset until)
    {
        while (states.MinBy(s => Times.NextAt(s.Value) ?? DateTimeOffset.MaxValue) is var (id, state) && Times.NextAt(state) is { } wake && wake <= until)
        {
            Now = wake < Now ? Now : wake;
            CarryOut(new Renew(BothOnRegister: true), id);
        }
    }

    private void CarryOut(HandoffCommand command, HandoffId id)
    {
        var (state, due) = Reread(id);
        var decided = Decide(command, id, state) is Decision.Happened happened ? happened.Events : [];
        Commit(id, [.. due, .. decided]);
    }

    /// <summary>What the same command would do again at once.</summary>
    public Decision Again(DeskAct act) => Decide(act.Command, act.Id, Reread(act.Id).State);

    public Availability RowOf(PersonId person) => rows.GetValueOrDefault(person) ?? new Availability(person);

    public Roster RosterFor(HandoffId id) => new(
        [.. Specialists.Where(s => RowOf(s.Id).IsOnDuty(onRotaSince: Now.AddMinutes(-20), Now))
            .Select(s => new Candidate(s.Person, RowOf(s.Id).FreeSince ?? DateTimeOffset.MinValue, RowOf(s.Id).FreeFor(id), RowOf(s.Id).Unanswered))],
        [Leah.Person],
        [Owen.Person]);

    private (Handoff State, IReadOnlyList<HandoffEvent> Due) Reread(HandoffId id)
    {
        var due = Times.DueBy(states[id], new Moment(Now), RosterFor(id));
        return (due.Aggregate(states[id], Evolution.Evolve), due);
    }

    private Decision Decide(HandoffCommand command, HandoffId id, Handoff state)
    {
        var holds = RowOf(command.By.Id).Holds;
        var complete = command is Claim claim ? claim with { Holds = holds == id ? null : holds } : command;
        return new HandoffDecider(rules).Decide(complete, state, Now, RosterFor(id));
    }

    private void Commit(HandoffId id, HandoffEvent[] events)
    {
        foreach (var person in Availability.Touched(states[id], events).ToArray())
            rows[person] = events.Aggregate(RowOf(person), (row, happened) => row.After(happened, id));

        Owed.Clear();
        foreach (var happened in events)
        {
            var before = states[id];
            var after = (PostedHandoff)Evolution.Evolve(before, happened);
            Owed.AddRange(HandoffEffects.Of(happened, before, after).Select(effect => (effect, after)));
            states[id] = after;
        }

        histories[id].AddRange(events);
    }
}
