using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using TeamsStandIn.Demo;
using Xunit;
using static VstrsBot.Tests.Browser.SandboxPage;

namespace VstrsBot.Tests.Browser;

/// <summary>axe-core judges the page at each stage of a handoff, wide and narrow; with REDRAW_GALLERY=1 its pictures are kept.</summary>
[Collection(nameof(Chromium))]
public sealed class LookTests(Chromium chromium)
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "../../.."));
    private static readonly bool Redraw = Environment.GetEnvironmentVariable("REDRAW_GALLERY") is "1";

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public Task Axe_finds_nothing_from_start_to_end(ColorScheme colours) => BrowserDesk.PlayAsync(chromium, async desk =>
    {
        await using var page = await chromium.OpenAsync($"{desk.Teams.BaseUrl}/", colours);
        await page.NextIsAsync("Priya Shah presses “Go on duty”");
        await LookAsync(page, colours, "start", Priya, "You are off duty.");

        await page.AskAsync();
        await page.SeesAsync(Priya, "Waiting for a specialist");
        await LookAsync(page, colours, "ping", Priya, "Waiting for a specialist");

        await page.PressAsync(Priya, "Accept");
        await page.FillAsync(Tom, DemoForms.Details, "Send details");
        await page.FillAsync(Priya, DemoForms.Code(TeamsStandIn.Sandbox.SandboxFolder.AdvisersCode), "Check SEES ID");
        await page.SeesAsync(Priya, "SEES ID confirmed");
        await page.SeesAsync(Tom, "SEES ID confirmed");
        await LookAsync(page, colours, "confirmed", Priya, "SEES ID confirmed");

        await page.PressAsync(Priya, "I have taken the call");
        await page.LiveInAsync("Tom Reed’s chat", "Priya Shah’s chat", "the channel");
        await page.SeesAsync(Tom, "call taken at");
        await LookAsync(page, colours, "live", Priya, "AUTHORITY LIVE");

        await page.Page.ClickAsync("#fail-button");
        await page.Page.GetByLabel("Slow").ClickAsync();
        await page.Page.GetByText("Now: Slow").WaitForAsync(); // a renewal may have met it already
        await LookAsync(page, colours, "failing", Priya, "AUTHORITY LIVE");
        await page.Page.ClickAsync("#clear-faults");
        await page.Page.ClickAsync("#fail-button");

        await page.PressAsync(Tom, "The whole call has ended");
        await page.LiveInAsync();
        await page.SeesAsync(Priya, "Save the outcome");
        await LookAsync(page, colours, "ended", Priya, "Save the outcome");
        page.HadNoFault();
    });

    [Theory]
    [InlineData("start")]
    [InlineData("ping")]
    [InlineData("confirmed")]
    [InlineData("live")]
    [InlineData("failing")]
    [InlineData("ended")]
    public void Every_stage_has_its_pictures(string stage) => Assert.All(
        new[] { "light", "dark", "phone-light", "phone-dark" },
        look => Assert.True(File.Exists(Picture(stage, look)), $"Missing: {Picture(stage, look)}. Draw it with REDRAW_GALLERY=1."));

    private const string StickingOut = """
        () => [...document.querySelectorAll(".column")].flatMap(column => [...column.querySelectorAll("button, input, select, textarea")]
            .filter(part => part.offsetWidth > 0 && part.getBoundingClientRect().right > column.getBoundingClientRect().right)
            .map(part => `${column.dataset.column}: ${part.textContent || part.placeholder}`))
        """;

    private static async Task LookAsync(SandboxPage page, ColorScheme colours, string stage, string person, string words)
    {
        var look = colours is ColorScheme.Dark ? "dark" : "light";
        await Axe.JudgeAsync(page, $"{stage}, {look}");
        await DrawAsync(page, Picture(stage, look));

        await page.Page.SetViewportSizeAsync(Screen.Laptop.Width, Screen.Laptop.Height);
        Assert.Empty((await page.Page.EvaluateAsync<string[]>(StickingOut)).Select(words => $"{stage}, on a laptop, sticks out of its column: {words}"));

        await page.Page.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        await page.Page.Locator($"[data-tab=\"{person}\"]").ClickAsync();
        await page.Of(person).GetByText(words).Last.ScrollIntoViewIfNeededAsync();
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{stage}: wider than a phone.");
        await Axe.JudgeAsync(page, $"{stage}, {look}, phone");
        await DrawAsync(page, Picture(stage, $"phone-{look}"));
        await page.Page.SetViewportSizeAsync(Screen.Desktop.Width, Screen.Desktop.Height);
    }

    private static async Task DrawAsync(SandboxPage page, string path)
    {
        if (Redraw) await page.Page.ScreenshotAsync(new() { Path = path });
    }

    private static string Picture(string stage, string look) => Path.Combine(Root, "cards/Gallery/Pictures", $"page-{stage}-{look}.png");

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
