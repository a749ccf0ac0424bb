using System.Diagnostics;
using VstrsBot.Cards.Gallery;
using VstrsBot.Cards.Model;
using Xunit;

namespace VstrsBot.Tests.Cards;

/// <summary>The real Adaptive Cards library reads the cards.</summary>
public sealed class CardsJudgeTests
{
    private static readonly string Judge = Path.GetFullPath(Path.Combine(GalleryTests.Folder, "../../tests/cards-judge"));
    private static readonly Lock Installing = new();

    [Fact]
    public async Task The_real_library_has_no_complaint_about_any_card()
    {
        var (exit, said) = await JudgeAsync(Samples.All.Select(sample => CardJson.Write(sample.View.Render())));
        Assert.True(exit == 0, said);
        Assert.Contains($"{Samples.All.Count} cards, 0 complaints", said);
    }

    [Theory]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlok","text":"x"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text","label":"No id"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Container","style":"goodish","items":[]}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.9","body":[]}""")]
    [InlineData("{")]
    public async Task The_judge_complains_about_a_broken_card(string card)
    {
        var (exit, said) = await JudgeAsync([card]);
        Assert.True(exit == 1, said);
        Assert.DoesNotContain(" 0 complaints", said);
    }

    /// <summary>Exit code 0 and "n cards, 0 complaints" when the library reads every card.</summary>
    internal static async Task<(int Exit, string Said)> JudgeAsync(IEnumerable<string> cards)
    {
        Install();
        using var node = Start("node", "judge.mjs");
        var said = node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var faults = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.StandardInput.WriteAsync(string.Join('\n', cards));
        node.StandardInput.Close();
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (node.ExitCode, await said + await faults);
    }

    private static void Install()
    {
        lock (Installing)
        {
            if (Directory.Exists(Path.Combine(Judge, "node_modules", "adaptivecards"))) return;
            using var npm = Start("npm", "ci", "--no-audit", "--no-fund", "--silent");
            npm.StandardInput.Close();
            npm.WaitForExit();
            Assert.True(npm.ExitCode == 0, npm.StandardError.ReadToEnd());
        }
    }

    private static Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = Judge,
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
