using VstrsBot.Cards;
using VstrsBot.Clock;

namespace VstrsBot.Forms;

/// <summary>By when a call back is due, as chosen and as reckoned.</summary>
/// <param name="Choice">Value of the list of call back times.</param>
/// <param name="Due">UTC.</param>
internal sealed record ByWhen(string Choice, DateTimeOffset Due);

/// <summary>Reads the two call back fields, which stand on part 2 and on the card that arranges a call back.</summary>
internal static class CallBackFields
{
    public const string None = "none";

    /// <summary>The kind, "none" included.</summary>
    public static string CallBack(this FormReader form) =>
        form.Choice(InputIds.CallBack, Lists.CallBackKinds.Select(c => c.Value), "Select a call back, or None");

    /// <summary>By when, in UK time and counted from now; null when nothing was chosen, or a fault.</summary>
    public static ByWhen? CallBackBy(this FormReader form, bool needed, DateTimeOffset now)
    {
        var choice = form.Choice(InputIds.CallBackBy, [.. Lists.CallBackTimes.Select(c => c.Value), .. needed ? Array.Empty<string>() : [""]], "Select by when");
        if (Due(choice, now) is not { } due)
            return null;
        if (due > now)
            return new ByWhen(choice, due);

        form.Fault(InputIds.CallBackBy, $"Select a later time for the call back. {UkClock.At(due).Time} has passed");
        return null;
    }

    private static DateTimeOffset? Due(string choice, DateTimeOffset now)
    {
        var today = UkClock.Today(now).ToDateTime(TimeOnly.MinValue);
        return choice switch
        {
            "hour" => now.AddHours(1),
            "today" => UkClock.ToUtc(today.AddHours(17)),
            "tomorrowMidday" => UkClock.ToUtc(today.AddDays(1).AddHours(12)),
            "tomorrow" => UkClock.ToUtc(today.AddDays(1).AddHours(17)),
            "week" => UkClock.ToUtc(today.AddDays(7).AddHours(17)),
            _ => null,
        };
    }
}
