using System.Collections.Concurrent;
using VstrsBot.Handoffs;
using VstrsBot.Limits;
using VstrsBot.Storage;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Addresses;

/// <summary>The row <c>p|</c>: how to reach a person.</summary>
/// <param name="Mri">29:…, theirs for this bot.</param>
/// <param name="ServiceUrl">Where their Teams answers; renewed by every activity of theirs.</param>
/// <param name="ChatId">Their chat with the bot, once there is one.</param>
/// <param name="Remade">The chat was created once more after a 404.</param>
/// <param name="Unreachable">403, or a second 404: nothing is sent until their next activity.</param>
internal sealed record PersonAddress(string Mri, string ServiceUrl, string? ChatId = null, bool Remade = false, bool Unreachable = false);

/// <summary>Where people and the desk's channel are, kept by tenant and object id.</summary>
internal sealed class AddressBook(IHandoffStore store, DirectConnector connector, DeskChannel channel)
{
    private readonly ConcurrentDictionary<PersonId, SemaphoreSlim> opening = new();
    private readonly ConcurrentDictionary<PersonId, string> mris = new();
    private readonly RowMemo<PersonAddress> memo = new(places: 512);

    /// <summary>The person's MRI, which never changes for one bot; null when nothing was heard of them.</summary>
    public async Task<string?> MriOfAsync(PersonId person, CancellationToken ct)
    {
        if (!mris.TryGetValue(person, out var mri) && (await FindAsync(person, ct))?.Mri is { } found)
            mris[person] = mri = found;
        return mri;
    }

    public async Task<PersonAddress?> FindAsync(PersonId person, CancellationToken ct) =>
        await store.FindAsync(RowKeys.Address(person), ct) is { } row ? memo.Read(row) : null;

    /// <summary>Learns from an activity of theirs, or from a roster. Whoever is heard of again can be reached again.</summary>
    public async Task LearnAsync(PersonId person, string mri, string serviceUrl, string? chatId, CancellationToken ct)
    {
        var before = await FindAsync(person, ct);
        var after = new PersonAddress(mri, serviceUrl, chatId ?? before?.ChatId);
        if (after != before)
            await WriteAsync(person, after, ct);
    }

    /// <summary>Where the person is, looked up in the team when nothing was heard of them yet; null when they are not there, or a guest.</summary>
    /// <exception cref="ConnectorException">Teams would not say.</exception>
    public async Task<PersonAddress?> KnowAsync(PersonId person, CancellationToken ct) => await FindAsync(person, ct) ?? await LookUpAsync(person, ct);

    /// <summary>The person's chat, created when there is none yet; null when they cannot be reached.</summary>
    /// <exception cref="ConnectorException">Teams would not create it.</exception>
    public async Task<PersonAddress?> ReachAsync(PersonId person, CancellationToken ct)
    {
        var address = await KnowAsync(person, ct);
        if (address is null or { Unreachable: true } or { ChatId: not null })
            return address is { Unreachable: true } ? null : address;

        return await OpenAsync(person, ct);
    }

    /// <summary>Several sends may want the chat at once: one of them makes it.</summary>
    private async Task<PersonAddress?> OpenAsync(PersonId person, CancellationToken ct)
    {
        var turn = opening.GetOrAdd(person, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(CancellationToken.None); // as long as one call to Teams
        try
        {
            if (await FindAsync(person, ct) is not { Unreachable: false, ChatId: null } address)
                return await ReachAsync(person, ct);
            var opened = address with { ChatId = await connector.CreatePersonalChatAsync(person, new Uri(address.ServiceUrl), address.Mri, ct) };
            await WriteAsync(person, opened, ct);
            return opened;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The chat answered 404: it is created once more, and after a second 404 the person is unreachable.</summary>
    public Task ChatIsGoneAsync(PersonId person, string chat, CancellationToken ct) => ChangeAsync(
        person, chat, address => address.Remade ? address with { Unreachable = true } : address with { ChatId = null, Remade = true }, ct);

    /// <summary>The chat answered 403.</summary>
    public Task RefusedAsync(PersonId person, string chat, CancellationToken ct) => ChangeAsync(person, chat, address => address with { Unreachable = true }, ct);

    /// <summary>Several sends may have had that answer: the first changes the address, as long as it is that chat's.</summary>
    private async Task ChangeAsync(PersonId person, string chat, Func<PersonAddress, PersonAddress> change, CancellationToken ct)
    {
        while (await store.FindAsync(RowKeys.Address(person), ct) is { } row && memo.Read(row) is { } address && address.ChatId == chat)
        {
            if (await store.TryCommitAsync([new RowChange.Replace(row.Key, HandoffJson.Write(change(address)), row.Tag)], ct))
                return;
        }
    }

    private async Task<PersonAddress?> LookUpAsync(PersonId person, CancellationToken ct)
    {
        if (await channel.FindAsync(ct) is not { } desk
            || await connector.GetMemberAsync(desk.ServiceUrl, desk.ChannelId, person.ObjectId.ToString(), ct) is not { } member
            || member.IsOutsiderTo(person.Tenant))
        {
            return null;
        }

        var address = new PersonAddress(member.Id, desk.ServiceUrl.ToString());
        await WriteAsync(person, address, ct);
        return address;
    }

    private Task WriteAsync(PersonId person, PersonAddress address, CancellationToken ct) =>
        store.TryCommitAsync([new RowChange.Put(RowKeys.Address(person), HandoffJson.Write(address))], ct);
}
