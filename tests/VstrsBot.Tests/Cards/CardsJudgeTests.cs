using VstrsBot.Cards.Gallery;
using VstrsBot.Cards.Model;
using Xunit;

namespace VstrsBot.Tests.Cards;

/// <summary>The real Adaptive Cards library reads the cards: here those of the gallery, and after every journey those that it sent.</summary>
public sealed class CardsJudgeTests
{
    [Fact]
    public async Task The_real_library_has_no_complaint_about_any_card()
    {
        foreach (var sample in Samples.All)
        {
            var complaints = await CardsJudge.ComplaintsAsync(CardJson.Write(sample.View.Render()));
            Assert.True(complaints is [], $"{sample.Name}: {string.Join('\n', complaints)}");
        }
    }

    [Theory]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlok","text":"x"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text","label":"No id"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Container","style":"goodish","items":[]}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.9","body":[]}""")]
    [InlineData("{")]
    public async Task The_judge_complains_about_a_broken_card(string card) => Assert.NotEmpty(await CardsJudge.ComplaintsAsync(card));
}
