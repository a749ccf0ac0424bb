using System.Text.Json.Nodes;
using VstrsBot.Handoffs;
using VstrsBot.Storage;

namespace VstrsBot.Outbox;

/// <summary>What is to be shown or said now, drawn from stored state.</summary>
/// <param name="Card">The card, or null for words.</param>
/// <param name="Words">The words, or null for a card.</param>
/// <param name="Summary">What the notification says: meaningful and impersonal.</param>
/// <param name="Alert">Raises a toast when it is new.</param>
/// <param name="ShowsAuthority">Never posted: first a card without authority, then this as an update.</param>
internal sealed record Drawing(JsonNode? Card, string? Words, string Summary, bool Alert, bool ShowsAuthority);

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
