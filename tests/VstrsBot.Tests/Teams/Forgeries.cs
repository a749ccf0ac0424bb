using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace VstrsBot.Tests.Teams;

/// <summary>Every way a header can be wrong, by name: made from a good token.</summary>
internal static class Forgeries
{
    public static readonly IReadOnlyDictionary<string, Func<TokenText, string>> All = new Dictionary<string, Func<TokenText, string>>(StringComparer.Ordinal)
    {
        ["nothing after the scheme"] = _ => "Bearer ",
        ["scheme alone"] = _ => "Bearer",
        ["no scheme"] = good => good.Signed(),
        ["scheme in small letters"] = good => $"bearer {good.Signed()}",
        ["PS256"] = good => Bearer(SigningKey.First.SignPadded(good.Head("alg", "PS256").Header.ToJsonString(), good.Claims.ToJsonString())),
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
        ["audience that holds ours"] = good => Bearer(good.Claim("aud", $"x{Ids.App}").Signed()),
        ["audience that begins as ours"] = good => Bearer(good.Claim("aud", Ids.App[..^1]).Signed()),
        ["audience in braces"] = good => Bearer(good.Claim("aud", $"{{{Ids.App}}}").Signed()),
        ["audiences, ours among them"] = good => Bearer(good.Claim("aud", new JsonArray(Ids.App, "another")).Signed()),
        ["audience as a list of one"] = good => Bearer(good.Claim("aud", new JsonArray(Ids.App)).Signed()),
        ["another issuer"] = good => Bearer(good.Claim("iss", "https://issuer.example").Signed()),
        ["issuer with a slash"] = good => Bearer(good.Claim("iss", LocalIssuer.Issuer + "/").Signed()),
        ["no issuer"] = good => Bearer(good.Without("iss").Signed()),
        ["issuer a number"] = good => Bearer(good.Claim("iss", 7).Signed()),
        ["issuer of another cloud"] = good => Bearer(good.Claim("iss", "https://api.botframework.us").Signed()),
        ["issuer of a directory, version 1"] = good => Bearer(good.Claim("iss", $"https://sts.windows.net/{Ids.OtherTenant}/").Claim("tid", Ids.Tenant).Claim("ver", "1.0").Claim("appid", Ids.App).Signed()),
        ["issuer of a directory, version 2"] = good => Bearer(good.Claim("iss", $"https://login.microsoftonline.com/{Ids.OtherTenant}/v2.0").Claim("tid", Ids.Tenant).Claim("ver", "2.0").Claim("azp", Ids.App).Signed()),
        ["issuer of a directory, signed by a key of its set"] = good => Bearer(good.Claim("iss", $"https://login.microsoftonline.com/{Ids.Tenant}/v2.0").Claim("tid", Ids.Tenant).SignedBy(SigningKey.Second)),
        ["issuer of the bot's own emulator"] = good => Bearer(good.Claim("iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/").Claim("appid", Ids.App).Claim("ver", "1.0").Signed()),
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

    private static string Bearer(string token) => $"Bearer {token}";

    public static long Now(TokenText token) => token.Claims["exp"]!.GetValue<long>() is var end and < long.MaxValue
        ? end - 3600
        : throw new InvalidOperationException("Ask before changing the end.");
}
