using System.Text.Json.Nodes;
using VstrsBot.Teams.Inbound;
using Xunit;

namespace VstrsBot.Tests.Teams;

/// <summary>What goes back to Teams.</summary>
public sealed class AnswerTests : Door
{
    [Fact]
    public async Task A_message_is_answered_200_and_nothing_whatever_the_handler_says()
    {
        Handler.Answer = (_, _) => Task.FromResult(InvokeResponse.Message("not for a message"));

        var reply = await PostAsync(Said.Message());

        Assert.Equal(200, reply.Status);
        Assert.Empty(reply.Body);
    }

    [Fact]
    public async Task An_unknown_kind_of_activity_is_answered_200() => Assert.Equal(200, (await PostAsync(Said.Event("somethingNew"))).Status);

    [Fact]
    public async Task An_unknown_invoke_is_answered_501()
    {
        Handler.Answer = (_, _) => Task.FromResult(InvokeResponse.NotImplemented);

        var reply = await PostAsync(Said.Invoke("something/new"));

        Assert.Equal(501, reply.Status);
        Assert.Empty(reply.Body);
    }

    [Fact]
    public async Task An_invoke_gets_the_handlers_body_as_json_that_nobody_may_keep()
    {
        Handler.Answer = (_, _) => Task.FromResult(InvokeResponse.Message("Priya Shah has K7F3."));

        var reply = await PostAsync(Said.Invoke("adaptiveCard/action", new JsonObject()));

        Assert.Equal(200, reply.Status);
        Assert.Equal("application/json; charset=utf-8", reply.Type!.ToString());
        Assert.True(reply.Caching!.NoStore);
        Assert.Equal("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Priya Shah has K7F3."}""", reply.Body);
    }

    [Fact]
    public async Task A_fault_on_a_card_action_is_still_http_200_with_an_error_in_the_body()
    {
        Fail();

        var reply = await PostAsync(Said.Invoke("adaptiveCard/action", new JsonObject()));

        Assert.Equal(200, reply.Status);
        var body = JsonNode.Parse(reply.Body)!;
        Assert.Equal(500, body["statusCode"]!.GetValue<int>());
        Assert.Equal("application/vnd.microsoft.error", body["type"]!.GetValue<string>());
        Assert.DoesNotContain("canary", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_on_another_invoke_is_500_and_nothing()
    {
        Fail();

        var reply = await PostAsync(Said.Invoke("task/submit", new JsonObject()));

        Assert.Equal(500, reply.Status);
        Assert.Empty(reply.Body);
    }

    [Fact]
    public async Task A_fault_is_logged_without_the_words_in_it()
    {
        Fail();

        await PostAsync(Said.Message());

        Assert.Contains("System.InvalidOperationException", Assert.Single(Logs.Ours), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", Logs.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_given_up()
    {
        using var waiting = new SemaphoreSlim(0);
        Handler.Answer = async (_, ct) =>
        {
            waiting.Release();
            await Task.Delay(Timeout.InfiniteTimeSpan, Time, ct);
            return InvokeResponse.Empty;
        };

        var call = PostAsync(Said.Invoke("task/fetch", new JsonObject()));
        await waiting.WaitAsync(Stop);
        Time.Advance(Settings.AnswerWithin);

        Assert.Equal(500, (await call).Status);
    }

    [Fact]
    public async Task An_issuer_and_a_handler_that_both_hang_cost_nine_seconds_together()
    {
        Assert.Equal(200, (await PostAsync(Said.Message())).Status);
        Time.Advance(TimeSpan.FromMinutes(5));
        Issuer.Hangs = true;
        using var waiting = new SemaphoreSlim(0);
        Handler.Answer = async (_, ct) =>
        {
            waiting.Release();
            await Task.Delay(Timeout.InfiniteTimeSpan, Time, ct);
            return InvokeResponse.Empty;
        };

        var call = PostAsync(Said.Invoke("adaptiveCard/action", new JsonObject()));
        await Issuer.SomebodyHangsAsync(Stop);
        Time.Advance(TimeSpan.FromSeconds(5));
        await waiting.WaitAsync(Stop);
        Time.Advance(Settings.AnswerWithin - TimeSpan.FromSeconds(5));

        Assert.Equal(200, (await call).Status); // with the fault in the body
    }

    [Fact]
    public async Task Nothing_anybody_typed_and_no_token_stands_in_any_log_at_any_level()
    {
        var token = Token().Signed();
        await PostAsync(Said.Message("canary words").With("from.name", "canary name"), $"Bearer {token}");
        await PostAsync(Said.Invoke("adaptiveCard/action", JsonNode.Parse("""{"action":{"verb":"x","data":{"typed":"canary input"}}}""")), $"Bearer {token}");

        Assert.Equal(2, Handler.Handled.Count);
        Assert.NotEmpty(Logs.Everything);
        Assert.DoesNotContain("canary", Logs.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(token[^40..], Logs.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Ids.TomReed, Logs.Everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type")]
    [InlineData("name")]
    [InlineData("id")]
    [InlineData("channelId")]
    [InlineData("serviceUrl")]
    [InlineData("action")]
    [InlineData("replyToId")]
    [InlineData("from.name")]
    [InlineData("from.aadObjectId")]
    [InlineData("conversation.id")]
    [InlineData("recipient.id")]
    public async Task No_field_of_an_activity_writes_a_line_of_its_own_in_the_log(string field)
    {
        await PostAsync(Said.Invoke("adaptiveCard/action", new JsonObject()).With(field, "x\r\nforged line\u001b[31m\u202e"));

        Assert.NotEmpty(Logs.Everything);
        Assert.DoesNotContain("forged line", Logs.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Logs.Ours, line => line.Any(char.IsControl));
    }

    private void Fail() => Handler.Answer = (_, _) => throw new InvalidOperationException("canary words somebody typed");
}
