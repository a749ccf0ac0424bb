using VstrsBot.Handoffs;

namespace VstrsBot.Handlers.Drawing;

/// <summary>Which messages may still be sent when they are late.</summary>
internal static class LateWords
{
    /// <summary>What asks somebody to act at once is of no use later, and misleads.</summary>
    public static readonly TimeSpan OfUseFor = TimeSpan.FromMinutes(2);

    /// <summary>An end, and what says not to disclose, is said however late.</summary>
    public static bool IsTooLate(Line line, TimeSpan age) => age > OfUseFor && line is
        Line.Accepted or Line.NobodyAccepted or Line.Waiting or Line.SeesIdConfirmed or Line.SeesIdConfirmedDetailsMissing or Line.ConfirmationRunsOut
        or Line.ConfirmationLapsed or Line.CallTaken or Line.StillOnCallReminder;
}
