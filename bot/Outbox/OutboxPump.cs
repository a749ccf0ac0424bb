using VstrsBot.Limits;

namespace VstrsBot.Outbox;

/// <summary>One pass over what is due: ends that could not be recorded, timers, what is owed to Teams, answers that found no place. Any process may run it.</summary>
internal sealed class OutboxPump(LateEndCards lateEnds, DueTimers timers, SendQueue sends, LaterAnswers answers)
{
    /// <summary>Does what is due now, and waits until it is done. True when there may be more to do at once.</summary>
    /// <exception cref="Handoffs.StoreUnavailableException">The store cannot be used now: what is due stays due.</exception>
    public async Task<bool> PassAsync(CancellationToken ct)
    {
        await lateEnds.RunAsync(ct);
        var woken = await timers.WakeAsync(ct);
        var sent = await sends.RunAsync(ct);
        await answers.GiveAsync(ct);
        return woken || sent;
    }
}
