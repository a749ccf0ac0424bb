using System.Security.Cryptography;
using System.Text;
using VstrsBot.Addresses;
using VstrsBot.Handoffs;
using VstrsBot.Teams.Inbound;

namespace VstrsBot.Handlers;

/// <summary>Whoever sent an activity, as Teams vouches for them.</summary>
/// <param name="Id">Object id and tenant.</param>
/// <param name="InChannel">It happened in the desk's channel, not in their own chat.</param>
internal sealed record Sender(PersonId Id, bool InChannel, Activity Activity)
{
    /// <summary>The form was sent from a dialog, where one card follows another.</summary>
    public bool InDialog => Activity.Name is InvokeNames.TaskSubmit or InvokeNames.ExtensionSubmit;

    /// <summary>Names what Teams delivered: the same when it is delivered again under the same id.</summary>
    public string? Delivery => Activity is { Id: { Length: > 0 } id, Conversation.Id: { } place }
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{place}|{id}")))[..32]
        : null;

    /// <summary>A message extension is opened wherever somebody writes: that place is neither the desk's channel nor a chat with the app.</summary>
    public bool FromExtension => Activity.Name is InvokeNames.ExtensionFetchTask or InvokeNames.ExtensionSubmit;
}

/// <summary>One switch from what Teams sent to who answers it.</summary>
internal sealed partial class ActivityDispatcher(
    AddressBook addresses, DeskChannel channel, ButtonHandler buttons, DialogHandler dialogs, MessageHandler messages, RosterHandler rosters, Outsiders outsiders, Replies replies, ILogger<ActivityDispatcher> log) : IActivityHandler
{
    public async Task<bool> HearsAsync(Activity activity, CancellationToken ct) => !await outsiders.SentAsync(activity, ct);

    public async Task<InvokeResponse> HandleAsync(Activity activity, CancellationToken ct)
    {
        try
        {
            return await DispatchAsync(activity, ct);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or StoreUnsureException or Storage.UnreadableRowException)
        {
            Log.StoreFault(log, fault.GetType().Name);
            if (activity is { Type: ActivityTypes.Message, SenderObjectId: { } typed, Tenant: { } of } && activity.IsAddressedToBot())
                await replies.SayAsync(new Sender(new PersonId(of, typed), activity.Conversation?.IsPersonal != true, activity), Wording.NotWorking, ct);
            return activity.Name == InvokeNames.CardAction ? InvokeResponse.Message(Wording.NotWorking) : InvokeResponse.TaskMessage(Wording.NotWorking);
        }
    }

    private async Task<InvokeResponse> DispatchAsync(Activity activity, CancellationToken ct)
    {
        if (activity.Type is ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate)
        {
            await rosters.HandleAsync(activity, ct);
            return InvokeResponse.Empty;
        }

        if (activity.SenderObjectId is not { } objectId || activity.Tenant is not { } tenant)
            return InvokeResponse.Empty;

        var sender = new Sender(new PersonId(tenant, objectId), activity.Conversation?.IsPersonal != true, activity);
        var learned = LearnAsync(sender, ct);
        if (activity.Type == ActivityTypes.Message)
            await learned; // it is answered at that address
        try
        {
            return await AnswerAsync(sender, activity, ct);
        }
        finally
        {
            await learned;
        }
    }

    private async Task<InvokeResponse> AnswerAsync(Sender sender, Activity activity, CancellationToken ct)
    {
        if (await IsElsewhereAsync(sender, ct))
            return await messages.ElsewhereAsync(sender, ct);

        return activity switch
        {
            { Type: ActivityTypes.Message, Value: null } => await messages.HandleAsync(sender, ct),
            { Type: ActivityTypes.Message } => await messages.SubmittedAsync(sender, ct),
            { Name: InvokeNames.CardAction } => await buttons.HandleAsync(sender, ct),
            { Type: ActivityTypes.Invoke, Name: var name } when DialogHandler.Knows(name) => await dialogs.HandleAsync(sender, ct),
            { Type: ActivityTypes.Invoke } => InvokeResponse.NotImplemented,
            _ => InvokeResponse.Empty,
        };
    }

    /// <summary>An address that cannot be stored now is learned another time: what was pressed comes first.</summary>
    private async Task LearnAsync(Sender sender, CancellationToken ct)
    {
        if (sender.Activity is not { From.Id: { } mri, ServiceUrl: { } serviceUrl })
            return;
        try
        {
            await addresses.LearnAsync(sender.Id, mri, serviceUrl, sender.InChannel || sender.FromExtension ? null : sender.Activity.Conversation?.Id, ct);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or StoreUnsureException or Storage.UnreadableRowException or OperationCanceledException)
        {
            Log.NotLearned(log, fault.GetType().Name);
        }
    }

    private async Task<bool> IsElsewhereAsync(Sender sender, CancellationToken ct) =>
        sender is { InChannel: true, FromExtension: false } && (sender.Activity.Channel is not { } here || !await channel.IsItAsync(here, ct));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The store failed: {Fault}. Nothing was changed.")]
        public static partial void StoreFault(ILogger logger, string fault);

        [LoggerMessage(2, LogLevel.Warning, "The store failed: {Fault}. An address was not learned.")]
        public static partial void NotLearned(ILogger logger, string fault);
    }
}
