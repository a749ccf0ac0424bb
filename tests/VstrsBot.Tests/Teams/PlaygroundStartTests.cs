using System.Diagnostics;
using System.Text.Json;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Teams;

/// <summary>The real program does not start with Teams:Playground anywhere but in Development.</summary>
public sealed class PlaygroundStartTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("Test")]
    [InlineData("Developmental")]
    [InlineData(null)]
    public async Task It_says_why_and_ends_with_2(string? environment)
    {
        var ct = TestContext.Current.CancellationToken;
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "vstrsbot.json"), JsonSerializer.Serialize(new
        {
            Teams = new { AppId = Ids.App, TenantId = Ids.Tenant, Playground = "http://127.0.0.1:56150/_connector", Credential = new { Kind = "ClientSecret", ClientSecret = "not used" } },
        }), ct);

        var start = new ProcessStartInfo("dotnet", [typeof(BotSettings).Assembly.Location, "serve"])
        {
            WorkingDirectory = folder.Path,
            UseShellExecute = false,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_URLS"] = "http://127.0.0.1:0", ["ASPNETCORE_ENVIRONMENT"] = environment, ["DOTNET_ENVIRONMENT"] = environment },
        };
        using var bot = Process.Start(start)!;
        var said = await bot.StandardError.ReadToEndAsync(ct);
        await bot.WaitForExitAsync(ct);

        Assert.Equal(2, bot.ExitCode);
        Assert.Contains("Teams:Playground lets in calls that nobody signed: it is for Development alone", said);
    }

    public void Dispose() => folder.Dispose();
}
