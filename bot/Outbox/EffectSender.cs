using VstrsBot.Handoffs;
using VstrsBot.Limits;
using VstrsBot.Storage;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Outbox;

/// <summary>What came of trying to send an owed effect.</summary>
/// <param name="Done">Something was done; false when it was not this process's to do.</param>
/// <param name="Wait">It would be in vain before; null when it would not.</param>
/// <param name="Unreadable">It is for a process of another release to do.</param>
internal sealed record Tried(bool Done, TimeSpan? Wait = null, bool Unreadable = false);

/// <summary>
/// Sends one owed effect: find where, claim it and its place within the limits, draw, one attempt, record and complete. The five rules of the
/// outbox stand in README, Decisions.
/// </summary>
internal sealed partial class EffectSender(
    IHandoffStore store, HandoffService handoffs, IDrawings drawings, CardSender cards, SendTargets targets, CallBudget budget, OwedCompletion completion,
    Unshown unshown, LateFlights flights, IDeskTally tally, TimeProvider time, RandomSource random, ILogger<EffectSender> log)
{
    /// <summary>Longer than any send with its token: <see cref="ConnectorCalls.Longest"/>.</summary>
    public static readonly TimeSpan ClaimLasts = TimeSpan.FromSeconds(15);

    /// <summary>How long an update whose outcome is unknown may still take to arrive.</summary>
    public static readonly TimeSpan LongestFlight = TimeSpan.FromSeconds(10);

    private readonly BrokenHandoffs unreadable = new(time);

    /// <summary>What belongs to a handoff of another release is left to a process that can read it: nothing of it is put off, completed or recorded here.</summary>
    public async Task<Tried> SendAsync(OwedRow row, CancellationToken ct)
    {
        try
        {
            return await TryAsync(row, ct);
        }
        catch (UnreadableRowException)
        {
            if (unreadable.PutOff(row.Handoff))
                Log.Unreadable(log, row.Handoff.Value);
            return new Tried(Done: false, BrokenHandoffs.TriedAgainAfter, Unreadable: true);
        }
    }

    private async Task<Tried> TryAsync(OwedRow row, CancellationToken ct)
    {
        SendTarget target;
        try
        {
            target = await targets.FindAsync(row.Handoff, row.Owed.Effect, ct);
        }
        catch (ConnectorException nowhere)
        {
            await handoffs.ReadAsync(row.Handoff, ct);
            var isPutOff = await completion.PutOffUnclaimedAsync(row, nowhere, ct);
            await unshown.RefusedAsync(row.Handoff, row.Owed.Effect, nowhere, ct);
            return new Tried(isPutOff);
        }

        var claimed = row.Claim.Taken(until: time.GetUtcNow() + ClaimLasts, no: random.Below(int.MaxValue));
        var asked = await budget.TryTakeAsync(target.Counted, row.Owed.Urgency, [new RowChange.SetClaim(row.Row.Key, claimed.Write(), row.Row.Tag)], ct);
        using var place = asked.Place;
        if (place is null || await store.FindAsync(row.Row.Key, ct) is not { } mine || mine.Claim != claimed.Write())
            return new Tried(Done: false, asked.Wait);

        try
        {
            var held = new HeldRow(mine, OwedRows.Find(mine) ?? throw new UnreadableRowException(mine.Key), claimed);
            if (row.Claim is { Banner: true, Until: not null } && row.Owed.Effect.Show is { } surface && target is SendTarget.Card unsure)
                target = await cards.IsUnsureAsync(row.Handoff, surface, unsure, ct);
            await AttemptAsync(held, target, ct);
            return new Tried(Done: true);
        }
        catch (UnreadableRowException)
        {
            await completion.GiveBackAsync(mine, row.Row.Claim, ct);
            throw;
        }
    }

    private async Task AttemptAsync(HeldRow held, SendTarget target, CancellationToken ct)
    {
        var attempt = new Attempt(held, target);
        using var trace = DeskTrace.Start($"send {held.Owed.Effect.Show?.Kind.ToString() ?? "words"}");
        try
        {
            var again = await handoffs.ReadAsync(held.Handoff, ct) is { } shown ? await AttemptAsync(attempt, shown, ct) : null;
            await completion.CompleteAsync(attempt, again, ct);
        }
        catch (ConnectorException failure)
        {
            trace?.SetTag(DeskTrace.Outcome, failure.Code);
            await completion.PutOffAsync(attempt, failure, ct);
            await unshown.RefusedAsync(held.Handoff, held.Owed.Effect, failure, ct);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StoreUnavailableException or StoreUnsureException or UnreadableRowException))
        {
            // One row that cannot be drawn must not hold up the others.
            Log.Undrawn(log, held.Handoff.Value, fault.GetType().Name);
            await completion.PutOffAsync(attempt, SendFailure.NotDrawn, ct);
        }
    }

    /// <summary>When the same is to be sent again; null when it is done.</summary>
    private async Task<DateTimeOffset?> AttemptAsync(Attempt attempt, Shown shown, CancellationToken ct)
    {
        var (state, owed, target) = (shown.State, attempt.Held.Owed, attempt.Target);
        if (await drawings.DrawAsync(state, owed.Effect, target.How, ct) is not { } drawing)
            return null;

        MustStand(attempt.Held.Claim);
        attempt.Begin(shown, drawing);
        if (owed.Effect.Show is not { } surface)
        {
            await cards.SayAsync(target, drawing, ct);
            return null;
        }

        if (target is not SendTarget.Card { At: var address })
        {
            await cards.PostAsync(attempt.Held, surface, target, drawing, ct);
            tally.Shown(state, surface, isNew: true, time.GetUtcNow());
            // What was posted is bland. Where the state shows more, the same effect is still owed, as an update.
            var now = await drawings.DrawAsync(state, owed.Effect, Sending.Update, ct);
            return now?.ShowsAuthority == true ? time.GetUtcNow() : null;
        }

        await cards.UpdateAsync(state.Id, surface, address, drawing, ct);
        tally.Shown(state, surface, isNew: false, time.GetUtcNow());
        return !drawing.ShowsAuthority ? time.GetUtcNow() + flights.Left(state.Id, surface, address.UnsureUntil) : null;
    }

    /// <summary>A process that was held up must not send what it drew before: the claim is another's by then.</summary>
    private void MustStand(OwedClaim claimed)
    {
        if (time.GetUtcNow() + ConnectorCalls.Longest >= claimed.Until)
            throw SendFailure.ClaimRunsOut;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Handoff {Handoff}: what is owed could not be drawn: {Fault}.")]
        public static partial void Undrawn(ILogger logger, string handoff, string fault);

        [LoggerMessage(2, LogLevel.Error, "Handoff {Handoff}: it cannot be read by this release, and what it owes is left to one that can. Authority is not confirmed. It is tried again every few seconds, and said again in an hour.")]
        public static partial void Unreadable(ILogger logger, string handoff);
    }
}
