using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Storage;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Outbox;

/// <summary>
/// Completes an owed row, or puts it off, and records the send in the same transaction. Only a claim that is still this process's is given back:
/// where another took over meanwhile, what was sent may have come after theirs, and the card is owed once more.
/// </summary>
internal sealed partial class OwedCompletion(
    IHandoffStore store, HandoffLines lines, TimeProvider time, RandomSource random, ILogger<OwedCompletion> log)
{
    /// <summary>So many failures of one send are a line each. Of what goes on failing alike after that, each line stands for <see cref="SaidTogether"/>.</summary>
    public const int SaidOneByOne = 12;

    public const int SaidTogether = 60;

    /// <param name="again">When the same is to be sent again; null when it is done.</param>
    public async Task CompleteAsync(Attempt attempt, DateTimeOffset? again, CancellationToken ct)
    {
        var held = attempt.Held;
        var said = Said(held.Owed.Effect, held.Claim, held.Claim.Unsaid, attempt.Sent());
        if (again is not null || !await AppendAsync(held.Handoff, said, [new RowChange.Delete(held.Row.Key, held.Row.Tag)], ct))
            await ReleaseAsync(held, again is null ? null : new OwedClaim(null, again, 0, Version: held.Owed.Version), said, wasSent: true, ct);
    }

    public async Task PutOffAsync(Attempt attempt, ConnectorException failure, CancellationToken ct)
    {
        var held = attempt.Held;
        var (next, said) = PutOff(held.Handoff, held.Owed, held.Claim, failure, attempt.Failed(failure));
        await ReleaseAsync(held, next, said, failure.Ambiguous, ct);
    }

    /// <summary>There was nowhere to send it to, so it was not claimed. False when somebody else moved the row first.</summary>
    public async Task<bool> PutOffUnclaimedAsync(OwedRow row, ConnectorException nowhere, CancellationToken ct)
    {
        var line = Attempt.Failed(Attempt.LineOf(row.Owed.Effect, Sending.Post.ToString()), nowhere, left: false);
        var (next, said) = PutOff(row.Handoff, row.Owed, row.Claim, nowhere, line);
        return await AppendAsync(row.Handoff, said, [new RowChange.SetClaim(row.Row.Key, next.Write(), row.Row.Tag)], ct);
    }

    /// <summary>The row is as it was before it was claimed, but for what was committed meanwhile.</summary>
    public async Task GiveBackAsync(Row claimed, string? before, CancellationToken ct)
    {
        while (await store.FindAsync(claimed.Key, ct) is { } present && present.Claim == claimed.Claim)
        {
            if (await store.TryCommitAsync([new RowChange.SetClaim(present.Key, before, present.Tag)], ct))
                return;
        }
    }

    private (OwedClaim Next, IReadOnlyList<SendLine> Said) PutOff(HandoffId id, Owed owed, OwedClaim claim, ConnectorException failure, SendLine line)
    {
        var wait = RetryPlan.After(failure, claim.Tries, owed.Urgency, random.Below(1000) / 1000.0);
        if (wait >= RetryPlan.Parked)
            Log.Parked(log, id.Value, failure.Status, failure.Code);
        else
            Log.PutOff(log, id.Value, failure.Status, failure.Code, (int)wait.TotalSeconds);

        var now = new Failures(line.Outcome, line.Answer!.Value.Status, line.Answer.Value.Code, 1);
        var isAlike = claim.Unsaid is { } before && before with { Times = 1 } == now;
        var alike = isAlike ? now with { Times = claim.Unsaid!.Times + 1 } : now;
        var say = claim.Tries < SaidOneByOne || alike.Times >= SaidTogether;
        var next = new OwedClaim(null, time.GetUtcNow() + wait, claim.Tries + 1, Version: owed.Version, TeamsAsked: RetryPlan.TeamsAsked(failure)) { Unsaid = say ? null : alike };
        return (next, Said(owed.Effect, claim, isAlike ? null : claim.Unsaid, say ? line with { Times = alike.Times } : null));
    }

    /// <summary>The line of a send, after those of earlier ones that are not in the record yet.</summary>
    private static List<SendLine> Said(OwedEffect effect, OwedClaim claim, Failures? before, SendLine? now)
    {
        List<SendLine> said = [];
        if (claim.Lost > 0)
            said.Add(Attempt.Interrupted(effect, claim.Lost));
        if (before is { } failed)
            said.Add(Attempt.LineOf(effect, "Unknown").Failed(failed.Status, failed.Code, failed.Outcome) with { Times = failed.Times });
        if (now is not null)
            said.Add(now);
        return said;
    }

    private async Task ReleaseAsync(HeldRow held, OwedClaim? next, IReadOnlyList<SendLine> said, bool wasSent, CancellationToken ct)
    {
        while (await store.FindAsync(held.Row.Key, ct) is { } present && present.Claim == held.Row.Claim)
        {
            // False when the state moved once more.
            if (await AppendAsync(held.Handoff, said, [new RowChange.SetClaim(held.Row.Key, next?.Write(), present.Tag)], ct))
                return;
        }

        var owedOnceMore = wasSent && held.Owed.Effect.Show is not null;
        await AppendAsync(
            held.Handoff, said, owedOnceMore ? [held.OnceMore()] : [], ct);
    }

    private async Task<bool> AppendAsync(HandoffId id, IReadOnlyList<SendLine> said, IReadOnlyList<RowChange> changes, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return said.Count > 0
            ? await lines.TryAppendAsync(id, [.. said.Select(line => line.At(now))], changes, ct)
            : changes.Count == 0 || await store.TryCommitAsync(changes, ct);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Handoff {Handoff}: Teams answered {Status} {Code}; tried again in {Seconds} s.")]
        public static partial void PutOff(ILogger logger, string handoff, int status, string code, int seconds);

        [LoggerMessage(2, LogLevel.Error, "Handoff {Handoff}: parked. Teams answered {Status} {Code}.")]
        public static partial void Parked(ILogger logger, string handoff, int status, string code);
    }
}
