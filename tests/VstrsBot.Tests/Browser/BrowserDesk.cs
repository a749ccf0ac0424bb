using TeamsStandIn;
using TeamsStandIn.Sandbox;
using Xunit;

namespace VstrsBot.Tests.Browser;

/// <summary>The real bot's process, the pretend Teams, and the page in a browser.</summary>
internal sealed record BrowserDesk(PretendDesk Desk, SandboxPage Page, DirectoryInfo Folder) : IAsyncDisposable
{
    public StandIn Teams => Desk.Teams;

    public static async Task<BrowserDesk> OpenAsync(Chromium chromium, TimeSpan? lease = null)
    {
        var ct = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("sandbox-page-");
        var options = new StandInOptions { AutoRefresh = true, CheckInputs = true };
        var desk = await PretendDesk.OpenAsync(typeof(BotSettings).Assembly.Location, folder.FullName, options, lease, ct);
        await desk.MeetAsync(ct);
        return new(desk, await chromium.OpenAsync($"{desk.Teams.BaseUrl}/"), folder);
    }

    /// <summary>Waits for what the transcript or the tenant is to show; what has not come by then does not come.</summary>
    public async Task UntilAsync(Func<bool> holds)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        waiting.CancelAfter(TimeSpan.FromMinutes(1));
        await Teams.Transcript.UntilAsync(holds, waiting.Token);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Page.DisposeAsync();
        }
        finally
        {
            await Desk.DisposeAsync();
            Folder.Delete(recursive: true);
        }
    }
}
