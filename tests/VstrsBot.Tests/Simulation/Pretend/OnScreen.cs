using System.Globalization;
using System.Text.Json.Nodes;

namespace VstrsBot.Tests.Simulation.Pretend;

/// <summary>What stands on a screen: words, or a card, with what a machine can read of it.</summary>
internal sealed class OnScreen
{
    private IReadOnlyList<Button>? buttons;

    private OnScreen(string text, JsonNode? card, string summary)
    {
        (Text, Card, Summary) = (text, card, summary);
        if (card is null)
            return;
        Handoff = Member("handoff");
        SaysLive = text.Contains("\"authority-live\"", StringComparison.Ordinal);
        if (SaysLive && DateTimeOffset.TryParse(Member("until"), CultureInfo.InvariantCulture, out var until))
            Until = until;
    }

    public static OnScreen Nothing { get; } = new("", null, "");

    /// <summary>JSON of a card, or the words.</summary>
    public string Text { get; }

    public JsonNode? Card { get; }

    /// <summary>What the notification said.</summary>
    public string Summary { get; }

    public bool SaysLive { get; }

    /// <summary>The end of the lease as the card has it for machines; the words on it are rounded down to the minute.</summary>
    public DateTimeOffset? Until { get; }

    /// <summary>The first words, to read in a trace.</summary>
    public string Said
    {
        get
        {
            var at = Card is null ? 0 : Text.IndexOf("\"text\":\"", StringComparison.Ordinal) + 8;
            return Text.Substring(at, Math.Min(90, Text.Length - at));
        }
    }

    /// <summary>The handoff that a card is about.</summary>
    public string? Handoff { get; }

    public IReadOnlyList<Button> Buttons => buttons ??= Card is null ? [] : [.. Button.Of(Card)];

    public static OnScreen Of(JsonNode card, string summary = "") => new(card.ToJsonString(), card, summary);

    public static OnScreen Of(string words) => new(words, null, words);

    private string? Member(string name)
    {
        var mark = $"\"{name}\":\"";
        var at = Text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? null : Text[(at + mark.Length)..Text.IndexOf('"', at + mark.Length)];
    }
}

/// <summary>A button that can be pressed.</summary>
/// <param name="Data">What it carries: a pointer.</param>
/// <param name="ByItself">The card's refresh: the client presses it.</param>
internal sealed record Button(string Verb, JsonObject Data, bool ByItself)
{
    public string? Handoff => (string?)Data["handoff"];

    public static IEnumerable<Button> Of(JsonNode? node) => node switch
    {
        JsonObject { } one when (string?)one["type"] == "Action.Execute" && one["data"] is JsonObject data => [new Button((string)one["verb"]!, data, ByItself: false)],
        JsonObject card => card.SelectMany(member => member.Key == "refresh" ? Refresh(member.Value) : Of(member.Value)),
        JsonArray all => all.SelectMany(Of),
        _ => [],
    };

    private static IEnumerable<Button> Refresh(JsonNode? refresh) =>
        refresh?["userIds"] is JsonArray { Count: > 0 } ? Of(refresh["action"]).Select(button => button with { ByItself = true }) : [];
}
