using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using VstrsBot.Teams.Inbound;
using Xunit;

namespace VstrsBot.Tests.Teams;

/// <summary>What a body must be before anybody looks at it.</summary>
public sealed class BodyTests : Door
{
    public static TheoryData<string> NoActivities =>
    [
        "", "null", "[]", "7", "\"message\"", "{", "{}x", "{\"type\":null}", "{\"type\":\"\"}", "{\"type\":7}", "{\"text\":\"help\"}",
        "{\"type\":\"message\",\"from\":\"Tom\"}", "{\"type\":\"message\",\"conversation\":[]}", "{\"type\":\"message\",\"membersAdded\":{}}",
        "{\"type\":\"message\",\"Type\":7,}", "// a comment\n{\"type\":\"message\"}", "\uFEFF{\"type\":\"message\"}",
        "{\"type\":\"message\",\"type\":\"message\"}",
        "{\"type\":\"message\",\"from\":{\"id\":\"29:1\",\"id\":\"29:2\"}}",
        "{\"type\":\"message\",\"value\":{\"verb\":\"a\",\"verb\":\"b\"}}",
        "{\"type\":\"message\",\"more\":{\"a\":1,\"\\u0061\":2}}",
        "{\"type\":\"message\",\"text\":\"\\ud800\"}",
        "{\"type\":\"message\",\"value\":{\"x\":\"\\udc00\"}}",
        "{\"type\":\"message\",\"value\":{\"\\ud800\":1}}",
        "{\"type\":\"message\",\"value\":" + new string('[', 40) + new string(']', 40) + "}",
    ];

    [Theory]
    [MemberData(nameof(NoActivities))]
    public async Task What_is_no_activity_gets_400(string body)
    {
        var reply = await PostAsync(Json(body));

        Assert.Equal(400, reply.Status);
        Assert.Empty(reply.Body);
        Assert.Empty(Handler.Handled);
        Assert.Equal(1, Refused);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_get_400()
    {
        var body = Encoding.UTF8.GetBytes(Said.Message("caf\u00e9").ToJsonString());
        Assert.Equal(400, (await PostAsync(Bytes([.. body[..^2], 0xFF, .. body[^2..]]))).Status);
        Assert.Equal(400, (await PostAsync(Bytes(Encoding.Unicode.GetBytes(Said.Message().ToJsonString())))).Status);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/vnd.api+json")]
    [InlineData("json")]
    [InlineData(null)]
    public async Task Another_content_type_gets_415(string? type)
    {
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes(Said.Message().ToJsonString()));
        if (type is not null) body.Headers.TryAddWithoutValidation("Content-Type", type);

        Assert.Equal(415, (await PostAsync(body)).Status);
    }

    [Fact]
    public async Task A_compressed_body_gets_415()
    {
        var body = Json(Said.Message().ToJsonString());
        body.Headers.ContentEncoding.Add("gzip");

        Assert.Equal(415, (await PostAsync(body)).Status);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    public async Task Json_in_utf8_is_read(string type)
    {
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes(Said.Message().ToJsonString()));
        body.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        Assert.Equal(200, (await PostAsync(body)).Status);
    }

    [Fact]
    public async Task A_body_over_the_limit_gets_413()
    {
        Assert.Equal(413, (await PostAsync(Said.Message(new string('x', Settings.BodyLimit)))).Status);
        Assert.Empty(Handler.Handled);
    }

    [Fact]
    public async Task A_body_over_the_limit_that_does_not_say_how_long_it_is_gets_413()
    {
        using var pieces = new StreamContent(new NoLength(new byte[Settings.BodyLimit + 1]));
        pieces.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        Assert.Equal(413, (await PostAsync(pieces)).Status);
    }

    [Fact]
    public async Task A_body_of_just_the_limit_is_read()
    {
        var length = Encoding.UTF8.GetByteCount(Said.Message("").ToJsonString());
        Assert.Equal(200, (await PostAsync(Said.Message(new string('x', Settings.BodyLimit - length)))).Status);
    }

    [Fact]
    public async Task A_body_that_does_not_come_in_time_gets_408()
    {
        await using var never = new NeverEnding();
        var context = new DefaultHttpContext { RequestServices = Services };
        context.Request.Headers.Authorization = $"Bearer {Token().Signed()}";
        context.Request.ContentType = "application/json";
        context.Request.Body = never;

        var answer = Services.GetRequiredService<ActivityEndpoint>().AnswerAsync(context);
        await never.AskedAsync(Stop);
        Time.Advance(Settings.AnswerWithin);
        await answer;

        Assert.Equal(408, context.Response.StatusCode);
        Assert.Empty(Handler.Handled);
        Assert.Equal(1, Refused);
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n", "zz\r\n{}\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: gzip\r\n", "{}")]
    [InlineData("Content-Length: -1\r\n", "{}")]
    [InlineData("Content-Length: 2\r\nContent-Length: 3\r\n", "{}")]
    public async Task A_body_wrongly_wrapped_gets_4xx(string header, string body)
    {
        Assert.Matches("^HTTP/1.1 4[0-9][0-9] ", await PostRawAsync($"Authorization: Bearer {Token().Signed()}\r\n{header}", body));
        Assert.Empty(Handler.Handled);
    }

    [Fact]
    public async Task Whoever_is_not_proven_learns_nothing_about_the_body()
    {
        Assert.Equal(401, (await SendAsync(HttpMethod.Post, Json("{"), "Bearer x")).Status);
        Assert.Equal(401, (await SendAsync(HttpMethod.Post, new ByteArrayContent(new byte[Settings.BodyLimit + 1]), "Bearer x")).Status);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("PATCH")]
    public async Task Other_methods_get_405(string method)
    {
        var reply = await SendAsync(new HttpMethod(method), body: null, $"Bearer {Token().Signed()}");

        Assert.Equal(405, reply.Status);
        Assert.Empty(reply.Body);
    }

    [Fact]
    public async Task Bodies_with_bytes_changed_are_answered_and_never_break_anything()
    {
        var good = Encoding.UTF8.GetBytes(Said.Invoke("adaptiveCard/action", JsonNode.Parse("""{"action":{"type":"Action.Execute","verb":"end","data":{"handoff":"K7F3"}}}""")).ToJsonString());
        var changes = Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Array[1, 4].Array[400].Single();

        foreach (var change in changes)
        {
            var body = good.ToArray();
            foreach (var (at, value) in change) body[at] = value;
            Assert.InRange((await PostAsync(Bytes(body))).Status, 200, 499);
        }
    }

    private static ByteArrayContent Bytes(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    /// <summary>A caller who sends headers and then nothing.</summary>
    private sealed class NeverEnding : MemoryStream
    {
        private readonly SemaphoreSlim asked = new(0);

        public Task AskedAsync(CancellationToken ct) => asked.WaitAsync(ct);

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            asked.Release();
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            return 0;
        }

        protected override void Dispose(bool disposing)
        {
            asked.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class NoLength(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
