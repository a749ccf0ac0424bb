using Xunit;

namespace VstrsBot.Tests.Journeys.Intake;

/// <summary>IN3: all faults of a part in one reply, typed values kept, a refused PIN emptied, nothing posted.</summary>
public sealed class IN3_AllFaultsTests
{
    [Fact]
    public Task Part_1_names_every_fault_at_once_keeps_what_was_chosen_and_posts_nothing() => Desk.PlayAsync(async desk =>
    {
        var form = await desk.Tom.FormAsync();
        var answer = await desk.ChangesNothingAsync(() =>
            desk.Tom.PressAsync(form, "Find someone", Typed.Part1(("callerVerified", "false"), ("area", ""), ("whyNotVstrs", ""))));
        Assert.Contains("There is a problem", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Confirm you have verified the representative", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Select a specialism", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Select why VSTRS cannot settle it", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Select the debt stage", answer.Text, StringComparison.Ordinal);
        Assert.Equal("Citizens Advice", (string?)answer.Card!.Input("organisation")["value"]);
        Assert.Equal("preEnforcement", (string?)answer.Card!.Input("debtStage")["value"]);
        Assert.Empty(desk.Priya.Channel);

        await desk.Tom.PressAsync(desk.Tom.Newest("Find someone"), "Find someone", Typed.Part1());
        Assert.Single(await desk.NumbersAsync());
    });

    [Fact]
    public Task Part_2_names_every_fault_at_once_keeps_what_was_typed_and_empties_the_PIN() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var answer = await desk.ChangesNothingAsync(() => desk.Tom.PressNewestAsync(
            "Send details", Typed.Part2(("reference", "2234567891"), ("restricted", "yes"), ("issue", "Their PIN is 4821"))));
        Assert.Contains("Check the reference. A UTR is 10 numbers", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Enter the restrictions", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Remove the PIN. It must not be shared outside VSTRS.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(Typed.Customer, (string?)answer.Card!.Input("customerName")["value"]);
        Assert.Equal("2234567891", (string?)answer.Card!.Input("reference")["value"]);
        Assert.Null(answer.Card!.Input("issue")["value"]);
        Assert.DoesNotContain("4821", answer.Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(await desk.StoredDetailsAsync(number));
    });

    [Fact]
    public Task Nothing_filled_in_names_each_required_field_once() => Desk.PlayAsync(async desk =>
    {
        await desk.PostAsync();
        var answer = await desk.Tom.PressNewestAsync("Send details");
        string[] named =
        [
            "Enter the representative's name", "Select whether the organisation has consent to act", "Enter the customer's name", "Select the kind of reference", "Enter the reference",
            "Select what the customer authorised the organisation to deal with", "Select whether the customer has restricted what may be disclosed",
            "Enter what you need the specialist to do", "Select a call back, or None",
        ];
        Assert.All(named, words => Assert.Single(answer.Text.Split('\n'), line => line == words));
    });

    [Fact]
    public Task A_form_sent_as_a_message_has_its_faults_named_without_its_values() => Desk.PlayAsync(async desk =>
    {
        await desk.PostAsync();
        await desk.Tom.PressAsSubmitAsync(desk.Tom.Newest("Send details"), "Send details", Typed.Part2(("customerName", ""), ("issue", "")));
        var said = desk.Tom.Chat[^1].Plain!;
        Assert.Contains("Enter the customer's name", said, StringComparison.Ordinal);
        Assert.Contains("Enter what you need the specialist to do", said, StringComparison.Ordinal);
    });

    [Fact]
    public Task Part_1_sent_as_a_message_has_its_faults_named_too() => Desk.PlayAsync(async desk =>
    {
        var form = await desk.Tom.FormAsync();
        await desk.Tom.PressAsSubmitAsync(form, "Find someone", Typed.Part1(("area", ""), ("debtStage", "")));
        Assert.Contains("Select a specialism. Select the debt stage, or Not known", desk.Tom.Chat[^1].Plain!, StringComparison.Ordinal);
        Assert.Empty(await desk.NumbersAsync());
    });

    [Fact]
    public Task What_is_no_choice_of_a_list_is_not_shown_again() => Desk.PlayAsync(async desk =>
    {
        var form = await desk.Tom.FormAsync();
        var answer = await desk.Tom.PressAsync(form, "Find someone", Typed.Part1(("organisation", "The PIN is 4821")));
        Assert.Contains("Select the voluntary organisation", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("4821", answer.Body!.ToJsonString(), StringComparison.Ordinal);
    });
}
