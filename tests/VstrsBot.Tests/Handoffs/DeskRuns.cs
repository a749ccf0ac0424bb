using CsCheck;
using VstrsBot.Handoffs;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

/// <summary>Random days on a desk, the same ones each time. What is sensible comes often, so that many handoffs go live.</summary>
internal static class DeskRuns
{
    private const int Days = 600;

    private static readonly Gen<Func<Handoff, Actor>> Anybody = Gen.OneOf(Tom, Grace, Priya, Amir, Dev, Ella, Leah, Noor).Select(Always);
    private static readonly Gen<Func<Handoff, Actor>> Specialist = Gen.OneOf(DeskRun.Specialists).Select(Always);
    private static readonly Gen<Func<Handoff, Actor>> MostlyTheHolder = Gen.Frequency<Func<Handoff, Actor>>((12, Gen.Const<Func<Handoff, Actor>>(HolderOf)), (2, Specialist), (1, Anybody));
    private static readonly Gen<Func<Handoff, Actor>> MostlyTheAdviser = Gen.Frequency<Func<Handoff, Actor>>((12, Gen.Const<Func<Handoff, Actor>>(AdviserOf)), (1, Anybody));
    private static readonly Gen<Func<Handoff, Actor>> Lead = Gen.Frequency<Func<Handoff, Actor>>((3, Gen.Const(Always(Leah))), (1, Anybody));

    private static readonly Gen<TimeSpan> After = Gen.Frequency<TimeSpan>(
        (60, Gen.Int[0, 12].Select(s => TimeSpan.FromSeconds(s))),
        (40, Gen.Int[12, 80].Select(s => TimeSpan.FromSeconds(s))),
        (8, Gen.Int[2, 12].Select(m => TimeSpan.FromMinutes(m))),
        (1, Gen.Int[12, 40].Select(m => TimeSpan.FromMinutes(m))));

    private static readonly Gen<(Func<Handoff, Actor> Who, Func<Actor, HandoffCommand> What)> Act = Gen.Frequency<(Func<Handoff, Actor> Who, Func<Actor, HandoffCommand> What)>(
        (12, By(Specialist, by => new Claim(by, Holds: null))),
        (6, By(MostlyTheAdviser, by => new SendDetails(by, "Payment plan", "phone", null))),
        (12, By(MostlyTheHolder, Right)),
        (14, By(MostlyTheHolder, by => new TakeCall(by, BothOnRegister: true))),
        (1, By(MostlyTheHolder, by => new TakeCall(by, BothOnRegister: false))),
        (4, By(Anybody, _ => new Renew(BothOnRegister: true))),
        (1, By(Anybody, _ => new Renew(BothOnRegister: false))),
        (10, By(Anybody, _ => new Wake())),
        (6, By(Specialist, by => new Decline(by))),
        (3, By(Specialist, by => new GiveReason(by, "On a call"))),
        (1, By(MostlyTheHolder, by => new GiveBack(by))),
        (1, By(MostlyTheAdviser, by => new AskSomeoneElse(by))),
        (1, By(MostlyTheHolder, by => Wrong(by, "wrong 1"))),
        (1, By(MostlyTheHolder, by => Wrong(by, "wrong 2"))),
        (1, By(MostlyTheHolder, by => Wrong(by, "wrong 3"))),
        (1, By(MostlyTheHolder, NothingOnFile)),
        (6, By(MostlyTheHolder, by => new SayStillOnCall(by))),
        (1, By(MostlyTheAdviser, by => new SayStillOnCall(by))),
        (4, By(MostlyTheAdviser, by => new LeaveCall(by))),
        (2, By(MostlyTheAdviser, by => new AskAgain(by))),
        (1, By(Lead, by => new Move(by, "PAYE", "Belongs there"))),
        (1, By(Lead, by => new Move(by, "Self Assessment", "Belongs there"))),
        (2, By(MostlyTheHolder, by => new ReadIn(by, Reading.Details))),
        (1, By(MostlyTheHolder, by => new ReadIn(by, Reading.Authority))),
        (1, By(MostlyTheHolder, by => new ReadIn(by, Reading.Note))),
        (2, By(MostlyTheAdviser, by => new RemindAfterEnd(by))),
        (1, By(MostlyTheAdviser, by => new BringCard(by, Surface.Adviser))),
        (1, By(MostlyTheHolder, by => new BringCard(by, new Surface(SurfaceKind.Authority, 1)))),
        (1, By(MostlyTheHolder, by => new EndCall(by))),
        (3, By(MostlyTheAdviser, by => new EndCall(by))),
        (1, By(Lead, by => new EndAsLead(by, "Training"))),
        (1, By(Lead, by => new EndCall(by))),
        (1, By(MostlyTheAdviser, by => new Withdraw(by, PostedInError: false))),
        (1, By(MostlyTheAdviser, by => new ArrangeCallBack(by, "phone", At(90)))),
        (1, By(Specialist, by => new NotSatisfied(by))),
        (2, By(MostlyTheHolder, by => new SendWrapUp(by, "Plan agreed", NoteInIdms: true))));

