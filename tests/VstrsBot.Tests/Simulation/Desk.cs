using VstrsBot.Handoffs;
using VstrsBot.Keys;
using VstrsBot.Record;
using VstrsBot.Register;
using VstrsBot.Tests.Simulation.Engine;
using VstrsBot.Tests.Simulation.People;
using VstrsBot.Tests.Simulation.Pretend;
using VstrsBot.Tests.Support;

namespace VstrsBot.Tests.Simulation;

/// <summary>What befalls the desk from outside: imports of the register, outages, crashes, pauses, clocks that are set, cards deleted.</summary>
internal sealed class Desk
{
    private static readonly SeesDigest Digest = new(TestKeys.Desk);

    private readonly World world;
    private readonly RegisterStore register;
    private readonly SimulatedStore rows;

    public Desk(World world, SimulatedStore rows)
    {
        (this.world, this.rows) = (world, rows);
        register = new RegisterStore(rows, new DayChain(new RecordChain(new RecordSeal(TestKeys.Desk.Record)), new ProcessTime(world.Timeline, new ProcessScheduler(world.Timeline))), world.Timeline.Dice);
    }

    private Timeline Timeline => world.Timeline;

    private Dice Dice => world.Timeline.Dice;

    /// <summary>Imports these people.</summary>
    public void Register(IEnumerable<Someone> people)
    {
        var snapshot = new RegisterSnapshot([.. people.Select(Entry)], RegisterSnapshot.ManualsFour, []);
        var (_, tag) = AtOnce.Of(() => register.ReadAsync(CancellationToken.None));
        var entry = new RecordEntry(Timeline.Now, "RegisterImported");
        if (!AtOnce.Of(() => register.TryApplyAsync(snapshot, tag, [entry], CancellationToken.None)))
            throw new InvalidOperationException("The register was not imported.");
    }

    /// <summary>From now on something happens now and then.</summary>
    public void Trouble()
    {
        var every = world.Weather.Climate.EverySeconds;
        if (double.IsPositiveInfinity(every))
            return;
        Timeline.After(Dice.Between(1, 2 * every), () =>
        {
            if (!world.IsDay)
                return;
            Befall();
            Trouble();
        });
    }

    /// <summary>A process has claimed a send; now and then it is held up before the send leaves.</summary>
    public void Claimed(Process process)
    {
        if (!world.IsDay || double.IsPositiveInfinity(world.Weather.Climate.EverySeconds) || !Dice.Chance(0.004))
            return;
        var span = Dice.Between(5, 25);
        Suspend(process, span);
        world.Weather.Tally.Befell++;
        world.Weather.IsFeltFor(span + TimeSpan.FromSeconds(31));
    }

    /// <summary>A call has gone live; now and then nothing can be written from then until after its lease, where that is short.</summary>
    public void WentLive()
    {
        if (!world.IsDay || double.IsPositiveInfinity(world.Weather.Climate.EverySeconds) || world.Times.Lease > TimeSpan.FromMinutes(1) || !Dice.Chance(0.06))
            return;
        var span = world.Times.Lease + Dice.Between(5, 40);
        world.Note($"the store is full for {span.TotalSeconds:0} s");
        world.Weather.Tally.Befell++;
        world.Weather.StoreFullUntil = Timeline.Now + span;
        world.Weather.IsFeltFor(span + TimeSpan.FromSeconds(31));
    }

    /// <summary>Everything that is down or away comes back.</summary>
    public void Heal()
    {
        Register(Someone.Everybody);
        foreach (var process in world.Processes.ToList())
        {
            process.Store.CutOffUntil = Timeline.Now;
            process.Time.Off = TimeSpan.Zero;
            if (process.Scheduler.IsSuspended)
                process.Scheduler.Resume();
        }

        foreach (var chat in world.Tenant.Conversations)
        {
            chat.ThrottledUntil = Timeline.Now;
            if (chat.BotIsRemoved)
                Readd(chat);
        }

        world.Weather.IsFeltFor(TimeSpan.FromSeconds(40));
    }

    /// <summary>Nothing serves for so long: it would be the same to wait, and only takes longer.</summary>
    public void CloseFor(TimeSpan span)
    {
        foreach (var process in world.Processes)
            Crash(process, span);
    }

