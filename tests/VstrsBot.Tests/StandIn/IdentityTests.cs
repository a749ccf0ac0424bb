using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using TeamsStandIn.Faults;
using TeamsStandIn.Identity;
using Xunit;

namespace VstrsBot.Tests.PretendTeams;

/// <summary>Who signs for Teams, and whom the connector lets in.</summary>
public sealed class IdentityTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Forgeries => [.. Forged.Keys];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_call_is_told_from_a_real_one(string forgery)
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var forge = Forged[forgery](desk);

        Assert.Equal(401, (await DeliverAsync(desk, forge)).Status);
        Assert.Equal(200, (await DeliverAsync(desk, forge: null)).Status);
        Assert.Single(desk.Bot.Received);
    }

    [Fact]
    public async Task Service_tokens_run_out_by_the_stand_ins_clock()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var token = desk.Teams.Issuer.Sign(desk.Teams.ServiceUrl);
        desk.Time.Advance(TimeSpan.FromMinutes(61));

        Assert.Equal(401, (await DeliverAsync(desk, new TokenForge { Mangle = _ => token })).Status);
        Assert.Equal(200, (await DeliverAsync(desk, forge: null)).Status);
    }

    [Fact]
    public async Task A_key_can_be_rolled_over_and_the_old_one_withdrawn()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var old = desk.Teams.Issuer.Current;
        desk.Teams.Issuer.RollOver();

        Assert.Equal(200, (await DeliverAsync(desk, forge: null)).Status);
        Assert.Equal(200, (await DeliverAsync(desk, new TokenForge { SignWith = old })).Status);
        TokenIssuer.Withdraw(old);
        Assert.Equal(401, (await DeliverAsync(desk, new TokenForge { SignWith = old })).Status);
    }

    [Fact]
    public async Task Each_reading_of_the_documents_is_counted_and_they_can_hang()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        await DeliverAsync(desk, forge: null);
        Assert.Equal((1, 1), (desk.Teams.Issuer.MetadataReads, desk.Teams.Issuer.KeyReads));
        var gate = desk.Teams.Faults.Hold(Op.Metadata);

        var delivery = DeliverAsync(desk, forge: null);
        await gate.ReachedAsync(Ct);
        Assert.False(delivery.IsCompleted);
        gate.Release();
        Assert.Equal(200, (await delivery).Status);
    }

    [Fact]
    public async Task The_connector_takes_only_a_standing_token_of_the_token_endpoint()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var mri = desk.Teams.Tenant.Person("Tom Reed").Mri;
        Assert.Equal(201, (await desk.Connector.ChatAsync(mri, Ct)).Status);

        desk.Teams.Entra.RevokeAll();
        Assert.Equal(401, (await desk.Connector.ChatAsync(mri, Ct)).Status);
        await desk.Connector.TokenAsync(Ct);
        Assert.Equal(201, (await desk.Connector.ChatAsync(mri, Ct)).Status);
        desk.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(401, (await desk.Connector.ChatAsync(mri, Ct)).Status);
        desk.Connector.Token = null;
        Assert.Equal(401, (await desk.Connector.ChatAsync(mri, Ct)).Status);
        Assert.Equal(2, desk.Teams.Entra.Issued);
    }

    [Fact]
    public async Task The_token_endpoint_takes_the_secret_or_an_assertion()
    {
        await using var desk = await Desk.OpenAsync(Ct);

        var wrong = await desk.Connector.TokenAsync(Ct, secret: "guess");
        var assertion = await desk.Connector.TokenAsync(Ct, assertion: "a.b.c");

        Assert.Equal((401, "invalid_client"), (wrong.Status, (string?)wrong.Body!["error"]));
        Assert.Equal((200, "Bearer", 3599), (assertion.Status, (string?)assertion.Body!["token_type"], (int?)assertion.Body["expires_in"]));
    }

    private static Dictionary<string, Func<Desk, TokenForge>> Forged { get; } = new()
    {
        ["no header"] = _ => TokenForge.NoHeader,
        ["another scheme"] = _ => new() { Authorization = ["Basic {token}"] },
        ["the header twice"] = _ => new() { Authorization = ["Bearer {token}", "Bearer {token}"] },
        ["nothing after Bearer"] = _ => new() { Authorization = ["Bearer "] },
        ["not a token"] = _ => new() { Mangle = _ => "nonsense" },
        ["unsigned"] = _ => TokenForge.Unsigned,
        ["signed with the public key as a secret"] = _ => new() { Algorithm = SecurityAlgorithms.HmacSha256 },
        ["another algorithm"] = _ => new() { Algorithm = SecurityAlgorithms.RsaSha384 },
        ["a changed token"] = _ => new() { Mangle = token => token[..^6] + "AAAAAA" },
        ["another bot's audience"] = _ => TokenForge.Claim("aud", "another-bot"),
        ["no audience"] = _ => TokenForge.Claim("aud", null),
        ["another issuer"] = _ => TokenForge.Claim("iss", "https://api.botframework.us"),
        ["run out"] = desk => TokenForge.Claim("exp", desk.Time.GetUtcNow().AddHours(-1).ToUnixTimeSeconds()),
        ["not yet good"] = desk => TokenForge.Claim("nbf", desk.Time.GetUtcNow().AddHours(1).ToUnixTimeSeconds()),
        ["no service address"] = _ => TokenForge.Claim("serviceurl", null),
        ["another service address"] = _ => TokenForge.Claim("serviceurl", "https://smba.example/"),
        ["a key that is not published"] = desk => new() { SignWith = desk.Teams.Issuer.AddKey(published: false) },
        ["a key under another's name"] = desk => new() { SignWith = desk.Teams.Issuer.AddKey(published: false), KeyId = desk.Teams.Issuer.Current.Id },
        ["a key endorsed for another channel"] = desk => new() { SignWith = desk.Teams.Issuer.AddKey(["webchat"]) },
        ["a key without endorsements"] = desk => new() { SignWith = desk.Teams.Issuer.AddKey(withoutEndorsements: true) },
    };

    private static Task<TeamsStandIn.Clients.BotAnswer> DeliverAsync(Desk desk, TokenForge? forge) => desk.Teams.DeliverAsync(
        new JsonObject
        {
            ["type"] = "message",
            ["channelId"] = "msteams",
            ["serviceUrl"] = desk.Teams.ServiceUrl,
            ["text"] = "hello",
        },
        forge,
        Ct);
}
