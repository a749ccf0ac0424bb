using Microsoft.Playwright;
using TeamsStandIn.Demo;
using Xunit;
using static Microsoft.Playwright.Assertions;
using static VstrsBot.Tests.Browser.SandboxPage;

namespace VstrsBot.Tests.Browser;

/// <summary>The real bot's dialog, opened by the message extension: both parts of the form in one dialog, on a phone too.</summary>
[Collection(nameof(Chromium))]
public sealed class HandoffDialogTests(Chromium chromium)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Both_parts_of_the_form_are_sent_from_one_dialog(bool onPhone) => BrowserDesk.PlayAsync(chromium, async desk =>
    {
        var page = desk.Page;
        await page.PressAsync(Priya, "Go on duty");
        await page.SeesAsync(Priya, "You are on duty");
        if (onPhone) await page.Page.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        await page.OpenTabAsync(Tom);
        await page.PressAsync(Tom, "VSTRS handoff…");

        var dialog = page.Page.GetByRole(AriaRole.Dialog);
        await page.FillInAsync(dialog, DemoForms.FindSomeone, "Find someone");
        await Expect(dialog.GetByLabel("Representative's name")).ToBeVisibleAsync();
        await page.FillInAsync(dialog, new Dictionary<string, string>(DemoForms.Details) { ["reference"] = "2234567891" }, "Send details");
        await Expect(dialog.GetByText("Check the reference")).ToBeVisibleAsync();
        await Expect(dialog.GetByLabel("Customer's name")).ToHaveValueAsync("Jo Bloggs");
        await Axe.JudgeAsync(page, "dialog with a fault");
        await page.FillInAsync(dialog, DemoForms.Details, "Send details");
        await Expect(dialog.GetByText("Details sent").First).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("Escape");

        await page.OpenTabAsync(Priya);
        await Expect(page.Button(Priya, "Accept")).ToBeVisibleAsync();
    });
}
