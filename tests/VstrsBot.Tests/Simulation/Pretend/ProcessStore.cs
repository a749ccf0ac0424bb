using VstrsBot.Handoffs;
using VstrsBot.Storage;
using VstrsBot.Storage.Tables;
using VstrsBot.Tests.Simulation.Engine;
using VstrsBot.Tests.Support;

namespace VstrsBot.Tests.Simulation.Pretend;

/// <summary>The shared store as one process reaches it: over a network, in its time, or not at all.</summary>
internal sealed class ProcessStore(Timeline timeline, Weather weather, SimulatedStore rows, ProcessTime machine, StoreClock? clock) : IHandoffStore
{
    /// <summary>What a client waits for an answer at most.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>This process cannot reach the store until then; others can.</summary>
    public DateTimeOffset CutOffUntil { get; set; }

    public DateTimeOffset? Clock => clock?.Now;

    /// <summary>Called when a transaction was applied, before the process is told.</summary>
    public Action<IReadOnlyCollection<RowChange>> Committed { get; set; } = _ => { };

    public async Task<Row?> FindAsync(string key, CancellationToken ct)
    {
        if (await ReachAsync(ct) ?? throw Away())
            return await rows.FindAsync(key, ct);
        var read = await rows.FindAsync(key, ct);
        await timeline.WaitAsync(Trip(), ct);
        return read;
    }

    public async Task<IReadOnlyList<Row>> ReadAsync(string from, string before, int most, CancellationToken ct)
    {
        if (await ReachAsync(ct) ?? throw Away())
            return await rows.ReadAsync(from, before, most, ct);
        var read = await rows.ReadAsync(from, before, most, ct);
        await timeline.WaitAsync(Trip(), ct);
        return read;
    }

    public Task<bool> TryCommitAsync(IReadOnlyCollection<RowChange> changes, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        RowRules.Check(changes);
        var fate = FateOf(writes: true);
        var arrived = new TaskCompletionSource<bool>();

        var asked = timeline.Now;

        // What is on its way arrives, whatever becomes of the caller.
        var trip = fate is StoreFate.Slow ? timeline.Dice.Between(0.5, 7) : fate is StoreFate.UnsureAndLate ? Patience + timeline.Dice.Between(0.05, 3) : Trip();
        timeline.After(trip, () => Arrive(changes, fate, arrived, asked));
        if (trip > Patience)
            timeline.After(Patience, () => arrived.TrySetException(Unsure()));
        return arrived.Task.WaitAsync(ct);
    }

    private void Arrive(IReadOnlyCollection<RowChange> changes, StoreFate fate, TaskCompletionSource<bool> arrived, DateTimeOffset asked)
    {
        if (fate is StoreFate.Unavailable)
        {
            arrived.TrySetException(Away());
            return;
        }

        if (fate is StoreFate.UnsureAndLost)
        {
            timeline.After(timeline.Dice.Between(0.1, 5), () => arrived.TrySetException(Unsure()));
            return;
        }

        var stands = AtOnce.Of(() => rows.TryCommitAsync(changes, CancellationToken.None));
        if (stands)
            Committed(changes);
        if (fate is StoreFate.UnsureButStands)
            timeline.After(timeline.Dice.Between(0.1, 5), () => arrived.TrySetException(Unsure()));
        else
            Answer();

        void Answer()
        {
            var answered = timeline.Now;
            timeline.After(timeline.Dice.Chance(0.5) ? TimeSpan.Zero : Trip(), () =>
            {
                Heard(asked, answered);
                arrived.TrySetResult(stands);
            });
        }
    }

    /// <summary>True when the answer is read as it leaves; false when it is read first and then under way, so that it may be old; null when there is none.</summary>
    private async Task<bool?> ReachAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var fate = FateOf(writes: false);
        var asked = timeline.Now;
        if (fate is not StoreFate.Fine || timeline.Dice.Chance(clock is null ? 0.1 : 0.4)) // else it answers at once: a store on the same machine mostly does
        {
            var trip = fate is StoreFate.Slow ? timeline.Dice.Between(0.5, 7) : Trip();
            await timeline.WaitAsync(trip < Patience ? trip : Patience, ct);
            if (fate is StoreFate.Unavailable || trip > Patience)
                return null;
        }

        Heard(asked, timeline.Now);
        return timeline.Dice.Chance(0.7);
    }

    /// <summary>The Date of an answer: the second in which it was made.</summary>
    private void Heard(DateTimeOffset asked, DateTimeOffset answered) =>
        clock?.Heard(machine.TimestampOf(asked), new DateTimeOffset(answered.UtcTicks - (answered.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero));

    private StoreFate FateOf(bool writes)
    {
        if (CutOffUntil <= timeline.Now)
            return weather.ForStore(writes);
        weather.StoreFailedAt = timeline.Now;
        return StoreFate.Unavailable;
    }

    private TimeSpan Trip() => timeline.Dice.Between(0.001, 0.015);

    private static StoreUnavailableException Away() => new("Simulated: the store is away.");

    private static StoreUnsureException Unsure() => new("Simulated: no answer.");
}
