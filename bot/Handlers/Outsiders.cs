using System.Collections.Concurrent;
using VstrsBot.Handoffs;
using VstrsBot.Limits;
using VstrsBot.Teams.Inbound;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Handlers;

/// <summary>
/// Guests and people of other tenants. An activity of theirs looks like anybody's; Teams' member record tells them apart. While Teams does not
/// say, only whom the register names is heard: it names people one by one.
/// </summary>
/// <remarks>Source: Teams, "Get Teams context"; "Agent trust model".</remarks>
internal sealed class Outsiders(DirectConnector connector, IDeskPeople people, TimeProvider time)
{
    private const int MostKnown = 10_000;
    private static readonly TimeSpan StaffFor = TimeSpan.FromHours(1);
    private static readonly TimeSpan OutsiderFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<PersonId, (bool Staff, long Since)> known = new();

    /// <summary>True when whoever sent the activity is not to be heard.</summary>
    public async Task<bool> SentAsync(Activity activity, CancellationToken ct)
    {
        if (activity is not { Tenant: { } tenant, SenderObjectId: { } objectId, From.Id: { } mri })
            return true;

        var sender = new PersonId(tenant, objectId);
        if (known.TryGetValue(sender, out var said) && time.GetElapsedTime(said.Since) < (said.Staff ? StaffFor : OutsiderFor))
            return !said.Staff;
        if (await IsStaffAsync(activity, sender, mri, ct) is not { } staff)
            return !await IsOnTheRegisterAsync(sender, ct);

        if (known.Count >= MostKnown)
            known.Clear();
        known[sender] = (staff, time.GetTimestamp());
        return !staff;
    }

    /// <summary>What the member record says; null when Teams gives none, or one that leaves it open.</summary>
    private async Task<bool?> IsStaffAsync(Activity activity, PersonId sender, string mri, CancellationToken ct)
    {
        if (activity is not { ServiceUrl: { } serviceUrl, Conversation.IdWithoutThread: { Length: > 0 } conversation })
            return null;
        try
        {
            return await connector.GetMemberAsync(new Uri(serviceUrl), conversation, mri, ct) switch
            {
                { } member when member.IsStaffOf(sender.Tenant) && member.ObjectId == sender.ObjectId => true,
                { } member when member.IsOutsiderTo(sender.Tenant) || (member.ObjectId is { } other && other != sender.ObjectId) => false,
                _ => null,
            };
        }
        catch (ConnectorException)
        {
            return null;
        }
    }

    private async Task<bool> IsOnTheRegisterAsync(PersonId sender, CancellationToken ct)
    {
        try
        {
            return await people.FindAsync(sender, ct) is not null;
        }
        catch (Exception fault) when (fault is StoreUnavailableException or StoreUnsureException)
        {
            return false;
        }
    }
}