    private static readonly Gen<DeskStep> Step = Gen.Select(
        After, Gen.Frequency((15, true), (1, false)), Gen.OneOf(K7F3, M4TX), Act, (after, served, id, act) => new DeskStep(after, served, id, act.Who, act.What));

    private static readonly Gen<DeskStep[]> Anything = Step.Array[4, 20];

    /// <summary>Somebody accepts, confirms and takes the call, more or less at once.</summary>
    private static readonly Gen<DeskStep[]> GoesLive = InTurn(
        Gen.Int[1, 20].Select(s => TimeSpan.FromSeconds(s)),
        By(Specialist, by => new Claim(by, Holds: null)),
        By(MostlyTheAdviser, by => new SendDetails(by, "Payment plan", "phone", null)),
        By(MostlyTheHolder, Right),
        By(MostlyTheHolder, by => new TakeCall(by, BothOnRegister: true)));

    /// <summary>Wrong codes one after the other.</summary>
    private static readonly Gen<DeskStep[]> GuessesOn = InTurn(
        Gen.Int[1, 40].Select(s => TimeSpan.FromSeconds(s)),
        By(Specialist, by => new Claim(by, Holds: null)),
        By(MostlyTheHolder, by => Wrong(by, "wrong 1")),
        By(MostlyTheHolder, by => Wrong(by, "wrong 2")),
        By(MostlyTheHolder, by => Wrong(by, "wrong 2")),
        By(MostlyTheHolder, by => Wrong(by, "wrong 3")));

    /// <summary>A long call: whoever is asked says yes.</summary>
    private static readonly Gen<DeskStep[]> TalksOn = InTurn(
        Gen.Int[8, 16].Select(m => TimeSpan.FromMinutes(m)),
        [.. Enumerable.Repeat(By(Gen.Const<Func<Handoff, Actor>>(HolderOf), by => new SayStillOnCall(by)), 6)]);

    /// <summary>The service is down, for longer than a lease or a little less.</summary>
    private static readonly Gen<DeskStep[]> Outage = Gen.Select(Gen.Int[100, 400], Gen.OneOf(K7F3, M4TX), (s, id) =>
        new[] { new DeskStep(TimeSpan.FromSeconds(s), Served: false, id, Always(Noor), _ => new Wake()) });

    private static readonly Gen<DeskStep[]> Day = Gen.Frequency<DeskStep[]>((6, Anything), (3, GoesLive), (1, GuessesOn), (1, TalksOn), (1, Outage))
        .Array[4, 12].Select(parts => (DeskStep[])[Posting(K7F3, Tom), Posting(M4TX, Grace), .. parts.SelectMany(steps => steps)]);

    /// <summary>Goes through every day and looks after each act; the acts until then tell what went wrong.</summary>
    public static void Each(Action<DeskRun, DeskAct> look)
    {
        for (var day = 0UL; day < Days; day++)
        {
            var run = new DeskRun();
            List<DeskAct> done = [];
            foreach (var step in Day.Generate(new PCG(7, day), null, out _))
            {
                done.Add(run.Do(step));
                try
                {
                    look(run, done[^1]);
                }
                catch (Xunit.Sdk.XunitException wrong)
                {
                    throw new InvalidOperationException($"{wrong.Message}\nDay {day}:\n{string.Join('\n', done)}", wrong);
                }
            }
        }
    }

    private static DeskStep Posting(HandoffId id, Actor by) => new(TimeSpan.Zero, Served: true, id, _ => by, someone => PostBy(someone) with { Id = id });

    /// <summary>These things in this order on one handoff, the service being up.</summary>
    private static Gen<DeskStep[]> InTurn(Gen<TimeSpan> after, params Gen<(Func<Handoff, Actor> Who, Func<Actor, HandoffCommand> What)>[] acts) => Gen.Select(
        Gen.OneOf(K7F3, M4TX), after.Array[acts.Length], Together(acts),
        (id, pauses, done) => done.Select((act, n) => new DeskStep(pauses[n], Served: true, id, act.Who, act.What)).ToArray());

    private static Gen<T[]> Together<T>(IEnumerable<Gen<T>> each) =>
        each.Aggregate(Gen.Const(Array.Empty<T>()), (before, next) => Gen.Select(before, next, (T[] some, T one) => (T[])[.. some, one]));

    private static Gen<(Func<Handoff, Actor> Who, Func<Actor, HandoffCommand> What)> By(Gen<Func<Handoff, Actor>> who, Func<Actor, HandoffCommand> what) =>
        who.Select(someone => (someone, what));

    private static Func<Handoff, Actor> Always(Actor who) => _ => who;

    private static Actor HolderOf(Handoff handoff) => handoff switch
    {
        HeldHandoff h => new Actor(h.Specialist, Roles.Specialist),
        Ended { Held: { } held } => new Actor(held.Specialist, Roles.Specialist),
        _ => Priya,
    };

    private static Actor AdviserOf(Handoff handoff) => handoff is PostedHandoff h ? new Actor(h.Posting.Adviser, Roles.Adviser) : Tom;
}
