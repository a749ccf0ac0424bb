using VstrsBot.Handoffs;
using VstrsBot.Limits;
using VstrsBot.Record;
using VstrsBot.Storage;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Outbox;

/// <summary>
/// Takes banners away at once where the end cannot be committed: nothing can be owed then, so each banner is updated without a claim, where this
/// process last saw it if the store cannot be read. Another process that can reach the store knows of no end and renews: on a shared store each is
/// taken away again and again. Once the end is recorded it is owed like any other, and these updates are recorded.
/// </summary>
internal sealed partial class LateEndCards(
    UnrecordedEnds ends, IHandoffStore store, HandoffService handoffs, IDrawings drawings, CardSender cards, SendTargets targets, LastSeen seen, CallBudget budget, LaterLines lines,
    TimeProvider time, ILogger<LateEndCards> log)
{
    private readonly Dictionary<HandoffId, LateShowing> shown = [];

    /// <summary>Shows ends that the store did not take, and commits them once it does.</summary>
    /// <returns>False: there is nothing more to do at once.</returns>
    /// <exception cref="StoreUnavailableException">It does not take them yet.</exception>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var isAway = false;
        foreach (var id in ends.All)
            isAway = await ShowAsync(id, isAway, ct);
        await handoffs.RecordLateEndsAsync(ct);
        await SettleAsync(ct);
        await lines.RecordAsync(all: false, ct);
        return false;
    }

    /// <returns>True when the store is away: the next end need not wait for it.</returns>
    private async Task<bool> ShowAsync(HandoffId id, bool isAway, CancellationToken ct)
    {
        if (shown.TryGetValue(id, out var showing) && showing.Due.Count == 0)
            return isAway;
        Shown? end = null;
        try
        {
            end = isAway ? handoffs.FindSaidEnd(id) : await ReadAsync(id, ct).WaitAsync(LastSeen.StoreMayTake, time, ct);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or StoreUnsureException or TimeoutException)
        {
            (isAway, end) = (true, handoffs.FindSaidEnd(id));
        }

        if (end is not { State: Ended ended })
            return isAway;
        if (showing is null)
            shown[id] = showing = new LateShowing(ended, store.IsShared, time);
        await ShowAsync(end, showing, isAway, ct);
        return isAway;
    }

    /// <summary>
    /// What this process recorded is owed like any end. Where another had ended the handoff before, what was shown here may have come after what
    /// that one showed: it is drawn once more.
    /// </summary>
    private async Task SettleAsync(CancellationToken ct)
    {
        foreach (var (id, showing) in shown.Where(one => ends.Find(one.Key).Count == 0).ToList())
        {
            if (await ReadAsync(id, ct) is { State: Ended ended } end && !showing.IsOf(ended))
            {
                showing.Settle();
                await ShowAsync(end, showing, isAway: false, ct);
                if (!showing.IsWhole)
                    continue;
            }

            shown.Remove(id);
        }
    }

    /// <summary>No card of another release's handoff is drawn by this one.</summary>
    private async Task<Shown?> ReadAsync(HandoffId id, CancellationToken ct)
    {
        try
        {
            return await handoffs.ReadAsync(id, ct);
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }

    private Task ShowAsync(Shown end, LateShowing showing, bool isAway, CancellationToken ct) =>
        Task.WhenAll(showing.Due.Select(surface => ShowAsync(end, surface, showing, isAway, ct)));

    /// <summary>It stays due where nobody knows where the card is, or Teams' limits leave no place.</summary>
    private async Task ShowAsync(Shown ended, Surface surface, LateShowing showing, bool isAway, CancellationToken ct)
    {
        var (id, effect) = (ended.State.Id, new OwedEffect(surface, null, Readers.Of(ended.State, surface), null));
        if (await FindCardAsync(id, surface, isAway, ct) is not { } address)
        {
            if (!isAway)
                showing.Shown(surface);
            return;
        }

        if (await drawings.DrawAsync(ended.State, effect, Sending.Update, ct) is not { ShowsAuthority: false } drawing)
        {
            showing.Shown(surface);
            return;
        }

        using var place = budget.TryTakeAlone(new SendTarget.Card(address, effect.To?.Id).Counted);
        if (place is null)
            return;
        var line = Attempt.LineOf(effect, Sending.Update.ToString()) with { Version = ended.Version };
        try
        {
            await cards.UpdateAloneAsync(id, surface, address, drawing, ct);
            showing.Shown(surface);
        }
        catch (ConnectorException failure)
        {
            Log.NotShown(log, id.Value, failure.Status);
            line = Attempt.Failed(line, failure, left: true);
            showing.Failed(surface, failure);
        }

        lines.Add(id, line.At(time.GetUtcNow()), countedFor: id.Value);
    }

    /// <summary>A card that is gone shows nothing.</summary>
    private async Task<CardAddress?> FindCardAsync(HandoffId id, Surface surface, bool isAway, CancellationToken ct)
    {
        if (isAway)
            return seen.FindCard(id, surface);
        try
        {
            return await targets.FindCardAsync(id, surface, ct).WaitAsync(LastSeen.StoreMayTake, time, ct) is { Gone: false } card ? card : null;
        }
        catch (Exception fault) when (fault is StoreUnavailableException or UnreadableRowException or TimeoutException)
        {
            return seen.FindCard(id, surface);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Handoff {Handoff}: an end that is not recorded yet could not be shown, Teams answered {Status}.")]
        public static partial void NotShown(ILogger logger, string handoff, int status);
    }
}
