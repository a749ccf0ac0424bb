using System.Text.Json.Nodes;

namespace VstrsBot.Tests.Teams;

/// <summary>A token as text: a good one, unless changed.</summary>
internal sealed class TokenText(DateTimeOffset now)
{
    public JsonObject Header { get; } = new() { ["alg"] = "RS256", ["kid"] = SigningKey.First.Id, ["typ"] = "JWT" };

    public JsonObject Claims { get; } = new()
    {
        ["iss"] = LocalIssuer.Issuer,
        ["aud"] = Ids.App,
        ["serviceurl"] = Ids.ServiceUrl,
        ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
        ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
    };

    public TokenText Claim(string name, JsonNode? value)
    {
        Claims[name] = value;
        return this;
    }

    public TokenText Without(string claim)
    {
        Claims.Remove(claim);
        return this;
    }

    public TokenText Head(string name, JsonNode? value)
    {
        Header[name] = value;
        return this;
    }

    public TokenText WithoutHead(string name)
    {
        Header.Remove(name);
        return this;
    }

    public string Signed(SigningKey? by = null) => (by ?? SigningKey.First).Sign(Header.ToJsonString(), Claims.ToJsonString());

    public string SignedBy(SigningKey key) => Head("kid", key.Id).Signed(key);
}
