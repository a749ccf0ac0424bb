using VstrsBot.Cards;
using Xunit;

namespace VstrsBot.Tests.Journeys.Intake;

/// <summary>IN6: why VSTRS could not settle it, and that the representative was verified, stand in the record.</summary>
public sealed class IN6_ReasonTests
{
    public static TheoryData<string> Reasons => [.. Lists.WhyNotVstrs.Select(choice => choice.Value)];

    [Theory]
    [MemberData(nameof(Reasons))]
    public Task The_reason_stands_in_the_record_as_its_code(string reason) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync(changed: ("whyNotVstrs", reason));
        var posted = (await Aftermath.RecordOfAsync(desk, number)).Single(line => line.Kind == "HandoffPosted");
        Assert.Equal(reason, posted.Facts["whyNotVstrs"]);
        Assert.Equal("true", posted.Facts["callerVerified"]);
        Assert.Equal("DMBM512015, via VSTRS", posted.Facts["authorityReliedOn"]);
        Assert.Equal("Tom Reed", posted.Name);
    });

    [Theory]
    [InlineData("whyNotVstrs", "", "Select why VSTRS cannot settle it")]
    [InlineData("whyNotVstrs", "because", "Select why VSTRS cannot settle it")]
    [InlineData("callerVerified", "false", "Confirm you have verified the representative")]
    [InlineData("callerVerified", "", "Confirm you have verified the representative")]
    [InlineData("callerVerified", "TRUE ", "Confirm you have verified the representative")]
    [InlineData("debtStage", "", "Select the debt stage, or Not known")]
    public Task Without_it_nothing_is_posted(string input, string value, string words) => Desk.PlayAsync(async desk =>
    {
        var form = await desk.Tom.FormAsync();
        var answer = await desk.ChangesNothingAsync(() => desk.Tom.PressAsync(form, "Find someone", Typed.Part1((input, value))));
        Assert.Contains(words, answer.Text, StringComparison.Ordinal);
        Assert.Empty(await desk.NumbersAsync());
    });

    [Fact]
    public Task The_question_names_the_two_systems_and_the_tick_has_no_default() => Desk.PlayAsync(async desk =>
    {
        var form = (await desk.Tom.FormAsync()).Card!;
        Assert.Equal("Why can't VSTRS settle it with IDMS or NDDS?", (string?)form.Input("whyNotVstrs")["label"]);
        Assert.Equal(
            "I have verified this representative on this call, and the organisation holds the customer's authority for this matter",
            (string?)form.Input("callerVerified")["label"]);
        Assert.Null(form.Input("callerVerified")["value"]);
    });
}
