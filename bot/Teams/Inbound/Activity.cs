using System.Text.Json;
using System.Text.Json.Serialization;

namespace VstrsBot.Teams.Inbound;

/// <summary>
/// What Teams sends to the bot, as read. Every field may be absent or null; what is not named here is kept in <see cref="Unknown"/>.
/// Once past the endpoint, <see cref="Type"/>, <see cref="ServiceUrl"/>, <see cref="Recipient"/> and <see cref="Tenant"/> are there and
/// checked, and for messages and invokes <see cref="SenderObjectId"/> too. What is in <see cref="Text"/>, <see cref="Value"/> and
/// <see cref="ReplyToId"/> was chosen by the client.
/// </summary>
/// <remarks>Source: Teams, "Subscribe to conversation events"; Bot Framework Activity schema.</remarks>
internal sealed record Activity
{
    /// <summary>What kind it is: see <see cref="ActivityTypes"/>.</summary>
    public string? Type { get; init; }

    /// <summary>Id in its conversation. A redelivery may carry the same id or a new one.</summary>
    public string? Id { get; init; }

    /// <summary>The name of an invoke or event: see <see cref="InvokeNames"/>.</summary>
    public string? Name { get; init; }

    /// <summary>For installationUpdate: add, add-upgrade, remove or remove-upgrade.</summary>
    public string? Action { get; init; }

    /// <summary>Where answers to this conversation go; equal to the token's claim and on the list of service hosts.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>Always "msteams" past the endpoint.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Who did it.</summary>
    public ChannelAccount? From { get; init; }

    /// <summary>The bot.</summary>
    public ChannelAccount? Recipient { get; init; }

    /// <summary>Where it happened.</summary>
    public ConversationAccount? Conversation { get; init; }

    /// <summary>What was typed, with mentions in it: use <see cref="ActivityText.WithoutMentions"/>.</summary>
    public string? Text { get; init; }

    /// <summary>plain, markdown or xml.</summary>
    public string? TextFormat { get; init; }

    /// <summary>The message whose card was pressed, as the client says.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>The payload of an invoke or of a card's Submit: use <see cref="CardAction.TryRead"/>.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Mentions and client information.</summary>
    public IReadOnlyList<Entity>? Entities { get; init => field = WithoutNulls(value); }

    /// <summary>For conversationUpdate: who joined.</summary>
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init => field = WithoutNulls(value); }

    /// <summary>For conversationUpdate: who left.</summary>
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init => field = WithoutNulls(value); }

    /// <summary>What only Teams sends: tenant, team, channel, event type.</summary>
    public ChannelData? ChannelData { get; init; }

    /// <summary>Fields not named here, as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>The tenant of the conversation, or null when it is missing or no GUID.</summary>
    [JsonIgnore]
    public Guid? Tenant => GuidOf(Conversation?.TenantId ?? ChannelData?.Tenant?.Id);

    /// <summary>The Entra object id of whoever did it, or null when it is missing or no GUID.</summary>
    [JsonIgnore]
    public Guid? SenderObjectId => GuidOf(From?.AadObjectId);

    /// <summary>True for an invoke, which waits for an answer.</summary>
    [JsonIgnore]
    public bool IsInvoke => Type == ActivityTypes.Invoke;

    /// <summary>True for what a person says or presses; false for events, which need nobody behind them.</summary>
    [JsonIgnore]
    public bool IsFromPerson => Type is ActivityTypes.Message or ActivityTypes.Invoke;

    /// <summary>The channel it happened in, without the thread; null outside channels.</summary>
    [JsonIgnore]
    public string? Channel => Conversation?.ConversationType == ConversationTypes.Channel
        ? Conversation.IdWithoutThread
        : null;

    /// <summary>What somebody said stays out of logs, whoever logs it.</summary>
    public override string ToString() => nameof(Activity);

    internal static Guid? GuidOf(string? text) =>
        Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty ? id : null;

    private static List<T>? WithoutNulls<T>(IReadOnlyList<T>? items)
        where T : class => items?.OfType<T>().ToList();
}

/// <summary>Kinds of activity the bot looks at; the rest is answered 200 and left.</summary>
internal static class ActivityTypes
{
    public const string Message = "message";
    public const string Invoke = "invoke";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
}

/// <summary>Names of the invokes the bot looks at. Any other is answered 501.</summary>
internal static class InvokeNames
{
    /// <summary>A press of Action.Execute, or a refresh.</summary>
    public const string CardAction = "adaptiveCard/action";

    /// <summary>A button that opens a dialog.</summary>
    public const string TaskFetch = "task/fetch";

    /// <summary>A dialog's form was sent.</summary>
    public const string TaskSubmit = "task/submit";

    /// <summary>A message extension command that opens a dialog.</summary>
    public const string ExtensionFetchTask = "composeExtension/fetchTask";

    /// <summary>The form of a message extension's dialog was sent.</summary>
    public const string ExtensionSubmit = "composeExtension/submitAction";
}
