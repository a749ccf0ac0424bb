using System.Text.Json;
using System.Text.Json.Serialization;

namespace VstrsBot.Teams.Inbound;

/// <summary>A person or bot on an activity.</summary>
internal sealed record ChannelAccount
{
    /// <summary>29:… for a person (differs per bot, stable), 28:… for a bot. For addressing only.</summary>
    public string? Id { get; init; }

    /// <summary>Display name: a label, never proof of who it is.</summary>
    public string? Name { get; init; }

    /// <summary>Entra object id; with the tenant, the identity.</summary>
    public string? AadObjectId { get; init; }

    /// <summary>The person's own tenant, where Teams says it.</summary>
    public string? TenantId { get; init; }

    /// <summary>user, guest or anonymous, where Teams says it.</summary>
    public string? UserRole { get; init; }

    /// <summary>Fields not named here, as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>Where an activity happened.</summary>
internal sealed record ConversationAccount
{
    private const string ThreadMark = ";messageid=";

    /// <summary>a:… personal, 19:…@thread.v2 group, 19:…@thread.tacv2;messageid=… a channel's thread.</summary>
    public string? Id { get; init; }

    /// <summary>See <see cref="ConversationTypes"/>.</summary>
    public string? ConversationType { get; init; }

    /// <summary>The tenant of the conversation.</summary>
    public string? TenantId { get; init; }

    /// <summary>False or absent in a personal chat.</summary>
    public bool? IsGroup { get; init; }

    /// <summary>Fields not named here, as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>True in a 1:1 chat with the bot.</summary>
    [JsonIgnore]
    public bool IsPersonal => ConversationType == ConversationTypes.Personal;

    /// <summary>The id up to ;messageid=, which in a channel is the channel's id.</summary>
    [JsonIgnore]
    public string? IdWithoutThread => Id?.IndexOf(ThreadMark, StringComparison.Ordinal) is { } at and >= 0 ? Id[..at] : Id;

    /// <summary>The id of the thread's first message, or null where there is no thread.</summary>
    [JsonIgnore]
    public string? ThreadRoot => Id?.IndexOf(ThreadMark, StringComparison.Ordinal) is { } at and >= 0 ? Id[(at + ThreadMark.Length)..] : null;
}

/// <summary>Values of <see cref="ConversationAccount.ConversationType"/>.</summary>
internal static class ConversationTypes
{
    public const string Personal = "personal";
    public const string GroupChat = "groupChat";
    public const string Channel = "channel";
}

/// <summary>An entity of an activity; a mention when <see cref="Type"/> is "mention".</summary>
internal sealed record Entity
{
    public const string MentionType = "mention";

    /// <summary>mention, clientInfo and others.</summary>
    public string? Type { get; init; }

    /// <summary>For a mention: the words that stand for it in the activity's text.</summary>
    public string? Text { get; init; }

    /// <summary>For a mention: who.</summary>
    public ChannelAccount? Mentioned { get; init; }

    /// <summary>Fields not named here, as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}
