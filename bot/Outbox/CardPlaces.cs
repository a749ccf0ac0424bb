using VstrsBot.Handoffs;
using VstrsBot.Storage;

namespace VstrsBot.Outbox;

/// <summary>
/// Where each card of a handoff stands. Of two messages that were posted for one surface the first whose place is kept is the card, and the other
/// a copy: whoever comes late never puts its own in the place of a card that may show authority by now, and could not be found again.
/// </summary>
internal sealed class CardPlaces(IHandoffStore store, LastSeen seen)
{
    /// <summary>Keeps where a new card stands. False when another stands there already: what was posted is a copy then, and was posted bland.</summary>
    /// <param name="also">Committed with it, in one transaction.</param>
    /// <exception cref="StoreUnavailableException">Nothing was kept.</exception>
    /// <exception cref="StoreUnsureException">Nobody can say.</exception>
    public async Task<bool> TryKeepAsync(HandoffId id, Surface surface, CardAddress address, IReadOnlyList<RowChange> also, CancellationToken ct)
    {
        var (key, value) = (RowKeys.Card(id, surface), HandoffJson.Write(address));
        RowChange put = new RowChange.Add(key, value);
        while (!await store.TryCommitAsync([put, .. also], ct))
        {
            if (await store.FindAsync(key, ct) is not { } row)
                continue;
            var stands = HandoffJson.Read<CardAddress>(row);
            if (!stands.Gone)
            {
                seen.Note(id, surface, stands);
                return false;
            }

            put = new RowChange.Replace(key, value, row.Tag);
        }

        seen.Note(id, surface, address);
        return true;
    }

    /// <summary>
    /// Where the cards of a live call are, as far as this process does not know yet: another may have posted them, and this one may hear of the end
    /// while it cannot read the store.
    /// </summary>
    public async Task LearnAsync(Live live, CancellationToken ct)
    {
        foreach (var surface in HandoffEffects.BannersOf(live).Where(surface => seen.FindCard(live.Id, surface) is null))
        {
            if (await store.FindAsync(RowKeys.Card(live.Id, surface), ct) is { } row && HandoffJson.Find<CardAddress>(row) is { } card)
                seen.Note(live.Id, surface, card);
        }
    }

    /// <summary>Keeps what became known of a card, where it still is the card of its surface.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was kept.</exception>
    /// <exception cref="StoreUnsureException">Nobody can say.</exception>
    public async Task NoteAsync(HandoffId id, Surface surface, CardAddress changed, CancellationToken ct)
    {
        var key = RowKeys.Card(id, surface);
        while (await store.FindAsync(key, ct) is { } row)
        {
            var stands = HandoffJson.Read<CardAddress>(row);
            var isIt = (stands.ConversationId, stands.ActivityId) == (changed.ConversationId, changed.ActivityId);
            if (isIt && !await store.TryCommitAsync([new RowChange.Replace(key, HandoffJson.Write(changed), row.Tag)], ct))
                continue;
            seen.Note(id, surface, isIt ? changed : stands);
            return;
        }
    }

    /// <summary>The same, by this process alone, while the store may be away.</summary>
    public async Task NoteAloneAsync(HandoffId id, Surface surface, CardAddress changed, CancellationToken ct)
    {
        try
        {
            await NoteAsync(id, surface, changed, ct);
        }
        catch (Exception away) when (away is StoreUnavailableException or StoreUnsureException)
        {
            // Whoever sends what is owed later has that answer then.
            seen.Note(id, surface, changed);
        }
    }
}
