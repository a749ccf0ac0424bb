using System.Text.Json.Serialization;

namespace VstrsBot.Cards.Model;

/// <summary>What a button carries: only a pointer. Rights come from the register and the stored state. No key is an input id.</summary>
/// <param name="Handoff">The handoff number, for example K7F3.</param>
/// <param name="Surface">One of <see cref="Surfaces"/>.</param>
public sealed record CardData(string? Handoff = null, string? Surface = null)
{
    /// <summary>Random per form drawn: a submission delivered again finds its handoff by it.</summary>
    public string? Draft { get; init; }

    /// <summary>The number of the ended handoff a fresh one follows. It inherits no authority.</summary>
    public string? Follows { get; init; }

    /// <summary>Which claim of the handoff the card belongs to, from 1: an old card does nothing to a later claim.</summary>
    public int? Claim { get; init; }

    /// <summary>ISO 8601 in UTC: until when the card that carries it may be believed.</summary>
    public string? Until { get; init; }

    /// <summary>One of <see cref="Verbs"/>, where the action itself has no place for it.</summary>
    public string? Verb { get; init; }

    /// <summary>Set for a button that opens a dialog.</summary>
    [JsonPropertyName("msteams")]
    public TaskFetch? MsTeams { get; init; }
}

/// <summary>Makes an Action.Submit arrive as a <c>task/fetch</c> invoke, answered by a dialog.</summary>
public sealed record TaskFetch
{
    public string Type { get; } = "task/fetch";
}
