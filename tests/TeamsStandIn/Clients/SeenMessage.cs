using System.Text.Json.Nodes;
using TeamsStandIn.Tenant;
using TeamsStandIn.Transcripts;

namespace TeamsStandIn.Clients;

/// <summary>
/// A message as one person saw it at one moment. It does not change: keep one to press an old copy of a card later.
/// </summary>
/// <param name="Author">The person's name, or null for the bot.</param>
/// <param name="Card">Their own view of the card if they have one, else the base card.</param>
/// <param name="IsOwnView">The card is theirs alone.</param>
internal sealed record SeenMessage(string Id, string ConversationId, string? Author, DateTimeOffset At, string? Plain, JsonObject? Card, bool IsOwnView)
{
    public bool IsFromBot => Author is null;

    /// <summary>The base message is no longer what it was when it was sent.</summary>
    public bool IsEdited { get; init; }

    /// <summary>Lines of text of what is seen.</summary>
    public string Text => string.Join('\n', ((string?[])[Plain, Card is null ? null : CardText.Render(Card)]).Where(t => !string.IsNullOrEmpty(t)));

    /// <summary>Titles of every button, in the order they stand.</summary>
    public IReadOnlyList<string> Buttons => Card is null ? [] : [.. CardReading.ActionsOf(Card).Select(a => (string?)a["title"] ?? "")];

    internal static SeenMessage By(TeamsPerson person, TeamsMessage message)
    {
        var own = message.Views.GetValueOrDefault(person.Name);
        var card = own?.Card ?? message.BaseCard;
        return new(message.Id, message.ConversationId, message.Author, message.At, message.Text, card?.DeepClone().AsObject(), own is not null)
        {
            IsEdited = message.History.Count > 1,
        };
    }
}
