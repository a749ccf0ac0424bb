using System.Text.Json;
using System.Text.Json.Serialization;

namespace VstrsBot.Teams.Inbound;

/// <summary>What Teams adds to an activity.</summary>
internal sealed record ChannelData
{
    /// <summary>The tenant of the conversation; must agree with the conversation's own.</summary>
    public Reference? Tenant { get; init; }

    /// <summary>The team, for channel conversations and team events.</summary>
    public Reference? Team { get; init; }

    /// <summary>The channel, for channel conversations and channel events.</summary>
    public Reference? Channel { get; init; }

    /// <summary>teamMemberAdded, channelDeleted and others. Spellings vary: compare without case.</summary>
    public string? EventType { get; init; }

    /// <summary>At install in a team: what the installer chose.</summary>
    public ChannelDataSettings? Settings { get; init; }

    /// <summary>Fields not named here, as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>A tenant, team or channel.</summary>
internal sealed record Reference
{
    public string? Id { get; init; }

    /// <summary>Display name, where Teams says it.</summary>
    public string? Name { get; init; }

    /// <summary>Fields not named here, as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>Choices made at install.</summary>
internal sealed record ChannelDataSettings
{
    /// <summary>The channel the installer chose, which need not be General.</summary>
    public Reference? SelectedChannel { get; init; }

    /// <summary>Fields not named here, as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}
