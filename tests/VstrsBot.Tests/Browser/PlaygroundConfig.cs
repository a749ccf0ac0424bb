using System.Text.Json;
using TeamsStandIn;

namespace VstrsBot.Tests.Browser;

/// <summary>What the Playground and the bot are to know of each other: the pretend tenant's people, under ids as Teams has them.</summary>
internal static class PlaygroundConfig
{
    private const string Channel = "19:handoffs0dmb@thread.tacv2";

    public static readonly StandInOptions Tenant = new();

    /// <summary>The bot's settings.</summary>
    /// <param name="serviceUrl">The Playground's service address.</param>
    public static object OfBot(string serviceUrl) => new
    {
        Teams = new
        {
            Tenant.AppId,
            Tenant.TenantId,
            Playground = serviceUrl,
            Credential = new { Kind = "ClientSecret", ClientSecret = "asked for by nobody" },
            SendTimeout = "00:00:08",
        },
        Channel = new { ChannelId = Channel, ServiceUrl = serviceUrl },
        Store = new { Path = "desk.db" },
    };

    /// <summary>The Playground's own file. It asks for YAML, and JSON is YAML.</summary>
    public static string OfPlayground() => JsonSerializer.Serialize(new
    {
        version = "0.1.1",
        tenantId = Tenant.TenantId,
        bot = new { id = $"28:{Tenant.AppId}", name = Tenant.BotName },
        currentUser = User("Priya Shah"),
        users = new[] { "Tom Reed", "Amir Khan", "Leah Brooks", "Nia Cole", "Omar Diaz" }.Select(User), // it wants five
        personalChat = new { id = "a:1priya" },
        groupChat = new { id = "19:lunch0dmb@thread.v2", name = "Lunch" },
        team = new { id = "19:general0dmb@thread.tacv2", name = "DMB", aadGroupId = new PersonSeed("DMB").ObjectId, channels = new[] { new { id = Channel, name = "VSTRS handoffs" } } },
    });

    private static object User(string name)
    {
        var (person, words) = (new PersonSeed(name), name.Split(' '));
        var mail = $"{string.Join('.', words).ToLowerInvariant()}@dmb.example";
        return new { id = person.Mri, name, userPrincipleName = mail, aadObjectId = person.ObjectId, givenName = words[0], surname = words[1], email = mail };
    }
}
