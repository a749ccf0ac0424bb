using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace VstrsBot.Tests.PretendTeams;

/// <summary>The same driver over HTTP, as the sandbox page and the demo use it.</summary>
public sealed class ControlTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_can_talk_press_and_look_over_http()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        using var http = Client(desk);
        var chat = await desk.ChatAsync("Tom Reed", Ct);
        var sent = await desk.Connector.SendAsync(chat, Cards.Message(Cards.Saying("Hello", Cards.Buttons(Cards.Execute("Help", "help", new JsonObject())))), Ct);

        await PostAsync(http, "people/Tom Reed/say", new { text = "help" });
        var answer = await PostAsync(http, "people/Tom Reed/press", new { message = sent.Id, button = "Help" });
        var screen = await http.GetFromJsonAsync<JsonObject>("people/Tom Reed/view", Ct);
        var text = await http.GetStringAsync(new Uri("people/Tom Reed/view?as=text", UriKind.Relative), Ct);

        Assert.Equal(200, (int?)answer["statusCode"]);
        Assert.Equal(["you sent {}", "help"], screen!["chat"]!.AsArray().Select(m => (string?)m!["text"]));
        Assert.Contains("you sent {}", text);
        Assert.Equal(2, desk.Bot.Received.Count);
    }

    [Fact]
    public async Task Faults_are_ordered_released_and_cleared_over_http()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        using var http = Client(desk);
        var chat = await desk.ChatAsync("Tom Reed", Ct);

        await PostAsync(http, "faults", new { op = "Send", kind = "Status", status = 429, seconds = 3, conversation = chat });
        var refused = await desk.Connector.SendAsync(chat, Cards.Text("x"), Ct);
        var held = await PostAsync(http, "faults", new { op = "Send, Update", kind = "Hold" });
        var waiting = desk.Connector.SendAsync(chat, Cards.Text("y"), Ct);
        await desk.Teams.Transcript.UntilAsync(() => desk.Teams.Transcript.Sends is [_, { Waits: true }], Ct);
        using var released = await http.DeleteAsync(new Uri($"faults/{(int?)held["id"]}", UriKind.Relative), Ct);

        Assert.Equal((429, TimeSpan.FromSeconds(3)), (refused.Status, refused.RetryAfter));
        Assert.Equal(201, (await waiting).Status);
        Assert.Empty((await http.GetFromJsonAsync<JsonArray>("faults", Ct))!);
    }

    [Fact]
    public async Task The_transcript_can_be_searched_and_the_addresses_are_told()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        using var http = Client(desk);
        await desk.Teams.As("Tom Reed").SayAsync("canary", Ct);
        await desk.ChatAsync("Tom Reed", Ct);

        Assert.Equal(2, (await http.GetFromJsonAsync<JsonArray>("transcript", Ct))!.Count);
        Assert.Single((await http.GetFromJsonAsync<JsonArray>("transcript?contains=canary", Ct))!);
        Assert.Equal(desk.Teams.TokenUrl, (string?)(await http.GetFromJsonAsync<JsonObject>("addresses", Ct))!["tokenEndpoint"]);
        Assert.Equal(4, (await http.GetFromJsonAsync<JsonArray>("people", Ct))!.Count);
        Assert.Contains("ok", await http.GetStringAsync(new Uri("health", UriKind.Relative), Ct));
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_with_the_reason()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        using var http = Client(desk);

        using var nobody = await http.PostAsJsonAsync("people/Nobody/say", new { text = "x" }, Ct);
        Assert.Equal(400, (int)nobody.StatusCode);
        Assert.Contains("Nobody", await nobody.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Another_host_name_gets_nothing()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        using var http = Client(desk);
        using var request = new HttpRequestMessage(HttpMethod.Get, "health") { Headers = { Host = "evil.example" } };

        using var response = await http.SendAsync(request, Ct);

        Assert.Equal(404, (int)response.StatusCode);
    }

    private static HttpClient Client(Desk desk) => new() { BaseAddress = new Uri($"{desk.Teams.BaseUrl}/control/") };

    private static async Task<JsonObject> PostAsync(HttpClient http, string path, object order)
    {
        using var response = await http.PostAsJsonAsync(path, order, Ct);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>(Ct))!;
    }
}
