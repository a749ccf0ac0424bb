namespace VstrsBot.Handoffs;

/// <summary>Whose card a surface is.</summary>
internal static class Readers
{
    /// <summary>The one reader of a card in a 1:1 chat; null for the channel's, and where there is no such card.</summary>
    public static Person? Of(PostedHandoff state, Surface surface) => surface switch
    {
        { Kind: SurfaceKind.Adviser or SurfaceKind.FindForm or SurfaceKind.DetailsForm or SurfaceKind.AskAdviser or SurfaceKind.ReminderAdviser } => state.Posting.Adviser,
        { Kind: SurfaceKind.Ping, No: var no } => no >= 1 && no <= state.Asks.Count ? state.Asks[no - 1].Who : null,
        { Kind: SurfaceKind.Lead, No: var no } => no >= 1 && no <= state.LeadsTold.Count ? state.LeadsTold[no - 1] : null,
        { Kind: SurfaceKind.Brought, No: var no } => no >= 1 && no <= state.Brought.Count ? state.Brought[no - 1].To : null,
        { Kind: SurfaceKind.Authority or SurfaceKind.Details, No: var no } when no >= 1 && no <= state.PassedOn.Count => state.PassedOn[no - 1].Who,
        { Kind: SurfaceKind.Authority or SurfaceKind.Details or SurfaceKind.WrapUp or SurfaceKind.AskSpecialist or SurfaceKind.ReminderSpecialist } => SpecialistOf(state),
        _ => null,
    };

    /// <summary>Who holds it, or held it when it ended.</summary>
    public static Person? SpecialistOf(PostedHandoff state) => state switch
    {
        HeldHandoff h => h.Specialist,
        Ended { Held: { } held } => held.Specialist,
        _ => null,
    };
}
