using CsCheck;
using Xunit;

namespace VstrsBot.Tests.Teams;

/// <summary>
/// The same calls put to this endpoint and to npm botframework-connector 4.23.3, with the same issuer: wherever that library refuses, so
/// does the bot. Where the bot is stricter stands here, with why, and nothing else.
/// </summary>
public sealed class ConnectorDifferenceTests : Door
{
    /// <summary>The service address is one address, whatever its capitals and with or without its last slash.</summary>
    private static readonly string[] SameAddress = ["claim without the last slash", "claim in capitals", "activity without the last slash"];

    private static readonly Dictionary<string, string> Stricter = new(StringComparer.Ordinal)
    {
        ["far too long"] = "No token of the service comes near 8 KiB.",
        ["RS384"] = "The metadata lists RS256 alone.",
        ["RS512"] = "The metadata lists RS256 alone.",
        ["a critical extension"] = "RFC 7515: who does not know what is critical must refuse.",
        ["no beginning"] = "The documentation wants now inside nbf..exp.",
        ["no end"] = "A token for ever.",
        ["end past all years"] = "A token for ever.",
        ["ends before it begins"] = "Never valid: only the clock skew on both sides lets it in.",
        ["a claim twice"] = "Which of the two counts depends on the reader.",
        ["a header member twice"] = "Which of the two counts depends on the reader.",
        ["channel empty"] = "An empty channel is endorsed by nobody.",
        ["channel webchat, endorsed"] = "This bot is in Teams alone.",
        ["key for webchat, channel webchat"] = "This bot is in Teams alone.",
        ["key without endorsements"] = "A key that may speak for no channel.",
        ["key of 1024 bits"] = "Too short for RS256 (RFC 7518 3.3: 2048 or more).",
        ["key for encryption"] = "Not published for signatures.",
        ["key whose certificate has run out"] = "The certificate is part of what is published.",
        ["host off the list"] = "Anyone can register under trafficmanager.net.",
        ["signature with another last character"] = "One token has one spelling.",
    };

    [Fact]
    public async Task Wherever_the_library_refuses_the_bot_refuses()
    {
        Issuer.Keys =
        [
            SigningKey.First.Published("msteams", "webchat"), SigningKey.Second.Published("webchat"), SigningKey.Third.Published(), Encrypts(),
            SigningKey.Fourth.PublishedWithCertificate(Time.GetUtcNow().AddDays(-30), Time.GetUtcNow().AddMinutes(-6)), SigningKey.Short.Published("msteams"),
        ];
        List<JudgedCall> calls = [.. Wrong(), .. Good(), .. Odd(), .. Mutated()];

        var theirs = await ConnectorJudge.AskAsync(Issuer.Metadata, Ids.App, Time.GetUtcNow(), calls, Stop);

        List<string> stricter = [], laxer = [];
        foreach (var (call, lets) in calls.Zip(theirs))
        {
            var ours = await LetsAsync(call);
            if (lets && !ours) stricter.Add(call.Name);
            if (ours && !lets) laxer.Add(call.Name);
        }

        Assert.Equal(SameAddress.Order(StringComparer.Ordinal), laxer.Order(StringComparer.Ordinal));
        Assert.Equal(Stricter.Keys.Order(StringComparer.Ordinal), stricter.Order(StringComparer.Ordinal));
        Assert.All(calls.Zip(theirs).Where(both => both.First.Name.StartsWith("good", StringComparison.Ordinal)), both => Assert.True(both.Second, both.First.Name));
    }

    private IEnumerable<JudgedCall> Wrong() => Forgeries.All.Select(forgery => new JudgedCall(forgery.Key, forgery.Value(Token())));

