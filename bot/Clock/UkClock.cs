using System.Globalization;
using NodaTime;
using VstrsBot.Cards;

namespace VstrsBot.Clock;

/// <summary>Stored UTC as people in the UK read it, in GOV.UK style. NodaTime brings its own zone data: slim images may have none.</summary>
internal static class UkClock
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>Rounded down to the minute: for "until", and for what just happened.</summary>
    public static UkTime At(DateTimeOffset utc) => Formatted(utc);

    /// <summary>Rounded up to the minute: for "since".</summary>
    public static UkTime Since(DateTimeOffset utc)
    {
        var over = utc.UtcTicks % TimeSpan.TicksPerMinute;
        return Formatted(over == 0 ? utc : utc.AddTicks(TimeSpan.TicksPerMinute - over));
    }

    /// <summary>To the second: "10:45:12am".</summary>
    public static UkTime ToTheSecond(DateTimeOffset utc)
    {
        var local = Local(utc);
        return new UkTime(local.ToString("h:mm:ss", CultureInfo.InvariantCulture) + Half(local), DateOf(local));
    }

    /// <summary>The end of a lease, with its exact time for machines.</summary>
    public static LeaseEnd Until(DateTimeOffset utc, bool inSeconds = false) =>
        new(inSeconds ? ToTheSecond(utc) : At(utc), utc.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    public static DateOnly Today(DateTimeOffset utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>A UK wall time as UTC; a time the clocks skip or repeat is read leniently.</summary>
    public static DateTimeOffset ToUtc(DateTime ukWallTime) => London.AtLeniently(LocalDateTime.FromDateTime(ukWallTime)).ToDateTimeOffset().ToUniversalTime();

    private static UkTime Formatted(DateTimeOffset utc)
    {
        var local = Local(utc);
        var time = (local.Hour, local.Minute) switch
        {
            (0, 0) => "midnight",
            (12, 0) => "midday",
            (_, 0) => local.ToString("%h", CultureInfo.InvariantCulture) + Half(local),
            _ => local.ToString("h:mm", CultureInfo.InvariantCulture) + Half(local),
        };
        return new UkTime(time, DateOf(local));
    }

    private static string DateOf(DateTime local) => local.ToString("d MMMM", CultureInfo.InvariantCulture);

    private static string Half(DateTime local) => local.Hour < 12 ? "am" : "pm";

    private static DateTime Local(DateTimeOffset utc) => Instant.FromDateTimeOffset(utc).InZone(London).ToDateTimeUnspecified();
}
