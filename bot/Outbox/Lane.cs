using VstrsBot.Handoffs;
using VstrsBot.Storage;

namespace VstrsBot.Outbox;

/// <summary>What is sent in order, one at a time. Different lanes are sent to at the same time.</summary>
internal readonly record struct Lane(HandoffId Handoff, string Place)
{
    private const string Thread = "thread";

    /// <summary>
    /// What is new in a chat, or in the thread, keeps its order there. An end or a renewal changes a card that stands there already, and so has a
    /// lane of its own: it waits for nothing but that card.
    /// </summary>
    public static Lane Of(HandoffId id, Owed owed) => new(id, owed switch
    {
        { Urgency: Urgency.End or Urgency.Renewal, Effect.Show: { } card } => card.ToString(),
        { Effect.To: { } reader } => reader.Id.ToString(),
        { Effect.Show: { Kind: not SurfaceKind.Channel } card } => card.ToString(), // written by the release before
        _ => Thread,
    });

    /// <summary>In a chat the details card stands above the authority card, and messages below both.</summary>
    public static int Order(Owed owed) => owed.Effect.Show switch
    {
        { Kind: SurfaceKind.Channel } => 0,
        { Kind: SurfaceKind.Ping } => 1,
        { Kind: SurfaceKind.FindForm } => 2,
        { Kind: SurfaceKind.DetailsForm } => 3,
        { Kind: SurfaceKind.Adviser } => 4,
        { Kind: SurfaceKind.Details } => 5,
        { Kind: SurfaceKind.Authority } => 6,
        { Kind: SurfaceKind.WrapUp } => 8,
        null => 9,
        _ => 7,
    };
}