    private IEnumerable<JudgedCall> Good() =>
    [
        new("good", Bearer(Token())),
        new("good, without a type", Bearer(Token().WithoutHead("typ"))),
        new("good, with more claims", Bearer(Token().Claim("jti", "1").Claim("iat", Forgeries.Now(Token()) + 900))),
        new("good, just not over", Bearer(Token().Claim("nbf", Forgeries.Now(Token()) - 3600).Claim("exp", Forgeries.Now(Token()) - 299))),
        new("good, about to begin", Bearer(Token().Claim("nbf", Forgeries.Now(Token()) + 299))),
        new("good, any path of the service", Bearer(Token().Claim("serviceurl", "https://smba.trafficmanager.net/uk/x")), ServiceUrl: "https://smba.trafficmanager.net/uk/x"),
    ];

    private IEnumerable<JudgedCall> Odd() =>
    [
        new("claim without the last slash", Bearer(Token().Claim("serviceurl", Ids.ServiceUrl.TrimEnd('/')))),
        new("claim in capitals", Bearer(Token().Claim("serviceurl", "https://SMBA.trafficmanager.net/emea/"))),
        new("activity without the last slash", Bearer(Token()), ServiceUrl: Ids.ServiceUrl.TrimEnd('/')),
        new("activity elsewhere", Bearer(Token()), ServiceUrl: "https://smba.trafficmanager.net/amer/"),
        new("activity nowhere", Bearer(Token()), ServiceUrl: ""),
        new("host off the list", Bearer(Token().Claim("serviceurl", "https://evil.trafficmanager.net/")), ServiceUrl: "https://evil.trafficmanager.net/"),
        new("channel empty", Bearer(Token()), ChannelId: ""),
        new("channel emulator", Bearer(Token()), ChannelId: "emulator"),
        new("channel in capitals", Bearer(Token()), ChannelId: "MSTEAMS"),
        new("channel webchat, endorsed", Bearer(Token()), ChannelId: "webchat"),
        new("key for webchat", $"Bearer {Token().SignedBy(SigningKey.Second)}"),
        new("key for webchat, channel webchat", $"Bearer {Token().SignedBy(SigningKey.Second)}", ChannelId: "webchat"),
        new("key without endorsements", $"Bearer {Token().SignedBy(SigningKey.Third)}"),
        new("key whose certificate has run out", $"Bearer {Token().SignedBy(SigningKey.Fourth)}"),
        new("key of 1024 bits", $"Bearer {Token().SignedBy(SigningKey.Short)}"),
        new("key for encryption", Bearer(Token().Head("kid", "key-enc"))),
        new("signature with another last character", $"Bearer {OtherEnd(Token().Signed())}"),
    ];

    /// <summary>Tokens with a few characters changed, the same every time.</summary>
    private IEnumerable<JudgedCall> Mutated()
    {
        const string letters = "ABCXYZabcxyz0189-_.=+ ";
        var good = Token().Signed();
        var changes = Gen.Select(Gen.Int[0, good.Length - 1], Gen.Int[0, letters.Length - 1]).Array[1, 3].Array[300].Single(_ => true, "0000KOIPe036");
        return changes
            .Select(change => change.Aggregate(good, (token, at) => $"{token[..at.Item1]}{letters[at.Item2]}{token[(at.Item1 + 1)..]}"))
            .Where(token => token != good)
            .Select((token, n) => new JudgedCall($"mutated {n}: {token}", $"Bearer {token}"));
    }

    private async Task<bool> LetsAsync(JudgedCall call) =>
        (await PostAsync(Said.Message().With("channelId", call.ChannelId).With("serviceUrl", call.ServiceUrl), call.Authorization)).Status == 200;

    private static System.Text.Json.Nodes.JsonObject Encrypts()
    {
        var key = SigningKey.First.Published("msteams");
        key["kid"] = "key-enc";
        key["use"] = "enc";
        return key;
    }

    // The last of 342 characters holds four bits that no byte uses.
    private static string OtherEnd(string token)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return token[..^1] + alphabet[alphabet.IndexOf(token[^1], StringComparison.Ordinal) ^ 1];
    }

    private static string Bearer(TokenText token) => $"Bearer {token.Signed()}";
}
