using System.Diagnostics;
using System.Net;
using TeamsStandIn;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Journeys.Operating;

/// <summary>DE1: what <c>./run</c> starts once it has built both programs. What the page plays, and each fault on it, is for the tests of the page.</summary>
public sealed class DE1_SandboxTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_command_starts_both_says_where_the_page_is_and_stops_both_when_told()
    {
        using var folder = new TemporaryFolder();
        using var sandbox = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(StandIn).Assembly.Location, "sandbox", "--bot-program", typeof(BotSettings).Assembly.Location, "--folder", folder.File("sandbox"), "--port", "0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var faults = sandbox.StandardError.ReadToEndAsync(Ct);
            var page = await AddressAfterAsync(sandbox.StandardOutput, "Open ") ?? throw new InvalidOperationException(await faults);
            var bot = await AddressAfterAsync(sandbox.StandardOutput, "The bot serves on ") ?? throw new InvalidOperationException(await faults);
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
            Assert.True(page.IsLoopback && bot.IsLoopback);
            Assert.Contains("<title>", await http.GetStringAsync(page, Ct), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(bot, "/readyz"), Ct)).StatusCode);
            Assert.Contains("Start a handoff", await http.GetStringAsync(new Uri(page, "/control/people/Tom%20Reed/view?as=text"), Ct), StringComparison.Ordinal);

            using var asked = Process.Start("kill", ["-TERM", $"{sandbox.Id}"]);
            await sandbox.WaitForExitAsync(Ct);
            Assert.Equal(0, sandbox.ExitCode);
            await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri(bot, "/healthz"), Ct));
        }
        finally
        {
            if (!sandbox.HasExited) sandbox.Kill(entireProcessTree: true);
        }
    }

    private static async Task<Uri?> AddressAfterAsync(StreamReader said, string words)
    {
        while (await said.ReadLineAsync(Ct) is { } line)
        {
            var at = line.IndexOf(words, StringComparison.Ordinal);
            if (at >= 0) return new Uri(line[(at + words.Length)..].Split(' ')[0]);
        }

        return null;
    }
}
