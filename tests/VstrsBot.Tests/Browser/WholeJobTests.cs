using System.Globalization;
using TeamsStandIn.Demo;
using TeamsStandIn.Sandbox;
using Xunit;
using static Microsoft.Playwright.Assertions;
using static VstrsBot.Tests.Browser.SandboxPage;

namespace VstrsBot.Tests.Browser;

/// <summary>A stranger plays the whole job through the page: four people, the real bot, and once without it.</summary>
[Collection(nameof(Chromium))]
public sealed class WholeJobTests(Chromium chromium)
{
    /// <summary>A busy machine renews it in time, and one renewal is soon seen.</summary>
    private static readonly TimeSpan LongLease = TimeSpan.FromMinutes(1);

    /// <summary>Short enough to see it run out, long enough for a busy machine to renew it in time.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    private static readonly string[] Live = ["Tom Reed’s chat", "Amir Khan’s chat", "the channel"];

    [Fact]
    public Task Four_people_play_the_whole_job_and_the_page_says_each_time_what_is_next() => BrowserDesk.PlayAsync(chromium, async desk =>
    {
        var page = desk.Page;

        await page.NextIsAsync("Priya Shah presses “Go on duty”");
        await page.PressAsync(Priya, "Go on duty");
        await page.NextIsAsync("Tom Reed presses “Start a handoff”");
        await page.PressAsync(Tom, "Start a handoff");
        await page.NextIsAsync("presses “Find someone”");
        await page.FillAsync(Tom, DemoForms.FindSomeone, "Find someone");

        await page.NextIsAsync("Priya Shah presses “Accept”");
        await Expect(page.Of(Priya).Locator(".toast")).ToContainTextAsync("Can you take it?");
        await page.SayAsync(Amir, "on duty");
        await page.SeesAsync(Amir, "You are on duty");
        await page.PressAsync(Priya, "I can't take it");
        await page.NextIsAsync("Amir Khan presses “Accept”");
        await page.PressAsync(Amir, "Accept");

        await page.NextIsAsync("presses “Send details”");
        await page.FillAsync(Tom, DemoForms.Details, "Send details");
        await page.NextIsAsync($"the SEES ID {SandboxFolder.AdvisersCode}");
        await page.FillAsync(Amir, DemoForms.Code("QX-42 7718"), "Check SEES ID");
        await page.SeesAsync(Amir, "2 tries left");
        await page.FillAsync(Amir, DemoForms.Code(SandboxFolder.AdvisersCode), "Check SEES ID");
        await page.NextIsAsync("Amir Khan presses “I have taken the call”");
        await page.LiveInAsync();
        await page.PressAsync(Amir, "I have taken the call");

        await page.LiveInAsync(Live);
        await page.Page.Locator("#look-as").SelectOptionAsync(Leah);
        await page.SeesAsync(Channel, "AUTHORITY LIVE");
        var before = Banners.Leases(desk.Teams);
        await desk.UntilAsync(() => Banners.Leases(desk.Teams).All(card => string.CompareOrdinal(card.Value, before.GetValueOrDefault(card.Key)) > 0));
        await page.PressAsync(Amir, "Show details");
        await page.SeesAsync(Amir, "Hold the summons");
        await Expect(page.Of(Amir).GetByText("Shown to you alone").Last).ToBeVisibleAsync();

        await page.NextIsAsync("presses “The whole call has ended”");
        await page.PressAsync(Tom, "The whole call has ended");
        await page.LiveInAsync();
        await page.NextIsAsync("presses “Save”");
        await Expect(page.Of(Channel).Locator(".thread .message").Last).ToContainTextAsync("authority ended at");
        await page.FillAsync(Amir, DemoForms.WrapUp, "Save");
        await page.NextIsAsync("That was one whole handoff");
        Assert.Empty(Banners.Of(desk.Teams));
    }, LongLease);

    [Fact]
    public Task The_bot_is_killed_while_live_and_the_banners_run_out_by_themselves() => BrowserDesk.PlayAsync(chromium, async desk =>
    {
        var page = desk.Page;
        await page.GoLiveAsync();

        await page.Page.ClickAsync("#fail-button");
        await page.Page.ClickAsync("#kill-bot");
        await page.NextIsAsync("The bot is dead.");
        var shown = Banners.Leases(desk.Teams).Values.ToList();

        // A renewal that was recorded just before, and did not reach the cards, lasts longer than they say: back by then, the bot would go on.
        var over = desk.Teams.Time.GetUtcNow() + Lease;
        Assert.All(shown, until => Assert.True(DateTimeOffset.Parse(until, CultureInfo.InvariantCulture) <= over));
        await page.Page.WaitForFunctionAsync("over => Date.parse(document.getElementById('clock').dateTime) > Date.parse(over)", $"{over:O}");

        await page.LiveInAsync("Tom Reed’s chat", "Priya Shah’s chat", "the channel"); // nobody could take the words away: their time is over
        Assert.Equal(shown, Banners.Leases(desk.Teams).Values);
        await page.PressAsync(Priya, "Check now");
        await Expect(page.Of(Priya).Locator(".message .note").Filter(new() { HasText = "Something went wrong" })).ToBeVisibleAsync();

        await page.Page.ClickAsync("#start-bot");
        await page.LiveInAsync();
        await page.SeesAsync(Priya, "can no longer confirm authority");
        await page.SeesAsync(Tom, "can no longer confirm authority");
        await Expect(page.Of(Channel).Locator("[id=authority-none]")).ToContainTextAsync("Do not");
    }, Lease);
}
