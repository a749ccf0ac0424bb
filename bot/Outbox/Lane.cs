using VstrsBot.Handoffs;
using VstrsBot.Storage;

namespace VstrsBot.Outbox;

/// <summary>One chat, or the thread, of one handoff: it is sent to in order, one send at a time. Different lanes are sent to at the same time.</summary>
internal readonly record struct Lane(HandoffId Handoff, string Place)
{
    public static Lane Of(HandoffId id, Owed owed) => new(id, owed.Effect switch
    {
        { Show: { Kind: SurfaceKind.Channel } } or { Show: null, To: null } => "thread",
        { Show: { Kind: SurfaceKind.Adviser or SurfaceKind.FindForm or SurfaceKind.DetailsForm or SurfaceKind.AskAdviser } } => "adviser",
        { Show: { Kind: SurfaceKind.Authority or SurfaceKind.Details or SurfaceKind.WrapUp or SurfaceKind.AskSpecialist } } => "specialist",
        { Show: { } ping } => ping.ToString(),
        { To: { } person } => person.Id.ToString(),
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
