using CsCheck;
using VstrsBot.Clock;
using Xunit;

namespace VstrsBot.Tests.Clock;

public sealed class UkClockTests
{
    [Theory]
    [InlineData("2026-11-23T10:42:00Z", "10:42am on 23 November (UK time)")]
    [InlineData("2026-11-23T10:42:59.999Z", "10:42am on 23 November (UK time)")]
    [InlineData("2026-11-23T11:00:00Z", "11am on 23 November (UK time)")]
    [InlineData("2026-11-23T15:00:30Z", "3pm on 23 November (UK time)")]
    [InlineData("2026-11-23T12:00:00Z", "midday on 23 November (UK time)")]
    [InlineData("2026-11-23T12:01:00Z", "12:01pm on 23 November (UK time)")]
    [InlineData("2026-11-24T00:00:00Z", "midnight on 24 November (UK time)")]
    [InlineData("2026-11-24T00:05:00Z", "12:05am on 24 November (UK time)")]
    [InlineData("2026-11-23T23:59:00Z", "11:59pm on 23 November (UK time)")]
    [InlineData("2026-07-01T23:30:00Z", "12:30am on 2 July (UK time)")]
    [InlineData("2027-03-28T00:59:59Z", "12:59am on 28 March (UK time)")]
    [InlineData("2027-03-28T01:00:00Z", "2am on 28 March (UK time)")]
    [InlineData("2026-10-25T00:30:00Z", "1:30am on 25 October (UK time)")]
    [InlineData("2026-10-25T01:30:00Z", "1:30am on 25 October (UK time)")]
    [InlineData("2026-10-25T02:00:00Z", "2am on 25 October (UK time)")]
    public void Times_are_uk_times_in_the_style_of_gov_uk_rounded_down(string utc, string shown) => Assert.Equal(shown, UkClock.At(Utc(utc)).InFull);

    [Theory]
    [InlineData("2026-11-23T10:42:00Z", "10:42am")]
    [InlineData("2026-11-23T10:42:00.0000001Z", "10:43am")]
    [InlineData("2026-11-23T11:59:01Z", "midday")]
    [InlineData("2027-03-28T00:59:30Z", "2am")]
    [InlineData("2026-10-25T00:59:30Z", "1am")]
    public void Since_is_rounded_up(string utc, string shown) => Assert.Equal(shown, UkClock.Since(Utc(utc)).Time);

    [Fact]
    public void Since_may_move_to_the_next_day() => Assert.Equal("midnight on 24 November (UK time)", UkClock.Since(Utc("2026-11-23T23:59:01Z")).InFull);

    [Fact]
    public void Until_is_rounded_down_and_its_machine_form_is_exact()
    {
        var until = UkClock.Until(Utc("2026-07-23T09:48:59.900Z"));
        Assert.Equal(("10:48am", "2026-07-23T09:48:59Z"), (until.Shown.Time, until.Iso));
        Assert.Equal("10:48:59am", UkClock.Until(Utc("2026-07-23T09:48:59.900Z"), inSeconds: true).Shown.Time);
    }

    [Theory]
    [InlineData("2026-11-23T10:45:12Z", "10:45:12am")]
    [InlineData("2026-11-23T12:00:00Z", "12:00:00pm")]
    [InlineData("2026-11-23T00:00:09Z", "12:00:09am")]
    public void Seconds_are_shown_where_asked_for(string utc, string shown) => Assert.Equal(shown, UkClock.ToTheSecond(Utc(utc)).Time);

    [Theory]
    [InlineData("2026-11-23 17:00", "2026-11-23T17:00:00Z")]
    [InlineData("2026-07-23 17:00", "2026-07-23T16:00:00Z")]
    [InlineData("2027-03-28 01:30", "2027-03-28T01:30:00Z")]
    [InlineData("2026-10-25 01:30", "2026-10-25T00:30:00Z")]
    public void A_wall_time_the_clocks_skip_moves_on_and_one_they_repeat_is_the_first(string wall, string utc) =>
        Assert.Equal(Utc(utc), UkClock.ToUtc(DateTime.ParseExact(wall, "yyyy-MM-dd HH:mm", null)));

    [Theory]
    [InlineData("2026-07-01T22:59:59Z", 1)]
    [InlineData("2026-07-01T23:00:00Z", 2)]
    [InlineData("2026-12-01T23:59:59Z", 1)]
    public void Today_is_the_uk_day(string utc, int day) => Assert.Equal(day, UkClock.Today(Utc(utc)).Day);

    [Fact]
    public void Until_never_says_later_and_since_never_earlier_than_it_is() =>
        Gen.Long[0, TimeSpan.FromDays(800).Ticks].Sample(ticks =>
        {
            var at = Utc("2026-01-01T00:00:00Z").AddTicks(ticks);
            var minute = new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
            Assert.Equal(UkClock.At(minute), UkClock.Until(at).Shown);
            Assert.Equal(UkClock.At(minute == at ? at : minute.AddMinutes(1)), UkClock.Since(at));
        });

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text);
}
