using VstrsBot.Cards;
using VstrsBot.Forms;
using Xunit;

namespace VstrsBot.Tests.Forms;

public sealed class CallBackTests
{
    [Theory]
    [InlineData("hour", "2026-11-23T10:41", "2026-11-23T11:41")]
    [InlineData("today", "2026-11-23T10:41", "2026-11-23T17:00")]
    [InlineData("today", "2026-07-23T10:41", "2026-07-23T16:00")]
    [InlineData("tomorrowMidday", "2026-11-23T10:41", "2026-11-24T12:00")]
    [InlineData("tomorrow", "2026-07-23T23:30", "2026-07-25T16:00")]
    [InlineData("tomorrow", "2027-03-27T10:00", "2027-03-28T16:00")]
    [InlineData("tomorrow", "2026-10-24T10:00", "2026-10-25T17:00")]
    [InlineData("week", "2026-10-20T10:00", "2026-10-27T17:00")]
    public void By_when_is_uk_time_counted_from_the_submission(string choice, string now, string due)
    {
        var byWhen = Read(needed: true, now, choice, out var faults);
        Assert.Empty(faults);
        Assert.Equal((choice, Utc(due)), (byWhen!.Choice, byWhen.Due));
    }

    [Theory]
    [InlineData("2026-11-23T17:00", true)]
    [InlineData("2026-11-23T16:59", false)]
    [InlineData("2026-07-23T16:00", true)]
    [InlineData("2026-07-23T15:59", false)]
    public void Five_today_is_a_fault_once_it_has_passed(string now, bool passed)
    {
        Read(needed: false, now, "today", out var faults);
        Assert.Equal(passed ? ["Select a later time for the call back. 5pm has passed"] : [], faults);
    }

    [Fact]
    public void By_when_may_stay_empty_on_the_form_and_not_where_a_call_back_is_arranged()
    {
        Assert.Null(Read(needed: false, "2026-11-23T10:41", "", out var none));
        Assert.Empty(none);
        Read(needed: true, "2026-11-23T10:41", "", out var missing);
        Assert.Equal(["Select by when"], missing);
    }

    [Theory]
    [InlineData("5pm")]
    [InlineData("Today")]
    [InlineData("2026-11-23T17:00")]
    public void What_is_not_of_the_list_is_a_fault(string typed)
    {
        Read(needed: false, "2026-11-23T10:41", typed, out var faults);
        Assert.Equal(["Select by when"], faults);
    }

    [Fact]
    public void Every_time_of_the_list_has_its_meaning() =>
        Assert.All(Lists.CallBackTimes, time => Assert.NotNull(Read(needed: true, "2026-11-23T10:41", time.Value, out _)));

    [Fact]
    public void Without_a_call_back_a_time_left_in_the_form_means_nothing()
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["representative"] = "Rita Marsh",
            ["consentToAct"] = "no",
            ["customerName"] = "Invented Customer",
            ["referenceKind"] = "other",
            ["reference"] = "A 1",
            ["matter"] = "other",
            ["matterOther"] = "A gift",
            ["restricted"] = "no",
            ["issue"] = "Hold",
            ["callBack"] = "none",
            ["callBackBy"] = "today",
        };
        var details = DetailsFormReader.Read(form, ["other"], Utc("2026-11-23T18:00")).Value!.Details;
        Assert.Equal((null, null), (details.CallBackBy, details.ByWhen));

        form["callBack"] = "vstrs";
        Assert.Equal("callBackBy", Assert.Single(DetailsFormReader.Read(form, ["other"], Utc("2026-11-23T18:00")).Faults).Input);
        details = DetailsFormReader.Read(form, ["other"], Utc("2026-11-23T10:41")).Value!.Details;
        Assert.Equal((Utc("2026-11-23T17:00"), "today"), (details.CallBackBy, details.ByWhen));
    }

    private static ByWhen? Read(bool needed, string now, string typed, out List<string> faults)
    {
        var form = new FormReader(new Dictionary<string, string>(StringComparer.Ordinal) { [InputIds.CallBackBy] = typed });
        var read = form.CallBackBy(needed, Utc(now));
        faults = [.. form.Done(() => "").Faults.Select(fault => fault.Words)];
        return read;
    }

    private static DateTimeOffset Utc(string text) => new(DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm", null), TimeSpan.Zero);
}
