using System.Text.Json.Nodes;
using TeamsStandIn.Faults;

namespace TeamsStandIn.Transcripts;

/// <summary>One thing that passed between Teams and the bot. Entries are numbered in the order they began.</summary>
internal abstract class TranscriptEntry(int number, DateTimeOffset at)
{
    public int Number { get; } = number;

    public DateTimeOffset At { get; } = at;

    /// <summary>When it was answered; null while it is not.</summary>
    public DateTimeOffset? AnsweredAt { get; internal set; }

    /// <summary>The HTTP status it was answered with; null while it is not, and where it never was.</summary>
    public int? Status { get; internal set; }
}

/// <summary>A request of the bot to the connector.</summary>
internal sealed class BotRequest(int number, DateTimeOffset at, Op op, string method, string path) : TranscriptEntry(number, at)
{
    public Op Op { get; } = op;

    public string Method { get; } = method;

    /// <summary>Path and query, unescaped.</summary>
    public string Path { get; } = path;

    /// <summary>The conversation the path names; of a create, the channel, or the chat (or member id) it is for.</summary>
    public string? Conversation { get; init; }

    public string? ActivityId { get; init; }

    /// <summary>The person whose chat or member record it is about.</summary>
    public string? Person { get; init; }

    public JsonNode? Body { get; init; }

    /// <summary>The tenant was changed by it, whatever the bot was told.</summary>
    public bool Applied { get; internal set; }

    /// <summary>A fault has it wait, at a gate, for the clock or for ever.</summary>
    public bool Waits { get; internal set; }

    /// <summary>The card it carries, if any.</summary>
    public JsonObject? Card => (Body as JsonObject) is { } body ? Tenant.TeamsMessage.CardOf(body["activity"] as JsonObject ?? body) : null;
}

/// <summary>An activity delivered to the bot; a redelivery is an entry of its own.</summary>
internal sealed class Delivery(int number, DateTimeOffset at, JsonObject activity) : TranscriptEntry(number, at)
{
    public JsonObject Activity { get; } = activity;

    public string? Type => (string?)Activity["type"];

    /// <summary>The invoke's name.</summary>
    public string? Name => (string?)Activity["name"];

    public string? From => (string?)Activity["from"]?["name"];

    /// <summary>What the bot answered.</summary>
    public JsonNode? Answer { get; internal set; }
}
