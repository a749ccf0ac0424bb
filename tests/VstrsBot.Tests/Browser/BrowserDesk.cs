using TeamsStandIn;
using TeamsStandIn.Sandbox;
using Xunit;

namespace VstrsBot.Tests.Browser;

/// <summary>The real bot's process, the pretend Teams, and the page in a browser.</summary>
internal sealed record BrowserDesk(PretendDesk Desk, SandboxPage Page, DirectoryInfo Folder) : IAsyncDisposable
{
    /// <summary>A machine that runs every test at once is slower than Teams.</summary>
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(8);

    /// <summary>And slower to answer than Teams would wait.</summary>
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromMinutes(1);

    public StandIn Teams => Desk.Teams;

    /// <summary>Plays on the page, then looks whether the page itself was at fault.</summary>
    public static async Task PlayAsync(Chromium chromium, Func<BrowserDesk, Task> play, TimeSpan? lease = null)
    {
        await using var desk = await OpenAsync(chromium, lease);
        await play(desk);
        desk.Page.HadNoFault();
    }

    public static async Task<BrowserDesk> OpenAsync(Chromium chromium, TimeSpan? lease = null)
    {
        var ct = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("sandbox-page-");
        var options = new StandInOptions { AutoRefresh = true, CheckInputs = true, Patience = AnswerTimeout };
        var desk = await PretendDesk.OpenAsync(typeof(BotSettings).Assembly.Location, folder.FullName, options, new DeskTimes(lease, SendTimeout), ct);
        try
        {
            await desk.MeetAsync(ct);
            return new(desk, await chromium.OpenAsync($"{desk.Teams.BaseUrl}/"), folder);
        }
        catch
        {
            await desk.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits for what the transcript or the tenant is to show; what has not come by then does not come.</summary>
    public async Task UntilAsync(Func<bool> holds)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        waiting.CancelAfter(Chromium.Patience);
        await Teams.Transcript.UntilAsync(holds, waiting.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Page.DisposeAsync();
        await Desk.DisposeAsync();
        Folder.Delete(recursive: true);
    }
}
