using System.Text.Json;
using VstrsBot.Tests.Cards;
using Xunit;

namespace VstrsBot.Tests.Journeys.Words;

/// <summary>AX2 over one whole handoff: each input says what it is, whether it is needed and what is wrong with it; each picture says what it shows.</summary>
public sealed class AX2_LabelsTests
{
    /// <summary>What must be filled in, whoever reads the card.</summary>
    private static readonly string[] Needed = ["callerVerified", "organisation", "area", "debtStage", "whyNotVstrs", "representative", "consentToAct", "customerName", "restricted", "issue", "seesId"];

    [Fact]
    public Task Every_input_has_a_label_a_required_mark_and_an_error_text_and_no_picture_lacks_its_words() => Desk.PlayAsync(async desk =>
    {
        await WholeHandoff.PlayAsync(desk);
        var cards = WholeHandoff.CardsOf(desk).Select(card => JsonSerializer.SerializeToElement(card)).ToList();
        Assert.DoesNotContain(cards.SelectMany(card => card.OfType("Image")), picture => string.IsNullOrWhiteSpace(picture.Text("altText")));
        var inputs = cards.SelectMany(card => card.Inputs()).ToList();
        Assert.Empty(Needed.Except(inputs.Select(input => input.Text("id")!)));
        Assert.All(inputs, input =>
        {
            Assert.False(string.IsNullOrWhiteSpace(input.Text("label")), input.GetRawText());
            Assert.False(string.IsNullOrWhiteSpace(input.Text("errorMessage")), input.GetRawText());
            Assert.True(input.Is("isRequired") || !Needed.Contains(input.Text("id")), input.GetRawText());
        });
    });
}
