using VstrsBot.Handoffs;
using VstrsBot.Tests.Simulation.Engine;
using VstrsBot.Tests.Support;

namespace VstrsBot.Tests.Simulation;

/// <summary>A shared store that lets others go first before each call and before each answer, and is now and then unsure what became of a commit.</summary>
internal sealed class SteppedStore(SimulatedStore rows, Dice dice, Action committed) : IHandoffStore
{
    public DateTimeOffset? Clock => null;

    public Task<Row?> FindAsync(string key, CancellationToken ct) => StepAsync(() => rows.FindAsync(key, ct));

    public Task<IReadOnlyList<Row>> ReadAsync(string from, string before, int most, CancellationToken ct) => StepAsync(() => rows.ReadAsync(from, before, most, ct));

    public Task<bool> TryCommitAsync(IReadOnlyCollection<RowChange> changes, CancellationToken ct) => StepAsync(async () =>
    {
        if (dice.Chance(0.05))
            rows.Faults.Enqueue(dice.OneOf([CommitFault.UnsureButStands, CommitFault.UnsureAndLost, CommitFault.Unavailable]));
        try
        {
            return await rows.TryCommitAsync(changes, ct);
        }
        finally
        {
            committed();
        }
    });

    private static async Task<T> StepAsync<T>(Func<Task<T>> call)
    {
        await Task.Yield();
        try
        {
            return await call();
        }
        finally
        {
            await Task.Yield();
        }
    }
}
