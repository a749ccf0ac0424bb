using System.Text;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Tests.Handoffs;
using VstrsBot.Tests.Simulation.Engine;
using VstrsBot.Tests.Support;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Simulation;

/// <summary>
/// Four specialists want both of two handoffs at once, at two processes on one store; some give one back and want it again. Chance decides,
/// call for call to the store, who goes next.
/// </summary>
internal sealed class ClaimSchedule
{
    private static readonly HandoffId[] Both = [K7F3, M4TX];
    private static readonly Actor[] Specialists = [Priya, Amir, Dev, Ella];

    private readonly SimulatedStore rows = new();
    private readonly ServiceDesk asStored;
    private readonly Timeline timeline;
    private readonly (ProcessScheduler Thread, ServiceDesk Desk)[] processes;

    private ClaimSchedule(ulong seed)
    {
        asStored = new ServiceDesk(rows);
        timeline = new Timeline(Ten, new Dice(seed));
        processes = [Process(), Process()];
    }

    /// <summary>Accepts that were answered with the handoff, and those whose answer nobody got.</summary>
    public int Accepted { get; private set; }

    public int Unsure { get; private set; }

    public static ClaimSchedule Play(ulong seed)
    {
        var schedule = new ClaimSchedule(seed);
        schedule.Play();
        return schedule;
    }

    private void Play()
    {
        Post(PostBy(Tom));
        Post(PostBy(Grace) with { Id = M4TX });
        Task[] wishes = [.. Specialists.SelectMany(_ => Both, (by, number) => WishAsync(by, number))];
        while (timeline.Step(Ten))
        {
        }

        Assert.All(wishes, wish => Assert.True(wish.IsCompletedSuccessfully, wish.Exception?.ToString() ?? "Somebody waits for ever."));
        var recorded = Both.Sum(Claims);
        Assert.InRange(recorded, Accepted, Accepted + Unsure);
    }

    private (ProcessScheduler Thread, ServiceDesk Desk) Process()
    {
        var store = rows.Reopened();
        return (new ProcessScheduler(timeline), new ServiceDesk(store, over: new SteppedStore(store, timeline.Dice, NobodyHoldsTwo)));
    }

    private void Post(Post post) => Assert.IsType<Outcome.Now>(AtOnce.Of(() => asStored.DoAsync(post, post.Id)));

    private Task WishAsync(Actor by, HandoffId number)
    {
        var (thread, desk) = timeline.Dice.OneOf(processes);
        var isUndecided = timeline.Dice.Chance(0.3);
        return thread.StartAsync(async () =>
        {
            await AcceptAsync(desk, by, number);
            if (!isUndecided)
                return;
            await TryAsync(() => desk.DoAsync(new GiveBack(by), number));
            await AcceptAsync(desk, by, number);
        });
    }

    private async Task AcceptAsync(ServiceDesk desk, Actor by, HandoffId number)
    {
        var outcome = await TryAsync(() => desk.DoAsync(new Claim(by, Holds: null), number));
        if (outcome is null)
            Unsure++;
        if (outcome is not Outcome.Now { Already: false } now)
            return;
        Accepted++;
        Assert.Equal(by.Id, Assert.IsType<Claimed>(now.State).Specialist.Id);
    }

    private static async Task<Outcome?> TryAsync(Func<Task<Outcome>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception fault) when (fault is StoreUnavailableException or StoreUnsureException)
        {
            return null;
        }
    }

    private void NobodyHoldsTwo()
    {
        PersonId[] holders = [.. Both.Select(number => AtOnce.Of(() => asStored.StoredAsync(number))).OfType<HeldHandoff>().Select(held => held.Specialist.Id)];
        Assert.Equal(holders.Distinct(), holders);
    }

    private int Claims(HandoffId number)
    {
        var lines = RecordKeys.LinesOf(number.Value);
        return AtOnce.Of(() => rows.ReadAsync(lines, RecordKeys.After(lines), int.MaxValue, CancellationToken.None))
            .Count(line => Encoding.UTF8.GetString(line.Value).Contains("SpecialistClaimed", StringComparison.Ordinal));
    }
}
