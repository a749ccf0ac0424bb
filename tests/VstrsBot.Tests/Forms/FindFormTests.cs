using VstrsBot.Forms;
using Xunit;

namespace VstrsBot.Tests.Forms;

public sealed class FindFormTests
{
    private static readonly Dictionary<string, string> Good = new(StringComparer.Ordinal)
    {
        ["callerVerified"] = "true",
        ["organisation"] = "Citizens Advice",
        ["area"] = "courtAction",
        ["debtStage"] = "notKnown",
        ["whyNotVstrs"] = "stage",
    };

    [Fact]
    public void A_whole_form_is_read() =>
        Assert.Equal(new FindRequest("Citizens Advice", "courtAction", "notKnown", "stage"), Read(Good).Value);

    [Fact]
    public void All_faults_come_in_one_answer_in_the_words_of_the_form() => Assert.Equal(
        [
            "Confirm you have verified the representative", "Select the voluntary organisation", "Select a specialism",
            "Select the debt stage, or Not known", "Select why VSTRS cannot settle it",
        ],
        Read(new Dictionary<string, string>()).Faults.Select(fault => fault.Words));

    [Theory]
    [InlineData("callerVerified", "false")]
    [InlineData("organisation", "A fifth organisation")]
    [InlineData("organisation", "citizens advice")]
    [InlineData("area", "nowhere")]
    [InlineData("debtStage", "Not known")]
    [InlineData("whyNotVstrs", "PIN 1234")]
    public void What_is_not_of_its_list_is_refused_and_not_shown_again(string input, string value)
    {
        var reading = Read(new(Good, StringComparer.Ordinal) { [input] = value });
        Assert.Equal(input, Assert.Single(reading.Faults).Input);
        Assert.Null(reading.Value);
        Assert.DoesNotContain(input, reading.Shown.Keys);
        Assert.Equal(Good.Count - 1, reading.Shown.Count);
    }

    private static FormReading<FindRequest> Read(Dictionary<string, string> inputs) => FindFormReader.Read(inputs, ["TaxAid", "Citizens Advice"], ["courtAction", "timeToPay"]);
}
