using VstrsBot.Addresses;
using VstrsBot.Handoffs;
using VstrsBot.Limits;
using VstrsBot.Storage;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Outbox;

/// <summary>Where a send goes.</summary>
/// <param name="Counted">What Teams counts it for.</param>
internal abstract record SendTarget(string Counted)
{
    /// <summary>A card that stands there: it is updated.</summary>
    /// <param name="Reader">Whose chat it is in; null in the channel.</param>
    internal sealed record Card(CardAddress At, PersonId? Reader) : SendTarget(Reader is { } person ? CallBudget.ChatOf(person) : At.ConversationId);

    /// <summary>The handoff's thread.</summary>
    internal sealed record Thread(CardAddress Root) : SendTarget(Root.ConversationId);

    /// <param name="Afresh">There was such a card, and it is gone.</param>
    internal sealed record Chat(PersonId Person, PersonAddress At, bool Afresh) : SendTarget(CallBudget.ChatOf(Person));

    /// <summary>A new thread in the desk's channel.</summary>
    /// <param name="Afresh">There was one, and it is gone.</param>
    internal sealed record Channel(ChannelAddress Desk, bool Afresh) : SendTarget(Desk.ChannelId);

    public Sending How => this switch
    {
        Card => Sending.Update,
        Chat { Afresh: true } or Channel { Afresh: true } => Sending.PostAfresh,
        _ => Sending.Post,
    };
}

/// <summary>Finds where what is owed goes: an update to the card, anything new to the reader's chat, the thread, or the channel.</summary>
internal sealed class SendTargets(IHandoffStore store, HandoffService handoffs, AddressBook people, DeskChannel channel, LastSeen seen)
{
    public async Task<CardAddress?> FindCardAsync(HandoffId id, Surface surface, CancellationToken ct)
    {
        var card = await store.FindAsync(RowKeys.Card(id, surface), ct) is { } row ? HandoffJson.Read<CardAddress>(row) : null;
        seen.Note(id, surface, card);
        return card;
    }

    /// <exception cref="ConnectorException">There is nowhere it could go.</exception>
    public async Task<SendTarget> FindAsync(HandoffId id, OwedEffect effect, CancellationToken ct)
    {
        if (effect.Show is not { } surface)
            return effect.To is { } told ? await ChatAsync(told.Id, afresh: false, ct) : await ThreadAsync(id, ct);

        var card = await FindCardAsync(id, surface, ct);
        if (card is { Gone: false })
            return new SendTarget.Card(card, effect.To?.Id);
        if (surface == Surface.Channel)
            return new SendTarget.Channel(await channel.FindAsync(ct) ?? throw SendFailure.NoChannel, Afresh: card is not null);
        var reader = effect.To?.Id ?? await ReaderAsync(id, surface, ct) ?? throw SendFailure.Unreachable;
        return await ChatAsync(reader, afresh: card is not null, ct);
    }

    private async Task<SendTarget> ThreadAsync(HandoffId id, CancellationToken ct) =>
        await FindCardAsync(id, Surface.Channel, ct) is { Gone: false } root ? new SendTarget.Thread(root) : throw SendFailure.NoThreadYet;

    private async Task<SendTarget> ChatAsync(PersonId person, bool afresh, CancellationToken ct) =>
        await people.ReachAsync(person, ct) is { ChatId: not null } at ? new SendTarget.Chat(person, at, afresh) : throw SendFailure.Unreachable;

    /// <summary>Rows of the release before do not say whose chat it is.</summary>
    private async Task<PersonId?> ReaderAsync(HandoffId id, Surface surface, CancellationToken ct) =>
        await handoffs.FindAsync(id, ct) is { } state ? Readers.Of(state, surface)?.Id : null;
}
