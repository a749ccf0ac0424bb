using Xunit;
using static Microsoft.Playwright.Assertions;
using static VstrsBot.Tests.Browser.SandboxPage;

namespace VstrsBot.Tests.Browser;

/// <summary>What the page says is next when people do things in an order of their own.</summary>
[Collection(nameof(Chromium))]
public sealed class NextStepTests(Chromium chromium)
{
    [Fact]
    public Task A_form_that_is_opened_while_nobody_is_on_duty_waits_until_somebody_is() => BrowserDesk.PlayAsync(chromium, async desk =>
    {
        var page = desk.Page;
        await page.SayAsync(Tom, "handoff");
        await Expect(page.Button(Tom, "Find someone")).ToBeVisibleAsync();

        await page.NextIsAsync("Priya Shah presses “Go on duty”");
        await Expect(page.Page.Locator("[aria-current=step]")).ToHaveTextAsync("Go on duty");
        await Expect(page.Page.Locator(".steps .done")).ToHaveCountAsync(0);

        await page.PressAsync(Priya, "Go on duty");
        await page.NextIsAsync("presses “Find someone”");
        await Expect(page.Page.Locator("[aria-current=step]")).ToHaveTextAsync("Find someone");
    });
}
