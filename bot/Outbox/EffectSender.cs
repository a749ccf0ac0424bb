using VstrsBot.Handoffs;
using VstrsBot.Storage;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Outbox;

/// <summary>Sends one owed effect: claim, draw, one attempt, complete. The five rules of the outbox stand in README, Decisions.</summary>
internal sealed partial class EffectSender(
    IHandoffStore store, HandoffService handoffs, IDrawings drawings, CardSender cards, IDeskTally tally, TimeProvider time, RandomSource random,
    ILogger<EffectSender> log)
{
    /// <summary>Longer than any send with its token.</summary>
    public static readonly TimeSpan ClaimLasts = TimeSpan.FromSeconds(15);

    /// <summary>How long an update whose outcome is unknown may still take to arrive.</summary>
    public static readonly TimeSpan LongestFlight = TimeSpan.FromSeconds(10);

    /// <summary>True when something was done; false when it was not this pump's to do.</summary>
    public async Task<bool> SendAsync(Row row, CancellationToken ct)
    {
        var before = OwedClaim.Read(row.Claim);
        var id = RowKeys.HandoffOf(row.Key);
        var claimed = before with { Until = time.GetUtcNow() + ClaimLasts, NotBefore = null, Banner = true };
        if (!await store.TryCommitAsync([new RowChange.SetClaim(row.Key, claimed.Write(), row.Tag)], ct)
            || await store.FindAsync(row.Key, ct) is not { } mine)
        {
            return false;
        }

        var owed = HandoffJson.Read<Owed>(mine);
        if (before is { Banner: true, Until: not null } && owed.Effect.Show is { } unsure)
            await cards.IsUnsureAsync(id, unsure, time.GetUtcNow() + LongestFlight, ct);

        using var trace = DeskTrace.Start($"send {owed.Effect.Show?.Kind.ToString() ?? "words"}");
        try
        {
            var again = await handoffs.FindAsync(id, ct) is { } state ? await AttemptAsync(state, owed, ct) : null;
            await CompleteAsync(mine, owed, again, ct);
        }
        catch (ConnectorException failure)
        {
            trace?.SetTag(DeskTrace.Outcome, failure.Code);
            await PutOffAsync(mine, owed, claimed, failure, ct);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StoreUnavailableException or StoreUnsureException))
        {
            // One row that cannot be drawn must not hold up the others.
            Log.Undrawn(log, id.Value, fault.GetType().Name);
            await PutOffAsync(mine, owed, claimed, new ConnectorException(500, "NotDrawn", ambiguous: false), ct);
        }

        return true;
    }

    /// <summary>Null when it is done, or when it is to be sent again.</summary>
    private async Task<DateTimeOffset?> AttemptAsync(PostedHandoff state, Owed owed, CancellationToken ct)
    {
        if (owed.Effect.Show is not { } surface)
        {
            if (await drawings.DrawAsync(state, owed.Effect, Sending.Post, ct) is { } said)
                await cards.SayAsync(said, ct);
            return null;
        }

        var address = await cards.FindAsync(state.Id, surface, ct);
        var how = address switch { null => Sending.Post, { Gone: true } => Sending.PostAfresh, _ => Sending.Update };
        if (await drawings.DrawAsync(state, owed.Effect, how, ct) is not { } drawing)
            return null;

        if (address is null or { Gone: true })
        {
            await cards.PostAsync(state.Id, surface, drawing, ct);
            tally.Shown(state, surface, isNew: true, time.GetUtcNow());
            // What was posted is bland. Where the state shows more, the same effect is still owed, as an update.
            var now = await drawings.DrawAsync(state, owed.Effect, Sending.Update, ct);
            return now?.ShowsAuthority == true ? time.GetUtcNow() : null;
        }

        await cards.UpdateAsync(state.Id, surface, address, drawing, ct);
        tally.Shown(state, surface, isNew: false, time.GetUtcNow());
        return !drawing.ShowsAuthority && address.UnsureUntil > time.GetUtcNow() ? address.UnsureUntil : null;
    }

    private async Task CompleteAsync(Row mine, Owed owed, DateTimeOffset? again, CancellationToken ct)
    {
        if (again is null && await store.TryCommitAsync([new RowChange.Delete(mine.Key, mine.Tag)], ct))
            return;

        // The state moved while this was sent: it is owed still, and free at once.
        if (await store.FindAsync(mine.Key, ct) is { } moved)
            await store.TryCommitAsync([new RowChange.SetClaim(mine.Key, again is null ? null : new OwedClaim(null, again, 0, Version: owed.Version).Write(), moved.Tag)], ct);
    }

    private async Task PutOffAsync(Row mine, Owed owed, OwedClaim claimed, ConnectorException failure, CancellationToken ct)
    {
        var wait = RetryPlan.After(failure, claimed.Tries, owed.Urgency, random.Below(1000) / 1000.0);
        if (wait >= RetryPlan.Parked)
            Log.Parked(log, RowKeys.HandoffOf(mine.Key).Value, failure.Status, failure.Code);
        else
            Log.PutOff(log, RowKeys.HandoffOf(mine.Key).Value, failure.Status, failure.Code, (int)wait.TotalSeconds);
        if (await store.FindAsync(mine.Key, ct) is { } present)
        {
            var next = new OwedClaim(null, time.GetUtcNow() + wait, claimed.Tries + 1, Version: owed.Version, TeamsAsked: RetryPlan.TeamsAsked(failure));
            await store.TryCommitAsync([new RowChange.SetClaim(mine.Key, next.Write(), present.Tag)], ct);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Handoff {Handoff}: Teams answered {Status} {Code}; tried again in {Seconds} s.")]
        public static partial void PutOff(ILogger logger, string handoff, int status, string code, int seconds);

        [LoggerMessage(2, LogLevel.Error, "Handoff {Handoff}: what is owed could not be drawn: {Fault}.")]
        public static partial void Undrawn(ILogger logger, string handoff, string fault);

        [LoggerMessage(3, LogLevel.Error, "Handoff {Handoff}: parked. Teams answered {Status} {Code}.")]
        public static partial void Parked(ILogger logger, string handoff, int status, string code);
    }
}
