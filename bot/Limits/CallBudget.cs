using VstrsBot.Handoffs;
using VstrsBot.Storage;

namespace VstrsBot.Limits;

/// <summary>What a process may call: a place within Teams' limits, held from before the call until it is over.</summary>
internal sealed class CallPlace(Action over) : IDisposable
{
    /// <summary>The call is over.</summary>
    public void Dispose() => over();
}

/// <summary>What came of asking for a place.</summary>
/// <param name="Place">The place; null when there is none.</param>
/// <param name="Wait">How long until there may be one; null when the changes that belong to it could not be made.</param>
internal sealed record Asked(CallPlace? Place, TimeSpan? Wait)
{
    public static readonly Asked TheChangesFailed = new(null, null);
}

/// <summary>
/// Keeps to Teams' limits, over all processes and restarts: one row a conversation and one for the tenant hold when the last calls were. A call
/// takes its place there in the very transaction that claims it, under the rows' tags, so that two processes never take the same one.
/// </summary>
internal sealed class CallBudget(IHandoffStore store, TimeProvider time)
{
    /// <summary>How far the clocks of two processes that share a store may be apart: the store's own time is theirs, in whole seconds.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(2);

    private const string Tenant = "tenant";
    private const string AllReads = "reads";
    private const int MostRaces = 100;

    private readonly KnownCalls known = new(time);
    private readonly RowMemo<CallRow.Value> rows = new(places: 512);
    private readonly Turns turns = new();

    /// <summary>A person's chat, before it is made and after.</summary>
    public static string ChatOf(PersonId person) => $"chat of {person}";

    /// <summary>Asks for a place for one write.</summary>
    /// <param name="conversation">The chat, the thread, or for a new thread the channel.</param>
    /// <param name="claim">What is changed with it, in one transaction.</param>
    /// <exception cref="StoreUnavailableException">Nothing was changed.</exception>
    public Task<Asked> TryTakeAsync(string conversation, Urgency urgency, IReadOnlyList<RowChange> claim, CancellationToken ct) =>
        TryTakeAsync($"w|{conversation}", TeamsLimits.Writes, urgency, claim, ct);

    /// <summary>
    /// A place for one read, which no row counts: whoever is unknown is looked up, and leaves nothing in the store. Null when this process used
    /// up its share.
    /// </summary>
    public CallPlace? TryTakeRead(string conversation)
    {
        var share = store.Clock is null ? 1 : TeamsLimits.AloneShare;
        var key = $"r|{conversation}";
        return TeamsLimits.Wait(TeamsLimits.Reads, share, known.AgesOf(key, all: true)) is null
            && TeamsLimits.Wait(TeamsLimits.ReadsInTenant, share, known.AgesOf(AllReads, all: true)) is null ? Alone(key, AllReads) : null;
    }

    /// <summary>A place for one write that no row counts, while the store cannot be written: null when this process used up its share.</summary>
    public CallPlace? TryTakeAlone(string conversation) => TryTakeAlone($"w|{conversation}", TeamsLimits.Writes);

    private async Task<Asked> TryTakeAsync(string key, TeamsLimit[] limits, Urgency urgency, IReadOnlyList<RowChange> claim, CancellationToken ct)
    {
        await turns.TakeAsync(urgency); // the calls of one process need not race each other
        try
        {
            for (var race = 0; race < MostRaces; race++)
            {
                var (one, other) = (CallRow.ReadAsync(store, rows, key, limits, ct), CallRow.ReadAsync(store, rows, Tenant, TeamsLimits.WritesInTenant, ct));
                var (mine, all) = (await one, await other);
                if (Longest(WaitFor(mine, urgency), WaitFor(all, urgency)) is { } wait)
                    return new Asked(null, wait);
                if (await TryCommitAsync(mine, all, claim, ct))
                    return new Asked(Begun((key, mine.No + 1), (Tenant, all.No + 1)), null);
                if (await mine.StandsAsync(store, ct) && await all.StandsAsync(store, ct))
                    return Asked.TheChangesFailed;
            }

            throw new StoreUnavailableException("Too many others are sending.");
        }
        finally
        {
            turns.GiveBack();
        }
    }

    private async Task<bool> TryCommitAsync(CallRow mine, CallRow all, IReadOnlyList<RowChange> claim, CancellationToken ct)
    {
        try
        {
            return await store.TryCommitAsync([.. claim, mine.Plus(time.GetUtcNow()), all.Plus(time.GetUtcNow())], ct);
        }
        catch (StoreUnsureException) when (claim.Count > 0)
        {
            // Where the row moved it counts as taken. Whoever claims looks whether the claim is theirs.
            if (await mine.StandsAsync(store, ct))
                throw;
            return true;
        }
    }

    private CallPlace? TryTakeAlone(string key, TeamsLimit[] limits)
    {
        return IsFull(key, limits) || IsFull(Tenant, TeamsLimits.WritesInTenant) ? null : Alone(key, Tenant);
    }

    private CallPlace Alone(string key, string all)
    {
        var (one, other) = (known.BeginUnrecorded(key), known.BeginUnrecorded(all));
        return new CallPlace(() =>
        {
            known.End(key, one);
            known.End(all, other);
        });
    }

    private bool IsFull(string key, TeamsLimit[] limits) =>
        TeamsLimits.Wait(limits, 1, known.AgesOf(key, all: true)) is not null
        || TeamsLimits.Wait(limits, TeamsLimits.AloneShare, known.AgesOf(key, all: false)) is not null;

    private CallPlace Begun(params (string Key, long No)[] calls)
    {
        foreach (var (key, no) in calls)
            known.Begin(key, no);
        return new CallPlace(() =>
        {
            foreach (var (key, no) in calls)
                known.End(key, no);
        });
    }

    private TimeSpan? WaitFor(CallRow row, Urgency urgency)
    {
        List<(TimeSpan Age, int Count)> calls = [.. known.AgesOf(row.Name, all: false)];
        var atLeast = TimeSpan.Zero;
        foreach (var (no, at) in row.Last)
        {
            var age = known.AgeOf(row.Name, no, AsWritten(at));
            calls.Add((age, 1));
            atLeast = Longest(age, atLeast)!.Value;
        }

        // Whatever a clock that was set back makes of them, they were before the last ones.
        foreach (var (before, count) in row.Earlier)
            calls.Add((Longest(AsWritten(before), atLeast)!.Value, count));
        return TeamsLimits.Wait(row.Limits, TeamsLimits.ShareOf(urgency), calls);
    }

    /// <summary>What another process wrote may be a little younger than it reads.</summary>
    private TimeSpan AsWritten(DateTimeOffset at) => time.GetUtcNow() - at - (store.Clock is null ? TimeSpan.Zero : Skew);

    private static TimeSpan? Longest(TimeSpan? one, TimeSpan? other) => one > other || other is null ? one : other;
}
