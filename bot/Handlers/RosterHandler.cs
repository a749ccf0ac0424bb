using VstrsBot.Addresses;
using VstrsBot.Handoffs;
using VstrsBot.Limits;
using VstrsBot.Teams.Inbound;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Handlers;

/// <summary>Installs and roster events: addresses are learned from them; nobody gains a right. Of a team only whom the register names.</summary>
internal sealed partial class RosterHandler(AddressBook addresses, DirectConnector connector, IDeskPeople people, Outsiders outsiders, ILogger<RosterHandler> log)
{
    public async Task HandleAsync(Activity activity, CancellationToken ct)
    {
        if (activity is not { ServiceUrl: { } serviceUrl, Conversation.Id: { } conversation, Tenant: { } tenant })
            return;

        var personal = activity.Conversation!.IsPersonal;
        if (personal && activity is { SenderObjectId: { } objectId, From.Id: { } mri } && activity.Action is not "remove" and not "remove-upgrade")
        {
            if (!await outsiders.SentAsync(activity, ct))
                await addresses.LearnAsync(new PersonId(tenant, objectId), mri, serviceUrl, conversation, ct);
            return;
        }

        if (!personal && activity.MembersAdded?.Any(member => member.Id == activity.Recipient?.Id) == true)
            await LearnRosterAsync(new Uri(serviceUrl), conversation, tenant, ct);
    }

    private async Task LearnRosterAsync(Uri serviceUrl, string conversation, Guid tenant, CancellationToken ct)
    {
        try
        {
            foreach (var member in await connector.GetMembersAsync(serviceUrl, conversation, ct))
            {
                if (!member.IsOutsiderTo(tenant) && member.ObjectId is { } objectId && await people.FindAsync(new PersonId(tenant, objectId), ct) is not null)
                    await addresses.LearnAsync(new PersonId(tenant, objectId), member.Id, serviceUrl.ToString(), chatId: null, ct);
            }
        }
        catch (ConnectorException failure)
        {
            // Addresses are also learned from any activity, and looked up when first owed.
            Log.NoRoster(log, failure.Status);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The team's roster could not be read: Teams answered {Status}.")]
        public static partial void NoRoster(ILogger logger, int status);
    }
}
