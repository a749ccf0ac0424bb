using VstrsBot.Cards.Gallery;
using VstrsBot.Cards.Model;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Cards;

/// <summary>The real Adaptive Cards library reads the cards.</summary>
public sealed class CardsJudgeTests
{
    private static readonly NpmFolder Judge = new("cards-judge", "adaptivecards");

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
        using var node = Judge.StartNode(Judge.Path, "judge.mjs");
        var said = node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var faults = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.StandardInput.WriteAsync(string.Join('\n', cards));
        node.StandardInput.Close();
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (node.ExitCode, await said + await faults);
    }
}
