using Microsoft.Playwright;
using TeamsStandIn.Transcripts;
using Xunit;
using static Microsoft.Playwright.Assertions;
using static VstrsBot.Tests.Browser.SandboxPage;

namespace VstrsBot.Tests.Browser;

/// <summary>Each switch of "Make Teams fail" orders its fault: the transcript has it.</summary>
[Collection(nameof(Chromium))]
public sealed class FaultSwitchTests(Chromium chromium) : IAsyncLifetime
{
    private BrowserDesk desk = null!;

    private SandboxPage Page => desk.Page;

    private Transcript Transcript => desk.Teams.Transcript;

    public async ValueTask InitializeAsync()
    {
        desk = await BrowserDesk.OpenAsync(chromium);
        await Page.Page.ClickAsync("#fail-button");
    }

    public async ValueTask DisposeAsync()
    {
        await using var closed = desk;
        Page.HadNoFault();
    }

    [Fact]
    public async Task Slow_429_and_503_strike_what_the_bot_sends_until_they_are_cleared()
    {
        await TurnAsync("Slow", "Slow");
        await Page.SayAsync(Leah, "help");
        await UntilAsync(() => Transcript.Sends is [.., { Status: 201 } sent] && sent.AnsweredAt - sent.At > TimeSpan.FromSeconds(1.5));
        await Expect(Page.Page.Locator("#standing")).ToContainTextAsync("Slow, once so far");
        await TurnAsync("Slow", "Nothing is failing now.", on: false);

        await TurnAsync("Too many requests (429)", "Too many requests (429)");
        await Page.SayAsync(Leah, "help");
        await UntilAsync(() => Transcript.Sends is [.., { Status: 429, Applied: false }]);
        await TurnAsync("Out of order (503)", "Out of order (503)");
        await TurnAsync("Too many requests (429)", "Now: Out of order (503)", on: false);
        await Page.SayAsync(Leah, "help");
        await UntilAsync(() => Transcript.Sends is [.., { Status: 503, Applied: false }]);

        await Page.Page.ClickAsync("#clear-faults");
        await Expect(Page.Page.GetByLabel("Out of order (503)")).Not.ToBeCheckedAsync();
        await Page.SayAsync(Leah, "help");
        await UntilAsync(() => Transcript.Sends is [.., { Status: 201, Applied: true }]);
        Assert.Empty(desk.Teams.Faults.Standing);
    }

    [Fact]
    public async Task A_lost_edit_is_answered_as_done_and_not_done_and_a_refresh_by_hand_shows_the_truth()
    {
        await Page.AskAsync();
        await TurnAsync("Lost edit", "Lost edit");
        await Page.PressAsync(Priya, "Accept");
        await UntilAsync(() => Transcript.Updates.Any(r => r is { Status: 200, Applied: false }));
        await Expect(Page.Of(Channel)).ToContainTextAsync("Waiting for a specialist");

        await Page.Page.ClickAsync("#clear-faults");
        var old = Page.Of(Tom).Locator(".message").Filter(new() { HasText = "Nobody has accepted" });
        await old.GetByRole(AriaRole.Button, new() { Name = "Refresh card" }).ClickAsync();
        await Page.SeesAsync(Tom, "Ring the specialist now.");
        await Expect(Page.Of(Tom)).ToContainTextAsync("Shown to you alone");
    }

    [Fact]
    public async Task Sent_twice_reaches_the_bot_twice_under_two_ids()
    {
        await TurnAsync("Sent twice", "Sent twice");
        await Page.SayAsync(Leah, "help");
        await UntilAsync(() => Said("help").Count is 2);
        Assert.Equal(2, Said("help").Select(d => (string?)d.Activity["id"]).Distinct().Count());
    }

    [Fact]
    public async Task Out_of_turn_waits_until_somebody_else_was_heard_and_is_then_over()
    {
        await TurnAsync("Out of turn, once", "Out of turn, once");
        await Page.SayAsync(Leah, "help");
        await Expect(Page.Page.Locator("#standing")).ToHaveTextAsync("Nothing is failing now.");
        Assert.Empty(Said("help"));

        await Page.SayAsync(Amir, "off duty");
        await UntilAsync(() => Said("help").Count is 1);
        Assert.True(Said("off duty")[0].Number < Said("help")[0].Number);
    }

    [Fact]
    public async Task An_old_client_sends_a_message_in_place_of_a_press()
    {
        await Page.Page.GetByLabel("Old Teams client").CheckAsync();
        await Page.PressAsync(Priya, "Go on duty");
        await Page.SeesAsync(Priya, "Done. The card in this chat shows where it stands.");
        Assert.Equal("message", Transcript.Deliveries[^1].Type);
        Assert.NotNull(Transcript.Deliveries[^1].Activity["value"]);
    }

    [Fact]
    public async Task The_bot_is_killed_and_started_by_its_buttons()
    {
        await Page.Page.ClickAsync("#kill-bot");
        await Expect(Page.Page.Locator("#bot-state")).ToHaveTextAsync("The bot is dead.");
        Assert.Equal(TeamsStandIn.Sandbox.BotState.Stopped, desk.Teams.Bot!.State);
        await Page.SayAsync(Leah, "help");
        await UntilAsync(() => Said("help") is [{ Status: 502 }]);

        await Page.Page.ClickAsync("#start-bot");
        await Expect(Page.Page.Locator("#bot-state")).ToHaveTextAsync("The bot is running.");
        await Page.SayAsync(Leah, "help");
        await UntilAsync(() => Said("help") is [_, { Status: 200 or 202 }]);
    }

    private async Task TurnAsync(string name, string standing, bool on = true)
    {
        await Page.Page.GetByRole(AriaRole.Switch, new() { Name = name, Exact = true }).SetCheckedAsync(on);
        await Expect(Page.Page.Locator("#standing")).ToContainTextAsync(standing);
    }

    private IReadOnlyList<Delivery> Said(string text) => [.. Transcript.Deliveries.Where(d => (string?)d.Activity["text"] == text)];

    private Task UntilAsync(Func<bool> holds) => desk.UntilAsync(holds);
}
