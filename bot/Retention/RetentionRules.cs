namespace VstrsBot.Retention;

/// <summary>How long each class of data is kept. Working data has its own, shorter times: <see cref="Handoffs.HandoffRules"/>.</summary>
internal sealed record RetentionRules
{
    /// <summary>How many years the record of a handoff is kept from its end, and what belongs to no handoff from its day. From 1 to 7 (HMRC manual IDG40210).</summary>
    public int RecordYears { get; init; } = 3;

    /// <summary>How long after its end it is known where a handoff's cards are, and which form it came from. From 2 to 90 days.</summary>
    public TimeSpan CardsAfterEnd { get; init; } = TimeSpan.FromDays(7);
}
