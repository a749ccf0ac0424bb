using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Extensions;

namespace VstrsBot.Tests.Journeys;

/// <summary>Reads the times a card says in words, as a person in the UK would: on the day nearest to when it was sent.</summary>
internal static partial class PrintedTimes
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>Every end of authority that the words name: "until 10:48am", "after 10:48am on".</summary>
    public static IReadOnlyList<DateTimeOffset> EndsIn(string words, DateTimeOffset near) =>
        [.. Ends().Matches(words).Select(end => Nearest(TimeOfDay(end.Groups["time"].Value), near))];

    private static LocalTime TimeOfDay(string words) => words switch
    {
        "midnight" => LocalTime.Midnight,
        "midday" => LocalTime.Noon,
        _ => DateTime.ParseExact(words, ["h:mmtt", "h:mm:sstt", "htt"], CultureInfo.InvariantCulture, DateTimeStyles.None).TimeOfDay.Ticks is var ticks
            ? LocalTime.FromTicksSinceMidnight(ticks)
            : default,
    };

    private static DateTimeOffset Nearest(LocalTime time, DateTimeOffset near) => new[] { -1, 0, 1 }
        .Select(days => near.ToInstant().InZone(London).Date.PlusDays(days).At(time).InZoneLeniently(London).ToDateTimeOffset())
        .MinBy(at => (at - near).Duration());

    [GeneratedRegex(@"(AUTHORITY LIVE until|Do not rely on this after) (?<time>\d{1,2}(:\d\d){0,2}(am|pm)|midnight|midday)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ends();
}
