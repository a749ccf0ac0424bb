using VstrsBot.Handoffs;
using VstrsBot.Teams.Inbound;
using VstrsBot.Tests.Simulation.Engine;
using VstrsBot.Tests.Simulation.People;
using VstrsBot.Tests.Simulation.Pretend;
using VstrsBot.Tests.Simulation.Rules;
using VstrsBot.Tests.Support;

namespace VstrsBot.Tests.Simulation;

/// <summary>
/// A desk with two serving processes on one store, its people and its Teams, played from one seed: the same seed plays the same run, to
/// the last byte. After each step the rules are looked at.
/// </summary>
internal sealed class World
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly SimulatedStore rows = new();
    private readonly Part part;
    private readonly List<Colleague> people;
    private readonly int wanted;
    private long errands;

    public World(ulong seed, int handoffs, Part? part = null, int keeps = 300, Climate? climate = null)
    {
        wanted = handoffs;
        this.part = part ?? Part.AsItIs;
        var dice = new Dice(seed);
        Trace = new Trace(keeps);
        Timeline = new Timeline(Start, dice);
        Weather = new Weather(Timeline, climate ?? Climate.Of(dice));
        Manner = Manner.Of(dice);
        Times = dice.Chance(0.3) ? new HandoffRules { Lease = TimeSpan.FromMinutes(1), RenewEvery = TimeSpan.FromSeconds(30) } : new HandoffRules();
        Tenant = new Tenant(Timeline, Someone.Everybody);
        Desk = new Desk(this, rows);
        Watched = new Watched(this, rows);
        people = [.. Someone.Everybody.Select(who => new Colleague(who, this))];
        Tenant.Changing += message => PersonOf(message.Where.With)?.Remembers(message);
        Tenant.Changed += message =>
        {
            Watched.Changed(message);
            PersonOf(message.Where.With)?.LookAfter(Timeline.Dice.Between(1, 8));
        };
    }

    public Timeline Timeline { get; }

    public Trace Trace { get; }

    public Weather Weather { get; }

    public Manner Manner { get; }

    /// <summary>The desk's settings: a lease as it is delivered, or as short as Production takes it, so that faults outlast it more often.</summary>
    public HandoffRules Times { get; }

    public Desk Desk { get; }

    public Tenant Tenant { get; }

    /// <summary>What must hold, and what was seen.</summary>
    public Watched Watched { get; }

    /// <summary>The two processes, as they are at this moment; dead or suspended ones too.</summary>
    public List<Process> Processes { get; } = [];

    /// <summary>Things go wrong, and people start handoffs.</summary>
    public bool IsDay { get; private set; } = true;

    /// <summary>People look at their screens.</summary>
    public bool IsOpen { get; private set; } = true;

    public bool WantsMore => IsDay && Watched.Handoffs < wanted;

    /// <summary>Plays the day, and then until all is at rest.</summary>
    public World Play()
    {
        Desk.Register(Someone.Everybody);
        for (var no = 0; no < 2; no++)
            Processes.Add(StartProcess(no, Weather.Climate.StoreHasClock ? Timeline.Dice.Between(-Weather.Climate.Skew.TotalSeconds, Weather.Climate.Skew.TotalSeconds) : TimeSpan.Zero));
        foreach (var person in people)
            Timeline.After(Timeline.Dice.Between(0.5, 6), () => person.Say(person.Who.Role == Roles.Specialist ? "on duty" : "me"));
        Desk.Trouble();

        RunUntil(Start.AddHours(2), () => Watched.Handoffs >= wanted);
        RunUntil(Timeline.Now.AddMinutes(2), () => false);
        Settle();
        return this;
    }

    public Errand NewErrand(Func<long, Errand> make) => make(++errands);

    /// <summary>Teams carries what somebody does to one of the processes: once, or more often; soon, or late.</summary>
    public void Carry(Errand errand, Action<InvokeResponse?> answered)
    {
        Note($"{errand.By.Name}: {errand.Verb ?? errand.Activity.Text ?? errand.Activity.Type} {errand.Handoff} {errand.Code} {(errand.On is { } on ? $"on {on.Id}" : "")}");
        Deliver(errand, errand.Activity, Timeline.Dice.Chance(0.97) ? Timeline.Dice.Between(0.01, 0.2) : Timeline.Dice.Between(0.2, 8), answered);
        if (!Timeline.Dice.Chance(Manner.Repeats))
            return;
        for (var times = 1 + Timeline.Dice.Below(4); times > 0; times--)
        {
            Weather.Tally.Repeated++;
            var again = errand.Again(Timeline.Dice.Chance(0.5) ? ++errands : null);
            Deliver(errand, again, Timeline.Dice.Between(0.01, Timeline.Dice.Chance(0.8) ? 2 : 15), _ => { });
        }
    }

    public void Note(string line) => Trace.Add(Timeline.Now, line);

    public Process StartProcess(int no, TimeSpan off)
    {
        var process = new Process(no, Timeline, Weather, Tenant, rows, part, Times) { Time = { Off = off } };
        Watched.Follow(process);
        process.Log.Logged += line => Note($"P{no} {line}");
        process.Start();
        return process;
    }

    private Colleague? PersonOf(PersonId? who) => who is { } id ? people.Find(person => person.Who.Who == id) : null;

    private void Deliver(Errand errand, Activity activity, TimeSpan trip, Action<InvokeResponse?> answered) => Timeline.After(trip, () =>
    {
        var takers = Processes.Where(process => process.IsReady).ToList();
        if (takers.Count == 0)
            return;
        var to = Timeline.Dice.OneOf(takers);
        Note($"P{to.No} <- {errand.By.Name}: {errand.Verb ?? errand.Activity.Text} {errand.Handoff}");
        var hearing = Watched.Hears(errand, to);
        to.Deliver(activity, answer =>
        {
            Watched.Answered(hearing, answer);
            Note($"P{to.No} -> {errand.By.Name}: {answer.Words ?? (answer.ShownCard is null ? "-" : "card")}");
            Timeline.After(Timeline.Dice.Between(0.01, 0.15), () =>
            {
                if (answer.ShownCard is { } card && errand.On is { IsDeleted: false } on)
                {
                    on.Answer(errand.By.Who, OnScreen.Of(card), Timeline.Now);
                    Watched.Changed(on);
                }

                answered(answer);
            });
        });
    });

    /// <summary>Everything works again, everybody finishes; then a day and a half go by.</summary>
    private void Settle()
    {
        IsDay = false;
        Weather.ClearUp();
        Desk.Heal();
        foreach (var person in people)
            person.LookAfter(Timeline.Dice.Between(1, 5));
        RunUntil(Timeline.Now.AddMinutes(Timeline.Dice.Chance(0.05) ? 35 : 3), () => false);
        IsOpen = false;
        foreach (var hours in (int[])[1, 2, 26])
        {
            Desk.CloseFor(TimeSpan.FromHours(hours));
            RunUntil(Timeline.Now.AddHours(hours).AddSeconds(40), () => false);
        }

        if (Watched.Broken is null)
            Watched.AtRest();
        foreach (var process in Processes)
            process.Dispose();
    }

    private void RunUntil(DateTimeOffset end, Func<bool> enough)
    {
        while (Watched.Broken is null && Timeline.Step(end) && !enough())
        {
        }
    }
}
