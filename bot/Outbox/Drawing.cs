using System.Text.Json.Nodes;
using VstrsBot.Handoffs;
using VstrsBot.Storage;

namespace VstrsBot.Outbox;

/// <summary>Where a drawing goes.</summary>
internal abstract record Place
{
    /// <summary>A person's own chat with the bot.</summary>
    internal sealed record Chat(PersonId Person) : Place;

    /// <summary>The handoff's thread in the desk's channel.</summary>
    internal sealed record Thread(HandoffId Handoff) : Place;
}

/// <summary>What is to be shown or said now, drawn from stored state.</summary>
/// <param name="Where">Where it goes.</param>
/// <param name="Card">The card, or null for words.</param>
/// <param name="Words">The words, or null for a card.</param>
/// <param name="Summary">What the notification says: meaningful and impersonal.</param>
/// <param name="Alert">Raises a toast when it is new.</param>
/// <param name="ShowsAuthority">Never posted: first a card without authority, then this as an update.</param>
internal sealed record Drawing(Place Where, JsonNode? Card, string? Words, string Summary, bool Alert, bool ShowsAuthority);

/// <summary>Draws what is owed.</summary>
internal interface IDrawings
{
    /// <summary>The drawing, or null when there is nothing to show any more.</summary>
    Task<Drawing?> DrawAsync(PostedHandoff state, OwedEffect owed, Sending how, CancellationToken ct);
}

/// <summary>What becomes of a drawing. What is posted must be bland.</summary>
internal enum Sending
{
    /// <summary>There was no such card yet.</summary>
    Post,

    /// <summary>There was one, and it is gone.</summary>
    PostAfresh,
    Update,
}
