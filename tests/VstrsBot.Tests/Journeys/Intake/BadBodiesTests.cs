using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace VstrsBot.Tests.Journeys.Intake;

/// <summary>Whatever is sent that cannot be read: a clear answer, nothing changed, nothing asked of Teams.</summary>
public sealed class BadBodiesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("42")]
    [InlineData("{}")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":"message","type":"invoke"}""")]
    [InlineData("""{"type":"message","text":"\ud800"}""")]
    [InlineData("""{"type":"message"} {"type":"message"}""")]
    [InlineData("""{"type":"message","from":"Tom"}""")]
    public Task What_is_no_activity_is_answered_400(string body) => Desk.PlayAsync(async desk =>
    {
        var status = await desk.ChangesNothingAsync(() => PostAsync(desk, body, "application/json"));
        Assert.Equal(400, status);
    });

    [Fact]
    public Task A_body_of_another_kind_or_too_long_is_refused() => Desk.PlayAsync(async desk =>
    {
        Assert.Equal(415, await desk.ChangesNothingAsync(() => PostAsync(desk, "handoff", "text/plain")));
        var long1 = $$"""{"type":"message","text":"{{new string('a', 400_000)}}"}""";
        Assert.Equal(413, await desk.ChangesNothingAsync(() => PostAsync(desk, long1, "application/json")));
    });

    [Theory]
    [InlineData("adaptiveCard/other")]
    [InlineData("task/other")]
    [InlineData("fileConsent/invoke")]
    [InlineData("signin/verifyState")]
    [InlineData("")]
    public Task An_unknown_invoke_name_is_answered_501(string name) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var value = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "withdraw", ["data"] = new JsonObject { ["handoff"] = number } } };
        Assert.Equal(501, (await desk.ChangesNothingAsync(() => desk.Tom.RawInvokeAsync(name, value))).Status);
    });

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"accept\"")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"action":null}""")]
    [InlineData("""{"action":"accept"}""")]
    [InlineData("""{"action":[]}""")]
    [InlineData("""{"action":{"verb":"accept","data":"K7F3"}}""")]
    [InlineData("""{"action":{"verb":"accept","data":[]}}""")]
    [InlineData("""{"action":{"verb":"accept","data":17}}""")]
    [InlineData("""{"action":{"verb":7,"data":{}}}""")]
    [InlineData("""{"action":{"verb":null,"data":{}}}""")]
    [InlineData("""{"action":{"verb":"","data":{}}}""")]
    [InlineData("""{"action":{"verb":{"accept":1},"data":{}}}""")]
    [InlineData("""{"action":{"verb":"accept"}}""")]
    [InlineData("""{"action":{"verb":"accept","data":null}}""")]
    [InlineData("""{"action":{"verb":"accept","data":{"handoff":null}}}""")]
    [InlineData("""{"action":{"verb":"accept","data":{"handoff":{"id":"K7F3"}}}}""")]
    [InlineData("""{"action":{"verb":"accept","data":{"handoff":["K7F3"]}}}""")]
    [InlineData("""{"action":{"verb":"accept","data":{"handoff":true}}}""")]
    [InlineData("""{"action":{"verb":"accept","data":{"handoff":1234}}}""")]
    [InlineData("""{"action":{"verb":"accept","data":{"handoff":""}}}""")]
    [InlineData("""{"action":{"verb":"accept","data":{"handoff":"K7F3|Channel"}}}""")]
    [InlineData("""{"action":{"verb":"accept","data":{"handoff":"'; drop table rows; --"}}}""")]
    [InlineData("""{"action":{"verb":"findSomeone","data":{"draft":null}}}""")]
    [InlineData("""{"action":{"verb":"findSomeone","data":{"draft":"a|b"}}}""")]
    [InlineData("""{"action":{"verb":"findSomeone","data":{"draft":["a"]}}}""")]
    public Task A_press_that_cannot_be_read_is_answered_with_a_sentence(string value) => Desk.PlayAsync(async desk =>
    {
        await desk.PostAsync();
        foreach (var person in new[] { desk.Tom, desk.Priya })
        {
            var answer = await desk.ChangesNothingAsync(() => person.RawInvokeAsync("adaptiveCard/action", JsonNode.Parse(value)));
            Assert.Equal((200, false), (answer.Status, answer.WentWrong));
            Assert.EndsWith(".", answer.Message!.Replace("Type: help", "help."), StringComparison.Ordinal);
        }
    });

    [Theory]
    [InlineData("unknownVerb")]
    [InlineData("ACCEPT")]
    [InlineData("accept ")]
    [InlineData("Handoff.Accept")]
    [InlineData("__proto__")]
    [InlineData("\u202Etpecca")]
    public Task An_unknown_verb_is_answered_with_a_sentence(string verb) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var answer = await desk.ChangesNothingAsync(() => desk.Priya.RawPressAsync(verb, new JsonObject { ["handoff"] = number, ["surface"] = "ping" }));
        Assert.Equal((200, "This button is not known here. Type: help"), (answer.Status, answer.Message));
    });

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("task/submit")]
    [InlineData("composeExtension/fetchTask")]
    [InlineData("composeExtension/submitAction")]
    public Task A_dialog_that_cannot_be_read_is_answered_with_a_sentence(string name) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        foreach (var value in new[] { "null", "[]", "7", "{}", """{"data":[]}""", """{"data":{"verb":7}}""", """{"commandId":{}}""", """{"data":{"verb":"unknown"}}""", """{"data":{"verb":"endCall","handoff":"NUMBER"}}""" })
        {
            var answer = await desk.ChangesNothingAsync(() => desk.Tom.RawInvokeAsync(name, JsonNode.Parse(value.Replace("NUMBER", number, StringComparison.Ordinal))));
            Assert.Equal(200, answer.Status);
            Assert.False(string.IsNullOrWhiteSpace(answer.TaskMessage), $"{value}: {answer.Body}");
        }
    });

    private static async Task<int> PostAsync(Desk desk, string body, string contentType)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, desk.Endpoint) { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", desk.Teams.Issuer.Sign(desk.Teams.ServiceUrl, null));
        using var response = await http.SendAsync(request);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        return (int)response.StatusCode;
    }
}
