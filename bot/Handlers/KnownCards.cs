using VstrsBot.Handoffs;
using VstrsBot.Storage;

namespace VstrsBot.Handlers;

/// <summary>
/// Which messages hold a handoff's cards. At the end those that show authority are edited, and what was answered onto them goes. A card that
/// Teams posted a second time, after an answer that was lost, is none of them, nor is one of an earlier claim: a banner on it would stay.
/// </summary>
internal sealed class KnownCards(IHandoffStore store)
{
    /// <summary>The surfaces whose card this message is; null when the store cannot say: fail closed.</summary>
    /// <param name="message">The id of the message whose card was pressed, as the client says it.</param>
    public async Task<IReadOnlyList<string>?> FindAsync(HandoffId id, string? message, CancellationToken ct)
    {
        var (from, before) = RowKeys.CardsOf(id);
        try
        {
            var rows = await store.ReadAsync(from, before, int.MaxValue, ct);
            return [.. rows.Where(row => HandoffJson.Find<CardAddress>(row) is { Gone: false } card && card.ActivityId == message).Select(row => row.Key[from.Length..])];
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    /// <summary>The end edits the surface itself, and each card of it that was brought by something typed.</summary>
    public static bool IsEdited(IReadOnlyList<string> standing, string surface) =>
        standing.Any(place => place == surface || place.StartsWith(nameof(SurfaceKind.Brought), StringComparison.Ordinal));
}
