using System.Text.Json.Nodes;
using Microsoft.Playwright;
using VstrsBot.Tests.PretendTeams;
using Xunit;
using static Microsoft.Playwright.Assertions;
using static VstrsBot.Tests.Browser.SandboxPage;
using Pretend = VstrsBot.Tests.PretendTeams.Cards;

namespace VstrsBot.Tests.Browser;

/// <summary>What the page shows of any bot's answers: dialogs, sentences, and text that stays text.</summary>
[Collection(nameof(Chromium))]
public sealed class DialogTests(Chromium chromium)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dialog_opens_keeps_what_is_typed_until_it_is_right_and_closes_with_a_sentence()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        desk.Bot.Answer = (activity, _) => Task.FromResult<JsonNode?>((string?)activity["name"] is "task/fetch"
            ? Pretend.DialogAnswer("Hand off a live call", Form("", "Who is it?"))
            : (string?)activity["value"]!["data"]!["who"] is "Rita" ? Finished("Handed off") : Pretend.DialogAnswer("Hand off a live call", Form((string?)activity["value"]!["data"]!["who"], "Not on the list")));
        await desk.Connector.SendAsync(await desk.ChatAsync(Tom, Ct), Pretend.Message(Pretend.Saying("Hello", Pretend.Buttons(Pretend.Submit("Open the form", new JsonObject { ["msteams"] = new JsonObject { ["type"] = "task/fetch" } })))), Ct);
        await using var page = await chromium.OpenAsync($"{desk.Teams.BaseUrl}/");
        var dialog = page.Page.GetByRole(AriaRole.Dialog, new() { Name = "Tom Reed: Hand off a live call" });

        await page.PressAsync(Tom, "Open the form");
        await dialog.GetByLabel("Who").FillAsync("Ritta");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Expect(dialog.GetByText("Not on the list")).ToBeVisibleAsync();
        await Expect(dialog.GetByLabel("Who")).ToHaveValueAsync("Ritta");

        await dialog.GetByLabel("Who").FillAsync("Rita");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Expect(page.Page.GetByText("Handed off")).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(page.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.Equal(["task/fetch", "task/submit", "task/submit"], desk.Bot.Received.Select(a => (string?)a["name"]));
        page.HadNoFault();
    }

    [Fact]
    public async Task The_message_extension_opens_its_dialog_and_submits_it()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        desk.Bot.Answer = (activity, _) => Task.FromResult<JsonNode?>((string?)activity["name"] is "composeExtension/fetchTask" ? Pretend.DialogAnswer("VSTRS handoff", Form("", "Who is it?")) : null);
        await using var page = await chromium.OpenAsync($"{desk.Teams.BaseUrl}/");

        await page.PressAsync(Tom, "VSTRS handoff…");
        var dialog = page.Page.GetByRole(AriaRole.Dialog, new() { Name = "Tom Reed: VSTRS handoff" });
        await dialog.GetByLabel("Who").FillAsync("Rita");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();

        await Expect(dialog).ToHaveCountAsync(0);
        Assert.Equal(["composeExtension/fetchTask", "composeExtension/submitAction"], desk.Bot.Received.Select(a => (string?)a["name"]));
        Assert.Equal("Rita", (string?)desk.Bot.Received.Last()["value"]!["data"]!["who"]);
        page.HadNoFault();
    }

    [Fact]
    public async Task A_form_with_an_empty_required_input_is_not_sent_and_says_what_is_missing()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        desk.Bot.Answer = (_, _) => Task.FromResult<JsonNode?>(Pretend.DialogAnswer("VSTRS handoff", Form("", "Who is it?")));
        await using var page = await chromium.OpenAsync($"{desk.Teams.BaseUrl}/");

        await page.PressAsync(Tom, "VSTRS handoff…");
        await page.Page.Locator("#dialog").GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();

        await Expect(page.Page.GetByText("Enter who it is")).ToBeVisibleAsync();
        Assert.Single(desk.Bot.Received);
        page.HadNoFault();
    }

    [Fact]
    public async Task Text_is_never_made_into_markup_and_each_person_sees_their_own_card()
    {
        const string hostile = "<img src=x onerror=alert(1)> **bold** [link](https://evil.example)";
        await using var desk = await Desk.OpenAsync(Ct);
        desk.Bot.Answer = (_, _) => Task.FromResult<JsonNode?>(Pretend.Answer(Pretend.Saying("for Priya Shah alone")));
        var sent = await desk.Connector.SendAsync(desk.Teams.Tenant.DmbChannelId, Pretend.Message(Pretend.Saying(hostile, Pretend.Buttons(Pretend.Execute("Look", "look")))), Ct);
        await desk.Connector.SendAsync(await desk.ChatAsync(Tom, Ct), Pretend.Text(hostile), Ct);
        await using var page = await chromium.OpenAsync($"{desk.Teams.BaseUrl}/");

        await page.SeesAsync(Channel, hostile);
        await page.SeesAsync(Tom, hostile);
        await Expect(page.Page.Locator(".messages img, .messages a, .messages strong")).ToHaveCountAsync(0);

        await page.PressAsync(Channel, "Look");
        await page.SeesAsync(Channel, "for Priya Shah alone");
        await Expect(page.Of(Channel)).ToContainTextAsync("Shown to you alone");
        await page.Page.Locator("#look-as").SelectOptionAsync(Leah);
        await page.SeesAsync(Channel, hostile);

        desk.Teams.Tenant.Delete(desk.Teams.Tenant.Message(sent.Id!)!);
        await Expect(page.Of(Channel)).ToContainTextAsync("Nothing posted yet.");
        page.HadNoFault();
    }

    [Fact]
    public async Task The_page_comes_only_to_its_own_host_and_takes_nothing_from_elsewhere()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        using var http = new HttpClient { BaseAddress = new Uri(desk.Teams.BaseUrl) };
        using var page = await http.GetAsync(new Uri("/", UriKind.Relative), Ct);
        using var elsewhere = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };
        using var refused = await http.SendAsync(elsewhere, Ct);
        using var outside = await http.GetAsync(new Uri("/page/..%2F..%2FVstrsBot.dll", UriKind.Relative), Ct);
        using var strange = new HttpRequestMessage(HttpMethod.Delete, "/control/faults") { Headers = { { "Origin", "https://evil.example" } } };
        using var forbidden = await http.SendAsync(strange, Ct);

        Assert.StartsWith("default-src 'self';", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal([200, 404, 404, 403], new[] { page, refused, outside, forbidden }.Select(answer => (int)answer.StatusCode));
    }

    private static JsonObject Form(string? who, string says) => Pretend.Saying(
        says,
        new JsonObject { ["type"] = "Input.Text", ["id"] = "who", ["label"] = "Who", ["value"] = who, ["isRequired"] = true, ["errorMessage"] = "Enter who it is" },
        Pretend.Buttons(Pretend.Submit("Send", new JsonObject { ["draft"] = "d1" })));

    private static JsonObject Finished(string words) => new() { ["task"] = new JsonObject { ["type"] = "message", ["value"] = words } };
}
