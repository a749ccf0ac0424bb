using VstrsBot.Addresses;
using VstrsBot.Handoffs;
using VstrsBot.Storage;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Outbox;

/// <summary>Posts and updates cards, and remembers where each is. Whoever calls holds the place that the call takes within Teams' limits.</summary>
internal sealed class CardSender(CardPlaces places, IConnector connector, AddressBook people, TimeProvider time)
{
    /// <summary>
    /// A new card; bland, because nobody may ever learn where it went. Where the claim has run out meanwhile, another process may have found
    /// nothing to send: the card is owed once more in the transaction that says where it is.
    /// </summary>
    /// <exception cref="ConnectorException">It was not posted, or nobody can say.</exception>
    public async Task PostAsync(HeldRow held, Surface surface, SendTarget to, Drawing drawing, CancellationToken ct)
    {
        if (drawing.ShowsAuthority)
            throw new InvalidOperationException("Authority is never posted.");
        if (await SendAsync(to, drawing, ct) is { } address)
            await places.TryKeepAsync(held.Handoff, surface, address, time.GetUtcNow() < held.Claim.Until ? [] : [held.OnceMore()], ct);
    }

    /// <exception cref="ConnectorException">It was not updated, or nobody can say.</exception>
    public Task UpdateAsync(HandoffId id, Surface surface, CardAddress at, Drawing drawing, CancellationToken ct) =>
        UpdateAsync(at, drawing, changed => places.NoteAsync(id, surface, changed, ct), ct);

    /// <summary>The same while the store may be away: what the answer says of the card's place is kept by this process alone then.</summary>
    /// <exception cref="ConnectorException">It was not updated, or nobody can say.</exception>
    public Task UpdateAloneAsync(HandoffId id, Surface surface, CardAddress at, Drawing drawing, CancellationToken ct) =>
        UpdateAsync(at, drawing, changed => places.NoteAloneAsync(id, surface, changed, ct), ct);

    /// <summary>A new one-line message.</summary>
    /// <exception cref="ConnectorException">It was not sent, or nobody can say.</exception>
    public async Task SayAsync(SendTarget to, Drawing said, CancellationToken ct) => await SendAsync(to, said, ct);

    /// <summary>An earlier update of this card may still arrive.</summary>
    public async Task<SendTarget> IsUnsureAsync(HandoffId id, Surface surface, SendTarget.Card card, CancellationToken ct)
    {
        var unsure = card.At with { UnsureUntil = time.GetUtcNow() + EffectSender.LongestFlight };
        await places.NoteAsync(id, surface, unsure, ct);
        return card with { At = unsure };
    }

    private async Task UpdateAsync(CardAddress at, Drawing drawing, Func<CardAddress, Task> remember, CancellationToken ct)
    {
        try
        {
            await connector.UpdateAsync(new Uri(at.ServiceUrl), at.ConversationId, at.ActivityId, Outgoing(drawing, isNew: false), ct);
        }
        catch (ConnectorException gone) when (gone.Status == 404)
        {
            // A card that is gone is posted afresh: the effect stays owed.
            await remember(at with { Gone = true });
            throw SendFailure.Gone(gone);
        }
        catch (ConnectorException unsure) when (unsure.Ambiguous)
        {
            await remember(at with { UnsureUntil = time.GetUtcNow() + EffectSender.LongestFlight });
            throw;
        }
    }

    private async Task<CardAddress?> SendAsync(SendTarget to, Drawing drawing, CancellationToken ct)
    {
        switch (to)
        {
            case SendTarget.Channel { Desk: var desk }:
                var thread = await connector.CreateThreadAsync(desk.ServiceUrl, desk.TenantId, desk.ChannelId, Outgoing(drawing, isNew: true), ct);
                return new CardAddress(thread.ConversationId, thread.ActivityId, desk.ServiceUrl.ToString());
            case SendTarget.Thread { Root: var root }:
                return await SendToAsync(root.ServiceUrl, root.ConversationId, drawing, ct);
            case SendTarget.Chat chat:
                return await SendToAsync(chat, drawing, ct);
            default:
                throw new ArgumentOutOfRangeException(nameof(to));
        }
    }

    private async Task<CardAddress?> SendToAsync(SendTarget.Chat chat, Drawing drawing, CancellationToken ct)
    {
        try
        {
            return await SendToAsync(chat.At.ServiceUrl, chat.At.ChatId!, drawing, ct);
        }
        catch (ConnectorException gone) when (gone.Status == 404)
        {
            await people.ChatIsGoneAsync(chat.Person, chat.At.ChatId!, ct);
            throw SendFailure.Gone(gone);
        }
        catch (ConnectorException refused) when (refused.Status == 403)
        {
            await people.RefusedAsync(chat.Person, chat.At.ChatId!, ct);
            throw;
        }
    }

    private async Task<CardAddress?> SendToAsync(string serviceUrl, string conversation, Drawing drawing, CancellationToken ct)
    {
        var sent = await connector.SendAsync(new Uri(serviceUrl), conversation, Outgoing(drawing, isNew: true), ct);
        return sent is null ? null : new CardAddress(conversation, sent, serviceUrl);
    }

    private static OutgoingActivity Outgoing(Drawing drawing, bool isNew) => drawing.Card is { } card
        ? new OutgoingActivity.Card(card, drawing.Summary) { Alert = isNew && drawing.Alert }
        : new OutgoingActivity.Words(drawing.Words!) { Alert = isNew && drawing.Alert, Summary = drawing.Summary };
}
