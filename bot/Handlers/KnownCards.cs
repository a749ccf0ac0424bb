using VstrsBot.Handoffs;
using VstrsBot.Storage;

namespace VstrsBot.Handlers;

/// <summary>
/// Which messages hold a handoff's cards. At the end each of them is edited, and what was answered onto it goes. A card that Teams posted a
/// second time, after an answer that was lost, is none of them: a banner on it would stay.
/// </summary>
internal sealed class KnownCards(IHandoffStore store)
{
    /// <summary>Null when the store cannot say: fail closed.</summary>
    /// <param name="message">The id of the message whose card was pressed, as the client says it.</param>
    public async Task<bool?> HoldAsync(HandoffId id, string? message, CancellationToken ct)
    {
        var (from, before) = RowKeys.CardsOf(id);
        try
        {
            return (await store.ReadAsync(from, before, int.MaxValue, ct)).Select(HandoffJson.Find<CardAddress>).Any(card => card is { Gone: false } && card.ActivityId == message);
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }
}
