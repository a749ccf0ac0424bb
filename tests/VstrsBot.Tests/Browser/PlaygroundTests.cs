using System.Text.RegularExpressions;
using TeamsStandIn.Demo;
using TeamsStandIn.Sandbox;
using Xunit;
using static Microsoft.Playwright.Assertions;
using static VstrsBot.Tests.Browser.SandboxPage;

namespace VstrsBot.Tests.Browser;

/// <summary>
/// A Teams-like client nobody here wrote. It signs nothing, opens no dialogs, and knows no views of one person: what it shows of the job is what it
/// was sent and what the presses answered.
/// </summary>
[Collection(nameof(Chromium))]
public sealed partial class PlaygroundTests(Chromium chromium)
{
    [Fact]
    public async Task The_real_Playground_shows_the_banner_and_then_its_end()
    {
        await using var desk = await PlaygroundDesk.OpenAsync(chromium);
        await desk.SayAsync("me");
        await desk.Button("Go on duty").ClickAsync();
        await Expect(desk.Words("You are on duty")).ToBeVisibleAsync();

        await desk.Others.SayAsync(Tom, "me");
        await desk.OtherPressesAsync(Tom, "findSomeone", new Dictionary<string, string>(DemoForms.FindSomeone) { ["draft"] = "0123456789abcdef0123456789abcdef" });
        await Expect(desk.Button("Accept")).ToBeVisibleAsync();
        var number = Number().Match(await desk.Words("can you take").Last.InnerTextAsync()).Groups[1].Value;
        await desk.OtherPressesAsync(Tom, "sendDetails", On(DemoForms.Details, number, "detailsForm"));

        await desk.Button("Accept").ClickAsync();
        await desk.Page.GetByLabel("SEES ID you heard").Last.FillAsync(SandboxFolder.AdvisersCode);
        await desk.Button("Check SEES ID").ClickAsync();
        await Expect(desk.Button("I have taken the call")).ToBeVisibleAsync();
        await Expect(desk.Words("AUTHORITY LIVE")).ToHaveCountAsync(0);
        await desk.Button("I have taken the call").ClickAsync();
        await Expect(desk.Words("AUTHORITY LIVE until")).ToHaveCountAsync(1);
        await Expect(desk.Words("You, Priya Shah, may disclose to the representative of Citizens Advice")).ToBeVisibleAsync();

        await desk.OtherPressesAsync(Tom, "endCall", On(new Dictionary<string, string>(), number, "adviser"));
        await Expect(desk.Words("Authority ended at")).ToBeVisibleAsync();
        await Expect(desk.Words("AUTHORITY LIVE")).ToHaveCountAsync(0);
        await Expect(desk.Words("If the caller is still on the line")).ToBeVisibleAsync();
        await Expect(desk.Page.GetByText($"{number}: authority ended at").Filter(new() { Visible = true }).First).ToBeVisibleAsync();
        await Expect(desk.Button("Save")).ToBeVisibleAsync();
    }

    private static Dictionary<string, string> On(IReadOnlyDictionary<string, string> typed, string number, string surface) =>
        new(typed) { ["handoff"] = number, ["surface"] = surface };

    [GeneratedRegex("can you take ([A-Z0-9]{4})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
