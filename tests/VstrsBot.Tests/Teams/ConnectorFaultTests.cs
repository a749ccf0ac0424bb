using VstrsBot.Teams.Outbound;
using Xunit;

namespace VstrsBot.Tests.Teams;

/// <summary>What whoever retries learns when Teams does not say yes. Nothing here tries again by itself, but for one fresh token.</summary>
public sealed class ConnectorFaultTests : ConnectorDesk
{
    [Theory]
    [InlineData(400, "BadArgument", false)]
    [InlineData(403, "BotNotInConversationRoster", false)]
    [InlineData(404, "ConversationNotFound", false)]
    [InlineData(412, "PreconditionFailed", false)]
    [InlineData(413, "MessageSizeTooBig", false)]
    [InlineData(429, "Throttled", false)]
    [InlineData(500, "ServiceError", true)]
    [InlineData(502, "BadGateway", true)]
    [InlineData(503, "ServiceUnavailable", true)]
    [InlineData(504, "GatewayTimeout", true)]
    public async Task A_refusal_is_tried_once_and_told_with_its_code(int status, string code, bool ambiguous)
    {
        Teams.Answer = FakeConnector.Replies(status, $$"""{"error":{"code":"{{code}}","message":"canary"} }""");

        var fault = await RefusedAsync();

        Assert.Equal((status, code, ambiguous), (fault.Status, fault.Code, fault.Ambiguous));
        Assert.Null(fault.RetryAfter);
        Assert.DoesNotContain("canary", fault.ToString(), StringComparison.Ordinal);
        Assert.Single(Teams.Requests);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("Mon, 23 Nov 2026 10:42:30 GMT", 30)]
    [InlineData("Mon, 23 Nov 2026 10:00:00 GMT", 0)]
    [InlineData("999999", 3600)]
    public async Task How_long_to_wait_is_told(string header, int seconds)
    {
        Teams.Answer = FakeConnector.Replies(429, "", ("Retry-After", header));

        Assert.Equal(TimeSpan.FromSeconds(seconds), (await RefusedAsync()).RetryAfter);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>canary</html>")]
    [InlineData("[]")]
    [InlineData("""{"error":"canary"}""")]
    [InlineData("""{"error":{"code":"two words"}}""")]
    [InlineData("""{"error":{"code":"line\nbreak"}}""")]
    public async Task A_refusal_that_says_nothing_plain_has_no_code(string body)
    {
        Teams.Answer = FakeConnector.Replies(502, body);

        Assert.Equal("NoCode", (await RefusedAsync()).Code);
    }

    [Fact]
    public async Task After_401_one_fresh_token_is_tried()
    {
        Teams.Answer = context => FakeConnector.Replies(context.Request.Headers.Authorization == "Bearer token-2" ? 200 : 401, """{"id":"17"}""")(context);

        Assert.Equal("17", await SendAsync());

        Assert.Equal(["Bearer token-1", "Bearer token-2"], Teams.Requests.Select(request => request.Authorization));
        Assert.Equal("""{"type":"message","textFormat":"plain","text":"Call taken at 10:45am."}""", Teams.Requests[1].Body!.ToJsonString());
    }

    [Fact]
    public async Task A_second_401_is_told()
    {
        Teams.Answer = FakeConnector.Replies(401, """{"error":{"code":"BotNotRegistered"}}""");

        var fault = await RefusedAsync();

        Assert.Equal((401, "BotNotRegistered", false), (fault.Status, fault.Code, fault.Ambiguous));
        Assert.Equal(2, Teams.Requests.Count);
        Assert.Equal(2, Tokens.Issued);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = new FakeConnector();
        await elsewhere.StartAsync();
        Teams.Answer = FakeConnector.Replies(302, "", ("Location", elsewhere.Address.ToString()));

        Assert.Equal(302, (await RefusedAsync()).Status);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_leaves_it_open_whether_it_was_done()
    {
        Teams.Answer = context => Task.Delay(Timeout.InfiniteTimeSpan, Time, context.RequestAborted);

        var call = RefusedAsync();
        await Teams.ArrivedAsync(Stop);
        Time.Advance(Settings.SendTimeout);

        var fault = await call;
        Assert.Equal((0, ConnectorException.TimedOut, true), (fault.Status, fault.Code, fault.Ambiguous));
    }

    [Fact]
    public async Task A_token_that_does_not_come_in_time_was_certainly_no_call()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var given = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Tokens.Before = () =>
        {
            asked.SetResult();
            return given.Task.WaitAsync(Stop);
        };

        var call = RefusedAsync();
        await asked.Task.WaitAsync(Stop);
        Time.Advance(Settings.SendTimeout);

        var fault = await call;
        Assert.Equal((0, ConnectorException.TokenUnavailable, false), (fault.Status, fault.Code, fault.Ambiguous));
        Assert.Empty(Teams.Requests);
        given.SetResult();
    }

    [Fact]
    public async Task A_second_attempt_has_only_what_the_first_left_of_the_time()
    {
        Teams.Answer = context =>
        {
            Time.Advance(Settings.SendTimeout - TimeSpan.FromSeconds(1));
            Teams.Answer = again => Task.Delay(Timeout.InfiniteTimeSpan, Time, again.RequestAborted);
            return FakeConnector.Replies(401)(context);
        };

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        var call = RefusedAsync();
        await Teams.ArrivedAsync(patience.Token);
        await Teams.ArrivedAsync(patience.Token);
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(ConnectorException.TimedOut, (await call.WaitAsync(patience.Token)).Code);
    }

    [Fact]
    public void No_send_outlasts_its_claim() => Assert.True(ConnectorCalls.Longest + TimeSpan.FromSeconds(2) <= VstrsBot.Outbox.EffectSender.ClaimLasts);

    [Fact]
    public async Task A_connection_cut_after_sending_leaves_it_open_whether_it_was_done()
    {
        Teams.Answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        var fault = await RefusedAsync();
        Assert.Equal((0, ConnectorException.NoConnection, true), (fault.Status, fault.Code, fault.Ambiguous));
        Assert.Single(Teams.Requests);
    }

    [Fact]
    public async Task A_connection_never_made_was_certainly_not_done()
    {
        await Teams.DisposeAsync();

        var fault = await RefusedAsync();
        Assert.Equal((0, ConnectorException.NoConnection, false), (fault.Status, fault.Code, fault.Ambiguous));
    }

    [Fact]
    public async Task Whoever_gives_up_is_told_just_that()
    {
        Teams.Answer = context => Task.Delay(Timeout.InfiniteTimeSpan, Time, context.RequestAborted);
        using var enough = new CancellationTokenSource();

        var call = Xunit.Record.ExceptionAsync(() => Connector.SendAsync(Teams.Address, "a:1", new OutgoingActivity.Words("x"), enough.Token));
        await Teams.ArrivedAsync(Stop);
        await enough.CancelAsync();

        Assert.IsAssignableFrom<OperationCanceledException>(await call);
    }

    [Fact]
    public async Task No_address_id_or_token_stands_in_any_log_at_any_level()
    {
        await SendAsync("a:1canary");

        Assert.DoesNotContain("canary", Logs.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("token-1", Logs.Everything, StringComparison.Ordinal);
    }
}
