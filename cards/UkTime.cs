namespace VstrsBot.Cards;

/// <summary>A moment as people in the UK read it, already formatted: "10:42am" and "23 November". Cards have no clock.</summary>
public readonly record struct UkTime(string Time, string Date)
{
    /// <summary>"10:42am on 23 November (UK time)".</summary>
    public string InFull => $"{Time} on {Date} (UK time)";
}

/// <summary>The end of a lease: for people, rounded down, and for machines.</summary>
/// <param name="Shown">What the banner says.</param>
/// <param name="Iso">ISO 8601 in UTC, the exact end; stands in <c>refresh.action.data.until</c>.</param>
public readonly record struct LeaseEnd(UkTime Shown, string Iso);
