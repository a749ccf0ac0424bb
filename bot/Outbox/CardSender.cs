using VstrsBot.Addresses;
using VstrsBot.Handoffs;
using VstrsBot.Storage;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Outbox;

/// <summary>Posts and updates cards, and remembers where each is.</summary>
internal sealed class CardSender(IHandoffStore store, IConnector connector, AddressBook people, DeskChannel channel, TimeProvider time)
{
    public async Task<CardAddress?> FindAsync(HandoffId id, Surface surface, CancellationToken ct) =>
        await store.FindAsync(RowKeys.Card(id, surface), ct) is { } row ? HandoffJson.Read<CardAddress>(row) : null;

    /// <exception cref="ConnectorException">It was not posted, or nobody can say.</exception>
    public async Task PostAsync(HandoffId id, Surface surface, Drawing drawing, CancellationToken ct)
    {
        if (drawing.ShowsAuthority)
            throw new InvalidOperationException("Authority is never posted.");

        var address = surface == Surface.Channel ? await OpenThreadAsync(drawing, ct) : await SendAsync(drawing, ct);
        if (address is not null)
            await RememberAsync(id, surface, address, ct);
    }

    /// <exception cref="ConnectorException">It was not updated, or nobody can say.</exception>
    public async Task UpdateAsync(HandoffId id, Surface surface, CardAddress at, Drawing drawing, CancellationToken ct)
    {
        try
        {
            await connector.UpdateAsync(new Uri(at.ServiceUrl), at.ConversationId, at.ActivityId, Outgoing(drawing, isNew: false), ct);
        }
        catch (ConnectorException gone) when (gone.Status == 404)
        {
            // A card that is gone is posted afresh: the effect stays owed.
            await RememberAsync(id, surface, at with { Gone = true }, ct);
            throw new ConnectorException(412, gone.Code, ambiguous: false, TimeSpan.Zero, gone);
        }
        catch (ConnectorException unsure) when (unsure.Ambiguous)
        {
            await RememberAsync(id, surface, at with { UnsureUntil = time.GetUtcNow() + EffectSender.LongestFlight }, ct);
            throw;
        }
    }

    /// <summary>An earlier update of this card may still arrive.</summary>
    public async Task IsUnsureAsync(HandoffId id, Surface surface, DateTimeOffset until, CancellationToken ct)
    {
        if (await FindAsync(id, surface, ct) is { } address)
            await RememberAsync(id, surface, address with { UnsureUntil = until }, ct);
    }

    /// <summary>A new one-line message.</summary>
    public async Task SayAsync(Drawing said, CancellationToken ct) => await SendAsync(said, ct);

    private async Task<CardAddress?> OpenThreadAsync(Drawing drawing, CancellationToken ct)
    {
        var desk = await channel.FindAsync(ct) ?? throw NoChannel();
        var thread = await connector.CreateThreadAsync(desk.ServiceUrl, desk.TenantId, desk.ChannelId, Outgoing(drawing, isNew: true), ct);
        return new CardAddress(thread.ConversationId, thread.ActivityId, desk.ServiceUrl.ToString());
    }

    private async Task<CardAddress?> SendAsync(Drawing drawing, CancellationToken ct) => drawing.Where switch
    {
        Place.Chat chat => await SendToChatAsync(chat.Person, drawing, ct),
        Place.Thread thread => await FindAsync(thread.Handoff, Surface.Channel, ct) is { Gone: false } root
            ? await SendToAsync(root.ServiceUrl, root.ConversationId, drawing, ct)
            : throw new ConnectorException(412, "NoThreadYet", ambiguous: false),
        _ => throw new ArgumentOutOfRangeException(nameof(drawing)),
    };

    private async Task<CardAddress?> SendToChatAsync(PersonId person, Drawing drawing, CancellationToken ct)
    {
        var address = await people.ReachAsync(person, ct) ?? throw new ConnectorException(403, "Unreachable", ambiguous: false);
        try
        {
            return await SendToAsync(address.ServiceUrl, address.ChatId!, drawing, ct);
        }
        catch (ConnectorException gone) when (gone.Status == 404)
        {
            await people.ChatIsGoneAsync(person, ct);
            throw new ConnectorException(412, gone.Code, ambiguous: false, TimeSpan.Zero, gone);
        }
        catch (ConnectorException refused) when (refused.Status == 403)
        {
            await people.RefusedAsync(person, ct);
            throw;
        }
    }

    private async Task<CardAddress?> SendToAsync(string serviceUrl, string conversation, Drawing drawing, CancellationToken ct)
    {
        var sent = await connector.SendAsync(new Uri(serviceUrl), conversation, Outgoing(drawing, isNew: true), ct);
        return sent is null ? null : new CardAddress(conversation, sent, serviceUrl);
    }

    private async Task RememberAsync(HandoffId id, Surface surface, CardAddress address, CancellationToken ct) =>
        await store.TryCommitAsync([new RowChange.Put(RowKeys.Card(id, surface), HandoffJson.Write(address))], ct);

    private static OutgoingActivity Outgoing(Drawing drawing, bool isNew) => drawing.Card is { } card
        ? new OutgoingActivity.Card(card, drawing.Summary) { Alert = isNew && drawing.Alert }
        : new OutgoingActivity.Words(drawing.Words!) { Alert = isNew && drawing.Alert, Summary = drawing.Summary };

    private static ConnectorException NoChannel() => new(503, "NoChannel", ambiguous: false, TimeSpan.FromSeconds(15));
}
