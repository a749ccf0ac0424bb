using VstrsBot.Handoffs;
using VstrsBot.Outbox;
using VstrsBot.Storage;
using VstrsBot.Teams.Outbound;
using Xunit;

namespace VstrsBot.Tests.Outbox;

public sealed class RetryPlanTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(3, 8)]
    [InlineData(4, 15)]
    [InlineData(5, 30)]
    [InlineData(6, 60)]
    [InlineData(RetryPlan.MostTries - 1, 60)]
    public void The_plan_goes_from_a_second_to_a_minute(int tries, int seconds)
    {
        foreach (var status in new[] { 0, 401, 412, 429, 502, 503, 504 })
            Assert.Equal(TimeSpan.FromSeconds(seconds), After(status, tries, jitter: 0.5));
    }

    [Fact]
    public void Jitter_is_a_quarter_either_way()
    {
        Assert.Equal(TimeSpan.FromSeconds(6), After(503, 3, jitter: 0));
        Assert.InRange(After(503, 3, jitter: 0.999), TimeSpan.FromSeconds(9.9), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_send_is_parked_after_half_an_hour_of_tries()
    {
        Assert.InRange(Enumerable.Range(0, RetryPlan.MostTries).Sum(tries => After(503, tries, jitter: 0.5).TotalMinutes), 30, 35);
        Assert.Equal(RetryPlan.Parked, After(503, RetryPlan.MostTries));
        Assert.Equal(RetryPlan.Parked, After(429, RetryPlan.MostTries, retryAfter: 1));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(500)]
    public void What_trying_again_does_not_help_is_parked_at_once(int status)
    {
        Assert.All([Urgency.Ping, Urgency.Card, Urgency.Message, Urgency.Renewal], urgency => Assert.Equal(RetryPlan.Parked, After(status, 0, urgency)));
        Assert.Equal(RetryPlan.EndAtLeastEvery, After(status, 0, Urgency.End));
    }

    [Theory]
    [InlineData(429, 20)]
    [InlineData(503, 7)]
    [InlineData(412, 0)]
    public void Asked_to_wait_it_waits_as_long_as_asked(int status, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), After(status, 0, retryAfter: seconds));

    [Fact]
    public void What_takes_a_banner_away_is_tried_every_five_seconds_and_never_parked()
    {
        foreach (var status in new[] { 0, 400, 401, 403, 404, 412, 413, 429, 500, 502, 503, 504 })
        {
            Assert.All([0, 3, 6, RetryPlan.MostTries, 100_000], tries => Assert.InRange(After(status, tries, Urgency.End, jitter: 0.999), TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(5)));
        }

        Assert.Equal(TimeSpan.FromSeconds(5), After(503, 0, Urgency.End, retryAfter: 30));
        Assert.Equal(TimeSpan.FromSeconds(30), After(429, RetryPlan.MostTries, Urgency.End, retryAfter: 30));
        Assert.Equal(TimeSpan.FromSeconds(1), After(503, 0, Urgency.End, jitter: 0.5));
    }

    [Fact]
    public void An_end_does_not_wait_for_what_was_put_off_before_it()
    {
        var now = new DateTimeOffset(2026, 11, 23, 10, 41, 0, TimeSpan.Zero);
        var (renewal, end) = (Owes(Urgency.Renewal, version: 7), Owes(Urgency.End, version: 8));
        var parked = OwedClaim.Read(new OwedClaim(null, now + RetryPlan.Parked, 1, Version: renewal.Version).Write());
        Assert.True(parked.FreeAt(now, end));
        Assert.False(parked.FreeAt(now, renewal));
        Assert.True(parked.FreeAt(now + RetryPlan.Parked, renewal));

        Assert.False((parked with { NotBefore = now + RetryPlan.EndAtLeastEvery, Version = end.Version }).FreeAt(now, end));
        Assert.False((parked with { Until = now.AddSeconds(1) }).FreeAt(now, end));
        Assert.False((parked with { TeamsAsked = true }).FreeAt(now, end));
    }

    [Fact]
    public void A_time_written_before_the_clock_was_set_back_is_not_waited_for()
    {
        var now = new DateTimeOffset(2026, 11, 23, 10, 41, 0, TimeSpan.Zero);
        var end = Owes(Urgency.End, version: 8);
        Assert.True(new OwedClaim(null, now + TimeSpan.FromMinutes(10), 1, Version: 8).FreeAt(now, end));
        Assert.True(new OwedClaim(now + TimeSpan.FromMinutes(10), null, 0, Version: 8).FreeAt(now, end));
        Assert.False(new OwedClaim(now + EffectSender.ClaimLasts, null, 0, Version: 8).FreeAt(now, end));
    }

    private static Owed Owes(Urgency urgency, long version) => new(new OwedEffect(Surface.Channel, null, null, null), urgency, DateTimeOffset.UnixEpoch, version);

    private static TimeSpan After(int status, int tries, Urgency urgency = Urgency.Card, double jitter = 0.5, int? retryAfter = null) =>
        RetryPlan.After(new ConnectorException(status, "X", ambiguous: false, retryAfter is { } wait ? TimeSpan.FromSeconds(wait) : null), tries, urgency, jitter);
}
