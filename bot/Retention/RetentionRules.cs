namespace VstrsBot.Retention;

/// <summary>How long each class of data is kept. Working data has its own, shorter times: <see cref="Handoffs.HandoffRules"/>.</summary>
internal sealed record RetentionRules
{
    /// <summary>
    /// The record of a handoff, in whole years from its end, and what belongs to no handoff, from its day. From 1 to 7. Default 3 (HMRC manual
    /// IDG40210).
    /// </summary>
    public int RecordYears { get; init; } = 3;

    /// <summary>Where a handoff's cards are, and which form it came from, counted from its end. From 2 to 90 days. Default 7 days.</summary>
    public TimeSpan CardsAfterEnd { get; init; } = TimeSpan.FromDays(7);
}
