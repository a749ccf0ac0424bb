using TeamsStandIn.Connector;
using Xunit;

namespace VstrsBot.Tests.PretendTeams;

public sealed class RateLimitTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_eighth_write_in_a_second_to_one_chat_is_throttled_and_told_when_to_come_back()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var chat = await desk.ChatAsync("Priya Shah", Ct);
        desk.Time.Advance(TimeSpan.FromMinutes(2));

        for (var n = 0; n < 7; n++) Assert.Equal(201, (await desk.Connector.SendAsync(chat, Cards.Text("x"), Ct)).Status);
        var eighth = await desk.Connector.SendAsync(chat, Cards.Text("x"), Ct);

        Assert.Equal((429, "Throttled", TimeSpan.FromSeconds(1)), (eighth.Status, eighth.Code, eighth.RetryAfter));
        Assert.Equal(7, desk.Teams.As("Priya Shah").Chat.Count);
        desk.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(201, (await desk.Connector.SendAsync(chat, Cards.Text("x"), Ct)).Status);
    }

    [Fact]
    public async Task With_the_limits_off_every_request_goes_through_and_is_still_counted()
    {
        await using var desk = await Desk.OpenAsync(Ct, o => o with { EnforceLimits = false });
        var chat = await desk.ChatAsync("Priya Shah", Ct);
        desk.Time.Advance(TimeSpan.FromMinutes(2));

        for (var n = 0; n < 8; n++) Assert.Equal(201, (await desk.Connector.SendAsync(chat, Cards.Text("x"), Ct)).Status);

        var breach = Assert.Single(desk.Teams.Limits.Breaches);
        Assert.Equal((chat, TimeSpan.FromSeconds(1), 7), (breach.Thread, breach.Window, breach.Limit));
    }

    [Theory]
    [InlineData(true, 1, 7)]
    [InlineData(true, 2, 8)]
    [InlineData(true, 30, 60)]
    [InlineData(true, 3600, 1800)]
    [InlineData(false, 1, 14)]
    [InlineData(false, 2, 16)]
    [InlineData(false, 30, 120)]
    [InlineData(false, 3600, 3600)]
    public void Each_window_allows_its_number_and_no_more(bool write, int seconds, int allowed)
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var limits = new RateLimits(time);
        var step = TimeSpan.FromSeconds(seconds) / (allowed + 1); // evenly, so that only this window can fill

        var through = 0;
        for (var n = 0; n < allowed + 1; n++)
        {
            if (limits.Count("a:1", write) is null) through++;
            time.Advance(step);
        }

        Assert.Equal(allowed, through);
        Assert.All(limits.Breaches, b => Assert.Equal(TimeSpan.FromSeconds(seconds), b.Window));
    }

    [Fact]
    public void Threads_do_not_count_against_each_other_but_the_tenant_has_a_limit_of_its_own()
    {
        var limits = new RateLimits(new Microsoft.Extensions.Time.Testing.FakeTimeProvider());

        for (var n = 0; n < 50; n++) Assert.Null(limits.Count($"a:{n}", write: true));

        Assert.NotNull(limits.Count("a:50", write: true));
        Assert.Null(Assert.Single(limits.Breaches).Thread);
    }
}
