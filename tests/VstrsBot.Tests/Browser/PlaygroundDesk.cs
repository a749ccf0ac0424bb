using System.Diagnostics;
using Microsoft.Playwright;
using TeamsStandIn;
using TeamsStandIn.Sandbox;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Browser;

/// <summary>The real bot's process beside the real Microsoft 365 Agents Playground, and the Playground's own page as Priya Shah sees it.</summary>
internal sealed class PlaygroundDesk : IAsyncDisposable
{
    private static readonly NpmFolder Judge = new("playground-judge", "@microsoft/m365agentsplayground");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("playground-");
    private readonly int port = BotProgram.FreePort(0);
    private BotProgram? bot;
    private Process? playground;

    private PlaygroundDesk() => Others = new PlaygroundPeople(Origin, PlaygroundConfig.Tenant);

    /// <summary>What everybody does who does not sit at the page.</summary>
    public PlaygroundPeople Others { get; }

    public IPage Page { get; private set; } = null!;

    private Uri Origin => new($"http://127.0.0.1:{port}");

    public static async Task<PlaygroundDesk> OpenAsync(Chromium chromium)
    {
        var desk = new PlaygroundDesk();
        try
        {
            await desk.StartBotAsync(TestContext.Current.CancellationToken);
            await desk.StartPlaygroundAsync(TestContext.Current.CancellationToken);
            desk.Page = await chromium.NewPageAsync();
            await desk.Page.GotoAsync(desk.Origin.ToString());
            return desk;
        }
        catch
        {
            await desk.DisposeAsync();
            throw;
        }
    }

    /// <summary>Types into the chat with the bot.</summary>
    public async Task SayAsync(string text)
    {
        var box = Page.GetByRole(AriaRole.Textbox).Last;
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }

    /// <summary>Somebody else presses, and the Playground's log says that the bot has answered.</summary>
    public async Task OtherPressesAsync(string name, string verb, IReadOnlyDictionary<string, string> data)
    {
        var answered = Page.GetByText("invoke 200", new() { Exact = true });
        var before = await answered.CountAsync();
        await Others.PressAsync(name, verb, data);
        await Assertions.Expect(answered).ToHaveCountAsync(before + 1);
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Last;

    /// <summary>The lines of cards that hold these words.</summary>
    public ILocator Words(string words) => Page.Locator(".ac-textBlock, .ac-richTextBlock").Filter(new() { HasText = words });

    public async ValueTask DisposeAsync()
    {
        if (Page is not null) await Page.Context.CloseAsync();
        playground?.Kill(entireProcessTree: true);
        playground?.Dispose();
        if (bot is not null) await bot.DisposeAsync();
        Others.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task StartBotAsync(CancellationToken ct)
    {
        var at = await SandboxFolder.WriteAsync(Path.Combine(folder.FullName, "bot"), PlaygroundConfig.OfBot($"{Origin}_connector"), ct);
        bot = new BotProgram(typeof(BotSettings).Assembly.Location, at, BotProgram.FreePort(0));
        var (exit, said) = await bot.RunAsync(["register", "import", at.Register, "--yes"], ct);
        Assert.True(exit == 0, said);
        await bot.StartAsync(ct);
    }

    private async Task StartPlaygroundAsync(CancellationToken ct)
    {
        var config = Path.Combine(folder.FullName, ".m365agentsplayground.yml");
        await File.WriteAllTextAsync(config, PlaygroundConfig.OfPlayground(), ct);
        playground = Judge.StartNode(folder.FullName, Path.Combine(Judge.Path, "playground.cjs"), bot!.Messages.ToString(), $"{port}", config);
        var faults = playground.StandardError.ReadToEndAsync(ct);
        var said = await playground.StandardOutput.ReadLineAsync(ct);
        Assert.True(said == $"Listening on {port}", said ?? await faults);
    }
}