    private void Befall()
    {
        var process = Dice.OneOf(world.Processes);
        var span = Dice.Chance(0.75) ? Dice.Between(1, 20) : Dice.Chance(0.9) ? Dice.Between(20, 90) : Dice.Between(90, 240);
        Action what = Dice.ByWeight<Action>(
        [
            (4, () => Crash(process, span)),
            (3, () => Suspend(process, span)),
            (2, () => SetClock(process)),
            (2, () => world.Weather.StoreDownUntil = Timeline.Now + span),
            (2, () => world.Weather.StoreFullUntil = Timeline.Now + span),
            (2, () => world.Weather.TeamsDownUntil = Timeline.Now + span),
            (2, () => process.Store.CutOffUntil = Timeline.Now + span),
            (1, () => Remove(span)),
            (1, DeleteACard),
            (1, () => Throttle(span)),
            (1, () => TakeOffTheRegister(span)),
        ])!;
        what();
        world.Weather.Tally.Befell++;
        world.Weather.IsFeltFor(span + TimeSpan.FromSeconds(31));
    }

    private void Crash(Process process, TimeSpan span)
    {
        if (process.Scheduler.IsDead)
            return;
        world.Note($"P{process.No} is killed");
        process.Kill();
        Timeline.After(span, () =>
        {
            world.Note($"P{process.No} starts");
            world.Processes[process.No] = world.StartProcess(process.No, process.Time.Off);
        });
    }

    private void Suspend(Process process, TimeSpan span)
    {
        if (process.Scheduler.IsDead || process.Scheduler.IsSuspended)
            return;
        world.Note($"P{process.No} is suspended for {span.TotalSeconds:0} s");
        process.Scheduler.Suspend();
        var wholeMachine = Dice.Chance(0.5);
        Timeline.After(span, () =>
        {
            world.Note($"P{process.No} is resumed");
            if (wholeMachine)
                process.Time.StoodStill += span;
            process.Scheduler.Resume();
        });
    }

    /// <summary>One machine's clock is wrong, or right again; without a common clock it is the one of all.</summary>
    private void SetClock(Process process)
    {
        var off = Dice.Chance(0.5) ? TimeSpan.Zero : Dice.Between(-600, 600);
        var whose = world.Weather.Climate.StoreHasClock ? [process] : world.Processes;
        world.Note($"the clock of P{string.Join(" and P", whose.Select(one => one.No))} is set to {off.TotalSeconds:0} s off");
        foreach (var one in whose)
            one.Time.Off = off;
    }

    private void Remove(TimeSpan span)
    {
        var chat = Dice.OneOf([.. world.Tenant.Conversations]);
        if (chat.With is null)
            return;
        chat.BotIsRemoved = true;
        world.Note($"the bot is removed from {chat.Id}");
        Timeline.After(span, () => Readd(chat));
    }

    private void Readd(Conversation chat)
    {
        if (!chat.BotIsRemoved)
            return;
        chat.BotIsRemoved = false;
        var person = Someone.Everybody.Single(one => one.Who == chat.With);
        world.Carry(world.NewErrand(no => Errand.Installs(person, chat, no)), _ => { });
    }

    private void DeleteACard()
    {
        if (world.Tenant.Messages.Count == 0)
            return;
        var message = Dice.OneOf([.. world.Tenant.Messages.TakeLast(30)]);
        message.IsDeleted = true;
        world.Note($"message {message.Id} is deleted");
    }

    private void Throttle(TimeSpan span)
    {
        if (world.Tenant.Conversations.Count > 0)
            Dice.OneOf([.. world.Tenant.Conversations]).ThrottledUntil = Timeline.Now + (span < TimeSpan.FromSeconds(20) ? span : TimeSpan.FromSeconds(20));
    }

    private void TakeOffTheRegister(TimeSpan span)
    {
        var gone = Dice.OneOf(Someone.Everybody);
        world.Note($"{gone.Name} is taken off the register");
        Register(Someone.Everybody.Where(one => one != gone));
        Timeline.After(span, () => Register(Someone.Everybody));
    }

    private static RegisterEntry Entry(Someone one) => new(
        one.Who, one.Name, one.Role, one.Code is { } code ? Digest.Of(one.Who, Normal(code)).ToStored() : null, one.Areas, one.Phone, From: null, To: null);

    private static string Normal(string code) => SeesId.TryParse(code, out var parsed) ? parsed.Normalised : throw new ArgumentException("Not a code.", nameof(code));
}
