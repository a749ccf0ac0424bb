using System.Collections.Concurrent;
using VstrsBot.Handoffs;
using VstrsBot.Storage;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Outbox;

/// <summary>
/// Takes banners away at once where the end cannot be committed: nothing can be owed then, so each banner is updated once, without a claim.
/// Once the end is recorded it is owed like any other.
/// </summary>
internal sealed partial class LateEndCards(UnrecordedEnds ends, HandoffService handoffs, IDrawings drawings, CardSender cards, ILogger<LateEndCards> log)
{
    private readonly ConcurrentDictionary<HandoffId, UnrecordedEnd> shown = new();

    /// <summary>Shows ends that the store did not take, and commits them once it does.</summary>
    /// <returns>False: there is nothing more to do at once.</returns>
    /// <exception cref="StoreUnavailableException">It does not take them yet.</exception>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        await handoffs.RecordLateEndsAsync(ct);
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

    private async Task<bool> ShowAsync(HandoffId id, CancellationToken ct)
    {
        try
        {
            if (await handoffs.FindAsync(id, ct) is Ended { Held: { } held } ended)
            {
                foreach (var surface in new[] { HandoffEffects.Authority(held.ClaimNo), Surface.Channel, Surface.Adviser })
                    await ShowAsync(ended, surface, ct);
            }

            return true;
        }
        catch (Exception fault) when (fault is StoreUnavailableException or StoreUnsureException or UnreadableRowException)
        {
            return false;
        }
    }

    private async Task ShowAsync(Ended ended, Surface surface, CancellationToken ct)
    {
        try
        {
            if (await cards.FindAsync(ended.Id, surface, ct) is { } address
                && await drawings.DrawAsync(ended, new OwedEffect(surface, null, null, null), Sending.Update, ct) is { ShowsAuthority: false } drawing)
            {
                await cards.UpdateAsync(ended.Id, surface, address, drawing, ct);
            }
        }
        catch (ConnectorException failure)
        {
            Log.NotShown(log, ended.Id.Value, failure.Status);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Handoff {Handoff}: an end that is not recorded yet could not be shown, Teams answered {Status}.")]
        public static partial void NotShown(ILogger logger, string handoff, int status);
    }
}
