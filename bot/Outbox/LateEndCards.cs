using System.Collections.Concurrent;
using VstrsBot.Handoffs;
using VstrsBot.Limits;
using VstrsBot.Record;
using VstrsBot.Storage;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Outbox;

/// <summary>
/// Takes banners away at once where the end cannot be committed: nothing can be owed then, so each banner is updated once, without a claim.
/// Once the end is recorded it is owed like any other, and these updates are recorded.
/// </summary>
internal sealed partial class LateEndCards(
    UnrecordedEnds ends, HandoffService handoffs, IDrawings drawings, CardSender cards, SendTargets targets, CallBudget budget, LaterLines lines,
    TimeProvider time, ILogger<LateEndCards> log)
{
    private readonly ConcurrentDictionary<HandoffId, UnrecordedEnd> shown = new();

    /// <summary>Shows ends that the store did not take, and commits them once it does.</summary>
    /// <returns>False: there is nothing more to do at once.</returns>
    /// <exception cref="StoreUnavailableException">It does not take them yet.</exception>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        await handoffs.RecordLateEndsAsync(ct);
        await lines.RecordAsync(all: false, ct);
        return false;
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        foreach (var id in shown.Keys.Except(ends.All))
            shown.TryRemove(id, out _);
        foreach (var id in ends.All)
        {
            if (ends.Find(id) is { } said && shown.GetValueOrDefault(id) != said && await ShowAsync(id, ct))
                shown[id] = said;
        }
    }

    /// <summary>False when not every banner was tried.</summary>
    private async Task<bool> ShowAsync(HandoffId id, CancellationToken ct)
    {
        try
        {
            if (await handoffs.ReadAsync(id, ct) is not { State: Ended { Held: { } held } } ended)
                return true;
            var tried = true;
            foreach (var surface in new[] { HandoffEffects.Authority(held.ClaimNo), Surface.Channel, Surface.Adviser })
                tried &= await ShowAsync(ended, surface, ct);
            return tried;
        }
        catch (Exception fault) when (fault is StoreUnavailableException or StoreUnsureException or UnreadableRowException)
        {
            return false;
        }
    }

    private async Task<bool> ShowAsync(Shown ended, Surface surface, CancellationToken ct)
    {
        var (id, effect) = (ended.State.Id, new OwedEffect(surface, null, Readers.Of(ended.State, surface), null));
        if (await targets.FindCardAsync(id, surface, ct) is not { } address
            || await drawings.DrawAsync(ended.State, effect, Sending.Update, ct) is not { ShowsAuthority: false } drawing)
        {
            return true;
        }

        using var place = budget.TryTakeAlone(new SendTarget.Card(address, effect.To?.Id).Counted);
        if (place is null)
            return false;
        var line = Attempt.LineOf(effect, Sending.Update.ToString()) with { Version = ended.Version };
        try
        {
            await cards.UpdateAsync(id, surface, address, drawing, ct);
        }
        catch (ConnectorException failure)
        {
            Log.NotShown(log, id.Value, failure.Status);
            line = Attempt.Failed(line, failure, left: true);
        }

        lines.Add(id, line.At(time.GetUtcNow()), countedFor: null);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Handoff {Handoff}: an end that is not recorded yet could not be shown, Teams answered {Status}.")]
        public static partial void NotShown(ILogger logger, string handoff, int status);
    }
}
