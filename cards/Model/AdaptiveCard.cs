using System.Text.Json.Serialization;

namespace VstrsBot.Cards.Model;

/// <summary>An Adaptive Card 1.5, only with what these cards draw. Teams shows no card above 1.5 to everyone.</summary>
/// <param name="FallbackText">One plain sentence for clients that cannot draw the card.</param>
/// <param name="Body">The authority mark first, the marking last.</param>
/// <param name="Refresh">Null on final cards and on forms, where a refresh would wipe what was typed.</param>
public sealed record AdaptiveCard(
    [property: JsonPropertyOrder(2)] string FallbackText,
    [property: JsonPropertyOrder(5)] IReadOnlyList<CardElement> Body,
    [property: JsonPropertyOrder(3)] CardRefresh? Refresh = null)
{
    [JsonPropertyOrder(0)]
    public string Type { get; } = "AdaptiveCard";

    [JsonPropertyOrder(1)]
    public string Version { get; } = "1.5";

    /// <summary>The people mentioned in the text, if any.</summary>
    [JsonPropertyName("msteams")]
    [JsonPropertyOrder(4)]
    public MsTeams? MsTeams { get; init; }
}

/// <summary>What Teams reads beside the card itself.</summary>
public sealed record MsTeams(IReadOnlyList<MentionEntity> Entities);

/// <summary>Who gets a new view by themselves, and what is asked for it.</summary>
public sealed record CardRefresh(CardAction Action, IReadOnlyList<string> UserIds)
{
    /// <summary>For the one person of a 1:1 card.</summary>
    /// <param name="handoff">The handoff number.</param>
    /// <param name="surface">One of <see cref="Surfaces"/>.</param>
    /// <param name="mri">The person's Teams id ("29:…").</param>
    /// <param name="untilIso">ISO 8601 end of the lease, only on a card that says live.</param>
    public static CardRefresh For(string handoff, string surface, string mri, string? untilIso = null) => new(View(handoff, surface, untilIso), [mri]);

    /// <summary>For a channel: by hand only, nobody's view refreshes by itself.</summary>
    public static CardRefresh ByHand(string handoff, string surface, string? untilIso = null) => new(View(handoff, surface, untilIso), []);

    private static ExecuteAction View(string handoff, string surface, string? untilIso) =>
        new("Refresh", Verbs.View, new CardData(handoff, surface) { Until = untilIso });
}
