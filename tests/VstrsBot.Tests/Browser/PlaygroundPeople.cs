using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TeamsStandIn;
using Xunit;

namespace VstrsBot.Tests.Browser;

/// <summary>Everybody but the one who sits at the Playground's page: what they do is sent as its custom activities.</summary>
internal sealed class PlaygroundPeople(Uri origin, StandInOptions tenant) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = origin };
    private readonly Dictionary<string, string> chats = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Task SayAsync(string name, string text) => SendAsync(name, new JsonObject { ["type"] = "message", ["text"] = text });

    /// <summary>Presses a button of a card in that person's own chat.</summary>
    public Task PressAsync(string name, string verb, IReadOnlyDictionary<string, string> data)
    {
        var fields = new JsonObject(data.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value)));
        var action = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = fields };
        return SendAsync(name, new JsonObject { ["type"] = "invoke", ["name"] = "adaptiveCard/action", ["value"] = new JsonObject { ["action"] = action, ["trigger"] = "manual" } });
    }

    public void Dispose() => http.Dispose();

    private async Task SendAsync(string name, JsonObject activity)
    {
        var person = new PersonSeed(name);
        activity["id"] = $"f:{Guid.CreateVersion7()}";
        activity["channelId"] = "msteams";
        activity["serviceUrl"] = $"{origin}_connector";
        activity["from"] = new JsonObject { ["id"] = person.Mri, ["name"] = name, ["aadObjectId"] = $"{person.ObjectId}" };
        activity["recipient"] = new JsonObject { ["id"] = $"28:{tenant.AppId}", ["name"] = tenant.BotName };
        activity["conversation"] = new JsonObject { ["id"] = await ChatOfAsync(person), ["conversationType"] = "personal", ["tenantId"] = tenant.TenantId };
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant.TenantId } };
        using var taken = await http.PostAsJsonAsync("/_internal/v1/customActivities", activity, Ct);
        taken.EnsureSuccessStatusCode();
    }

    /// <summary>The person's chat with the bot; the Playground has one of its own only for whoever sits at its page.</summary>
    private async Task<string> ChatOfAsync(PersonSeed person)
    {
        if (chats.TryGetValue(person.Name, out var known)) return known;
        var wanted = new JsonObject { ["isGroup"] = false, ["members"] = new JsonArray(new JsonObject { ["id"] = person.Mri }), ["tenantId"] = tenant.TenantId };
        using var made = await http.PostAsJsonAsync("/_connector/v3/conversations", wanted, Ct);
        made.EnsureSuccessStatusCode();
        return chats[person.Name] = (string)(await made.Content.ReadFromJsonAsync<JsonObject>(Ct))!["id"]!;
    }
}
