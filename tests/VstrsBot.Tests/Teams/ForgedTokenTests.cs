using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Xunit;

namespace VstrsBot.Tests.Teams;

/// <summary>Nobody but the Bot Service, for this bot, gets in.</summary>
public sealed class ForgedTokenTests : Door
{
    private static readonly Dictionary<string, Func<TokenText, string>> Forgeries = new(StringComparer.Ordinal)
    {
        ["nothing after the scheme"] = _ => "Bearer ",
        ["scheme alone"] = _ => "Bearer",
        ["no scheme"] = good => good.Signed(),
        ["another scheme"] = good => $"Basic {good.Signed()}",
        ["two spaces"] = good => $"Bearer  {good.Signed()}",
        ["two tokens in one header"] = good => $"Bearer {good.Signed()}, Bearer {good.Signed()}",
        ["no token at all"] = _ => "Bearer letmein",
        ["five parts"] = good => $"Bearer {good.Signed()}.AAAA.AAAA",
        ["far too long"] = good => $"Bearer {good.Claim("more", new string('x', 9000)).Signed()}",
        ["no signature"] = good => $"Bearer {good.Signed()[..(good.Signed().LastIndexOf('.') + 1)]}",
        ["algorithm none"] = good => Bearer(good.Head("alg", "none").Signed()),
        ["algorithm none, unsigned"] = good => $"Bearer {SigningKey.Encode(good.Head("alg", "none").Header.ToJsonString())}.{SigningKey.Encode(good.Claims.ToJsonString())}.",
        ["public key as shared secret"] = good => Bearer(SigningKey.First.MacWithPublicKey(good.Head("alg", "HS256").Header.ToJsonString(), good.Claims.ToJsonString())),
        ["RS384"] = good => Bearer(SigningKey.First.SignAs(HashAlgorithmName.SHA384, good.Head("alg", "RS384").Header.ToJsonString(), good.Claims.ToJsonString())),
        ["RS512"] = good => Bearer(SigningKey.First.SignAs(HashAlgorithmName.SHA512, good.Head("alg", "RS512").Header.ToJsonString(), good.Claims.ToJsonString())),
        ["a critical extension"] = good => Bearer(good.Head("crit", new JsonArray("exp")).Signed()),
        ["no key named"] = good => Bearer(good.WithoutHead("kid").Signed()),
        ["empty key name"] = good => Bearer(good.Head("kid", "").Signed()),
        ["key name in other letters"] = good => Bearer(good.Head("kid", "KEY-1").Signed()),
        ["key nobody published"] = good => Bearer(good.SignedBy(SigningKey.Second)),
        ["signed by another key than named"] = good => Bearer(good.Signed(SigningKey.Second)),
        ["run out"] = good => Bearer(good.Claim("exp", Now(good) - 301).Claim("nbf", Now(good) - 3600).Signed()),
        ["not yet valid"] = good => Bearer(good.Claim("nbf", Now(good) + 301).Signed()),
        ["ends before it begins"] = good => Bearer(good.Claim("nbf", Now(good) + 60).Claim("exp", Now(good) + 30).Signed()),
        ["no end"] = good => Bearer(good.Without("exp").Signed()),
        ["no beginning"] = good => Bearer(good.Without("nbf").Signed()),
        ["end as text"] = good => Bearer(good.Claim("exp", (Now(good) + 3600).ToString()).Signed()),
        ["end past all years"] = good => Bearer(good.Claim("exp", long.MaxValue).Signed()),
        ["another bot's"] = good => Bearer(good.Claim("aud", "99999999-2222-4333-8444-555555555555").Signed()),
        ["no audience"] = good => Bearer(good.Without("aud").Signed()),
        ["empty audience"] = good => Bearer(good.Claim("aud", "").Signed()),
        ["audience with a slash"] = good => Bearer(good.Claim("aud", Ids.App + "/").Signed()),
        ["audience as address"] = good => Bearer(good.Claim("aud", $"api://{Ids.App}").Signed()),
        ["audiences, ours among them"] = good => Bearer(good.Claim("aud", new JsonArray(Ids.App, "another")).Signed()),
        ["audience as a list of one"] = good => Bearer(good.Claim("aud", new JsonArray(Ids.App)).Signed()),
        ["another issuer"] = good => Bearer(good.Claim("iss", "https://issuer.example").Signed()),
        ["issuer with a slash"] = good => Bearer(good.Claim("iss", LocalIssuer.Issuer + "/").Signed()),
        ["no issuer"] = good => Bearer(good.Without("iss").Signed()),
        ["issuer a number"] = good => Bearer(good.Claim("iss", 7).Signed()),
        ["issuer of another cloud"] = good => Bearer(good.Claim("iss", "https://api.botframework.us").Signed()),
        ["issuer of a directory, version 1"] = good => Bearer(good.Claim("iss", $"https://sts.windows.net/{Ids.OtherTenant}/").Claim("tid", Ids.Tenant).Claim("ver", "1.0").Claim("appid", Ids.App).Signed()),
        ["issuer of a directory, version 2"] = good => Bearer(good.Claim("iss", $"https://login.microsoftonline.com/{Ids.OtherTenant}/v2.0").Claim("tid", Ids.Tenant).Claim("ver", "2.0").Claim("azp", Ids.App).Signed()),
        ["another bot as skill"] = good => Bearer(good.Claim("iss", $"https://login.microsoftonline.com/{Ids.Tenant}/v2.0").Claim("ver", "2.0").Claim("azp", "99999999-2222-4333-8444-555555555555").Signed()),
        ["no service address"] = good => Bearer(good.Without("serviceurl").Signed()),
        ["empty service address"] = good => Bearer(good.Claim("serviceurl", "").Signed()),
        ["service address a list"] = good => Bearer(good.Claim("serviceurl", new JsonArray(Ids.ServiceUrl)).Signed()),
        ["another service address"] = good => Bearer(good.Claim("serviceurl", "https://smba.trafficmanager.net/amer/").Signed()),
        ["service address with two slashes"] = good => Bearer(good.Claim("serviceurl", Ids.ServiceUrl + "/").Signed()),
        ["a claim twice"] = good => Bearer(SigningKey.First.Sign(good.Header.ToJsonString(), good.Claims.ToJsonString().Replace("{", "{\"aud\":\"another\",", StringComparison.Ordinal))),
        ["a header member twice"] = good => Bearer(SigningKey.First.Sign(good.Header.ToJsonString().Replace("{", "{\"alg\":\"none\",", StringComparison.Ordinal), good.Claims.ToJsonString())),
        ["claims a list"] = good => Bearer(SigningKey.First.Sign(good.Header.ToJsonString(), "[]")),
        ["claims no JSON"] = good => Bearer(SigningKey.First.Sign(good.Header.ToJsonString(), "hello")),
        ["header no JSON"] = good => Bearer(SigningKey.First.Sign("hello", good.Claims.ToJsonString())),
        ["half a character in a claim"] = good => Bearer(SigningKey.First.Sign(good.Header.ToJsonString(), good.Claims.ToJsonString().Replace(Ids.ServiceUrl, "\\ud800", StringComparison.Ordinal))),
    };

    public static TheoryData<string> Names => [.. Forgeries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_forged_call_gets_401_and_leaves_a_counter_and_one_bland_line(string forgery)
    {
        var header = Forgeries[forgery](Token());

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
        Assert.Equal(200, (await PostAsync(Said.Message(), Bearer(Token().Claim("serviceurl", claimed).Signed()))).Status);

    [Theory]
    [InlineData("exp", -299)]
    [InlineData("nbf", 299)]
    public async Task Clocks_may_differ_by_five_minutes(string claim, int seconds)
    {
        var token = Token();
        token.Claim("nbf", Now(token) - 3600).Claim(claim, Now(token) + seconds);

        Assert.Equal(200, (await PostAsync(Said.Message(), Bearer(token.Signed()))).Status);
    }

    private static string Bearer(string token) => $"Bearer {token}";

    private static long Now(TokenText token) => token.Claims["exp"]!.GetValue<long>() is var end and < long.MaxValue
        ? end - 3600
        : throw new InvalidOperationException("Ask before changing the end.");
}
