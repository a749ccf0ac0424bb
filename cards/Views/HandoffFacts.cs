namespace VstrsBot.Cards.Views;

/// <summary>What anyone in the channel may know of a handoff.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="Area">The specialism: Court action.</param>
/// <param name="Stage">The debt stage as listed: Pre-enforcement.</param>
/// <param name="Organisation">Citizens Advice.</param>
/// <param name="PostedAt">When it was posted.</param>
public sealed record HandoffFacts(string Number, string Area, string Stage, string Organisation, UkTime PostedAt)
{
    internal string InOneSentence => $"{Area}, debt stage {Lower(Stage)}, from {Organisation} through VSTRS.";

    internal string Posted => $"Posted {PostedAt.InFull}.";

    // "Time To Pay", "EIS" and the like keep their capitals; "Pre-enforcement" in a sentence does not.
    private static string Lower(string stage) =>
        stage.Length > 1 && !stage.StartsWith("Time To Pay", StringComparison.Ordinal) && char.IsLower(stage[1]) ? char.ToLowerInvariant(stage[0]) + stage[1..] : stage;
}
