using Microsoft.Playwright;
using TeamsStandIn.Sandbox;
using Xunit;
using static Microsoft.Playwright.Assertions;
using static VstrsBot.Tests.Browser.SandboxPage;

namespace VstrsBot.Tests.Browser;

/// <summary>Nobody touches the mouse: AX3, played on the page.</summary>
[Collection(nameof(Chromium))]
public sealed class KeyboardTests(Chromium chromium)
{
    private const int MostStops = 400;

    [Fact]
    public Task The_keyboard_alone_plays_the_whole_job() => BrowserDesk.PlayAsync(chromium, async desk =>
    {
        var page = desk.Page;

        await ShownPlaceAsync(page, "Priya Shah presses “Go on duty”");
        await OnAsync(page, page.Button(Priya, "Go on duty"), "Enter");
        await ShownPlaceAsync(page, "Tom Reed presses “Start a handoff”");
        await OnAsync(page, page.Button(Tom, "Start a handoff"), "Space");

        await ShownPlaceAsync(page, "presses “Find someone”");
        await KeysAsync(page, "Space", "Tab", "'TaxAid", "Tab", "'Court", "Tab", "'Pre", "Tab", "ArrowDown", "Tab", "Enter");
        await ShownPlaceAsync(page, "Priya Shah presses “Accept”");
        await OnAsync(page, page.Button(Priya, "Accept"), "Enter");

        await ShownPlaceAsync(page, "presses “Send details”");
        await KeysAsync(page, "'Rita Marsh", "Tab", "ArrowRight", "Tab", "'07700 900999", "Tab", "'Jo Bloggs", "Tab", "'Unique", "Tab", "'2234567890", "Tab", "ArrowDown", "Tab", "Tab", "ArrowRight");
        await KeysAsync(page, "Tab", "Tab", "'Hold the summons", "Tab", "ArrowDown", "Tab", "Tab", "Enter");

        await ShownPlaceAsync(page, "presses “Check SEES ID”");
        await KeysAsync(page, $"'{SandboxFolder.AdvisersCode}", "Tab", "Enter");
        await ShownPlaceAsync(page, "presses “I have taken the call”");
        await OnAsync(page, page.Button(Priya, "I have taken the call"), "Enter");
        await page.LiveInAsync("Tom Reed’s chat", "Priya Shah’s chat", "the channel");

        await TabToAsync(page, page.Button(Tom, "The whole call has ended"));
        await page.Page.Keyboard.PressAsync("Enter");
        await page.LiveInAsync();
        await ShownPlaceAsync(page, "presses “Save”");
        await KeysAsync(page, "ArrowDown", "Tab", "Tab", "Space", "Tab", "Enter");
        await page.NextIsAsync("That was one whole handoff");
    });

    [Fact]
    public Task The_focus_goes_round_the_page_and_is_seen_at_every_stop() => BrowserDesk.PlayAsync(chromium, async desk =>
    {
        var page = desk.Page;
        await page.AskAsync();
        await TabToAsync(page, page.Page.Locator("#fail-button"));
        await page.Page.Keyboard.PressAsync("Enter");

        await TabToAsync(page, page.Page.Locator(".skip"));
        await TabToAsync(page, page.Page.Locator("#kill-bot"));
        await TabToAsync(page, page.Button(Channel, "VSTRS handoff…"));
        await TabToAsync(page, page.Page.Locator(".skip"));
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.Locator("#next")).ToBeFocusedAsync();
    });

    /// <summary>What was pressed is replaced by the answer; the keyboard goes on from that message, not from the top.</summary>
    [Fact]
    public Task After_a_press_the_focus_stays_with_the_message() => BrowserDesk.PlayAsync(chromium, async desk =>
    {
        var page = desk.Page;
        await TabToAsync(page, page.Button(Priya, "Go on duty"));
        await page.Page.Keyboard.PressAsync("Enter");

        await Expect(page.Of(Priya).Locator(".message.app article")).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Tab");
        await Expect(page.Button(Priya, "I heard it")).ToBeFocusedAsync();
    });

    /// <summary>Waits for the words, then has the page show the place.</summary>
    private static async Task ShownPlaceAsync(SandboxPage page, string words)
    {
        await page.NextIsAsync(words);
        await TabToAsync(page, page.Page.Locator("#next-where"));
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.Locator("form.card :focus")).ToHaveCountAsync(1);
    }

    private static async Task OnAsync(SandboxPage page, ILocator focused, string key)
    {
        await Expect(focused).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync(key);
    }

    /// <summary>Presses keys one after the other; what begins with ' is typed.</summary>
    private static async Task KeysAsync(SandboxPage page, params string[] keys)
    {
        foreach (var key in keys)
        {
            await SeenAsync(page);
            await (key.StartsWith('\'') ? page.Page.Keyboard.TypeAsync(key[1..]) : page.Page.Keyboard.PressAsync(key));
        }
    }

    private static async Task TabToAsync(SandboxPage page, ILocator wanted)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            if (await wanted.EvaluateAsync<bool>("wanted => wanted === document.activeElement"))
            {
                await SeenAsync(page);
                return;
            }

            await SeenAsync(page);
        }

        Assert.Fail($"{wanted} is not reached by Tab.");
    }

    private static async Task SeenAsync(SandboxPage page) => Assert.Equal("seen", await page.Page.EvaluateAsync<string>("""
        () => {
          const at = document.activeElement;
          if (at === document.body) return "seen";
          const style = getComputedStyle(at);
          return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 ? "seen" : `not seen: ${at.outerHTML.slice(0, 200)}`;
        }
        """));
}
