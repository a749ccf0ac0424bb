using VstrsBot.Handoffs;
using VstrsBot.Outbox;
using VstrsBot.Storage;

namespace VstrsBot.Handlers;

/// <summary>
/// For a day after the end, whoever of the two writes to the bot, or mentions it in that handoff's thread, is reminded once that authority ended
/// with the call (DMBM512015).
/// </summary>
internal sealed class AfterTheEnd(HandoffRows rows, SendTargets targets, HandoffService handoffs)
{
    /// <summary>The newest such handoff of theirs that they were not yet reminded of. What they wrote is answered already, whatever happens here.</summary>
    public async Task HeardFromAsync(Sender sender, Actor by, CancellationToken ct)
    {
        try
        {
            await RemindAsync(sender, by, ct);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or StoreUnsureException or UnreadableRowException or OperationCanceledException)
        {
            // The next thing they write reminds them.
        }
    }

    private async Task RemindAsync(Sender sender, Actor by, CancellationToken ct)
    {
        foreach (var id in (await rows.AvailabilityOfAsync(by.Id, ct)).Value.Calls)
        {
            if (sender.InChannel && !await IsInThreadOfAsync(id, sender, ct))
                continue;
            if (await TryRemindAsync(id, by, ct))
                return;
        }
    }

    /// <summary>One of another release is left to it; the others are not.</summary>
    private async Task<bool> TryRemindAsync(HandoffId id, Actor by, CancellationToken ct)
    {
        try
        {
            return await handoffs.ExecuteAsync(id, new RemindAfterEnd(by), ct) is Outcome.Now { Already: false };
        }
        catch (UnreadableRowException)
        {
            return false;
        }
    }

    private async Task<bool> IsInThreadOfAsync(HandoffId id, Sender sender, CancellationToken ct) =>
        (await targets.FindCardAsync(id, Surface.Channel, ct))?.ConversationId == sender.Activity.Conversation?.Id;
}
