using Microsoft.Playwright;
using Xunit;

namespace VstrsBot.Tests.Browser;

/// <summary>Debian's Chromium, driven by Playwright. One browser for all tests of the page, one after the other.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>What has not come by then does not come, however busy the machine is.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } chosen ? chosen : "/usr/bin/chromium";
        Assert.True(File.Exists(path), $"Chromium is missing at {path}. Install it: apt-get install -y chromium (or set CHROMIUM to where it is).");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
        });
    }

    /// <summary>Opens the sandbox page in a profile of its own. Whatever it writes to the console as a fault fails the test.</summary>
    internal async Task<SandboxPage> OpenAsync(string address, ColorScheme colours = ColorScheme.Light)
    {
        var sandbox = new SandboxPage(await NewPageAsync(colours));
        await sandbox.Page.GotoAsync(address);
        return sandbox;
    }

    /// <summary>An empty page in a profile of its own, which reaches nothing but this machine.</summary>
    internal async Task<IPage> NewPageAsync(ColorScheme colours = ColorScheme.Light)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = Screen.Desktop, ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}

internal static class Screen
{
    public static readonly ViewportSize Desktop = new() { Width = 1600, Height = 1000 };
    public static readonly ViewportSize Laptop = new() { Width = 1366, Height = 768 };
    public static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };
}

[CollectionDefinition(nameof(Chromium))]
public sealed class WithChromium : ICollectionFixture<Chromium>;
