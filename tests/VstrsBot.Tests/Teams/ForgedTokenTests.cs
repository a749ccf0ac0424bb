using Xunit;

namespace VstrsBot.Tests.Teams;

/// <summary>Nobody but the Bot Service, for this bot, gets in.</summary>
public sealed class ForgedTokenTests : Door
{
    public static TheoryData<string> Names => [.. Forgeries.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_forged_call_gets_401_and_leaves_a_counter_and_one_bland_line(string forgery)
    {
        var header = Forgeries.All[forgery](Token());

        var reply = await PostAsync(Said.Message("canary words"), header);

        Assert.Equal(401, reply.Status);
        Assert.Empty(reply.Body);
        Assert.Empty(Handler.Handled);
        Assert.Equal(1, Refused);
        var line = Assert.Single(Logs.Ours);
        Assert.DoesNotContain("canary", line, StringComparison.Ordinal);
        if (header.Length > 20) Assert.DoesNotContain(header[^20..], Logs.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_without_the_header_gets_401()
    {
        var reply = await SendAsync(HttpMethod.Post, Json(Said.Message().ToJsonString()));

        Assert.Equal(401, reply.Status);
        Assert.Empty(Handler.Handled);
    }

    [Fact]
    public async Task A_call_with_the_header_twice_gets_401()
    {
        var line = $"Authorization: Bearer {Token().Signed()}\r\n";

        Assert.StartsWith("HTTP/1.1 200", await PostRawAsync(line, Said.Message()), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 401", await PostRawAsync(line + line, Said.Message()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_good_token_gets_in()
    {
        var reply = await PostAsync(Said.Message());

        Assert.True(reply.Status == 200, Logs.Everything);
        Assert.Single(Handler.Handled);
        Assert.Equal(0, Refused);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea")]
    [InlineData("https://SMBA.trafficmanager.net/emea/")]
    public async Task A_service_address_that_differs_in_one_slash_or_in_capitals_is_the_same(string claimed) =>
        Assert.Equal(200, (await PostAsync(Said.Message(), $"Bearer {Token().Claim("serviceurl", claimed).Signed()}")).Status);

    [Theory]
    [InlineData("exp", -299)]
    [InlineData("nbf", 299)]
    public async Task Clocks_may_differ_by_five_minutes(string claim, int seconds)
    {
        var token = Token();
        token.Claim("nbf", Forgeries.Now(token) - 3600).Claim(claim, Forgeries.Now(token) + seconds);

        Assert.Equal(200, (await PostAsync(Said.Message(), $"Bearer {token.Signed()}")).Status);
    }
}
