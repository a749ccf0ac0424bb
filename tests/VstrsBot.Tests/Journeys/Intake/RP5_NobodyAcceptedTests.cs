using VstrsBot.Cards;
using Xunit;

namespace VstrsBot.Tests.Journeys.Intake;

/// <summary>RP5: when the ladder ends the adviser is told within 1 s and offered retry, callback or withdraw.</summary>
public sealed class RP5_NobodyAcceptedTests
{
    [Fact]
    public Task At_three_minutes_to_the_second_the_adviser_is_told_with_an_alert_and_three_ways_on() => Desk.PlayAsync(async desk =>
    {
        await desk.Tom.PressAsync(await desk.Tom.FormAsync(), "Find someone", Typed.Part1());
        await desk.SendAsync();
        var number = Assert.Single(await desk.NumbersAsync());
        var told = $"Nobody has accepted {number} after 3 minutes. Tell the representative you are still trying, or arrange a call back.";

        await desk.StepAsync(TimeSpan.FromSeconds(179), TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(desk.Tom.Chat, message => message.Plain == told);
        await desk.StepAsync(TimeSpan.FromSeconds(1));
        Assert.Single(desk.Tom.Chat, message => message.Plain == told);
        Assert.Single(desk.Tom.Alerts, alert => alert.Text == told);
        await desk.StepAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(["Ask again", "Arrange a call back", "Withdraw"], desk.Tom.Newest("Ask again").Buttons);
        Assert.Contains("A call back is new contact. This handoff does not cover it.", desk.Tom.Newest("Ask again").Text, StringComparison.Ordinal);
    });

    [Fact]
    public Task Ask_again_starts_the_ladder_afresh() => Desk.PlayAsync(async desk =>
    {
        var number = await ExhaustedAsync(desk);
        var before = desk.Priya.Alerts.Count;
        await desk.Tom.PressNewestAsync("Ask again");
        await desk.SettleAsync();
        Assert.True(desk.Priya.Alerts.Count > before);
        Assert.Contains($"Asking specialists. Nobody has accepted {number} yet.", desk.Tom.Newest("Withdraw").Text, StringComparison.Ordinal);
        await desk.AcceptAsync();
        Assert.Contains("SpecialistClaimed", await desk.RecordedAsync(number));
    });

    [Fact]
    public Task A_call_back_ends_it_tells_the_lead_and_is_recorded_without_the_customer() => Desk.PlayAsync(async desk =>
    {
        var number = await ExhaustedAsync(desk);
        var answer = await desk.Tom.PressNewestAsync("Arrange a call back", new Dictionary<string, string> { ["callBack"] = "vstrs", ["callBackBy"] = "hour" });
        await desk.SettleAsync();
        Assert.Contains("call back", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("HandoffEnded", (await desk.RecordedAsync(number))[^1]);
        Assert.Contains(desk.Leah.Chat, message => message.Text.Contains(number, StringComparison.Ordinal) && message.Text.Contains("11:44am", StringComparison.Ordinal));
    });

    [Theory]
    [InlineData("", "hour", "Select the kind of call back.")]
    [InlineData("none", "hour", "Select the kind of call back.")]
    [InlineData("vstrs", "", "Select by when.")]
    [InlineData("Canary Customer", "hour", "Select the kind of call back.")]
    [InlineData("vstrs", "whenever", "Select by when.")]
    [InlineData("", "", "Select the kind of call back. Select by when.")]
    public Task A_call_back_needs_a_kind_and_a_time_of_the_list(string kind, string by, string said) => Desk.PlayAsync(async desk =>
    {
        await ExhaustedAsync(desk);
        var answer = await desk.ChangesNothingAsync(() => desk.Tom.PressNewestAsync("Arrange a call back", new Dictionary<string, string> { ["callBack"] = kind, ["callBackBy"] = by }));
        Assert.Equal(said, answer.Message);
    });

    [Fact]
    public Task Withdrawing_ends_it() => Desk.PlayAsync(async desk =>
    {
        var number = await ExhaustedAsync(desk);
        await desk.Tom.PressNewestAsync("Withdraw");
        await desk.SettleAsync();
        Assert.Equal("HandoffEnded", (await desk.RecordedAsync(number))[^1]);
        Assert.DoesNotContain(desk.Priya.Chat, message => message.Buttons.Contains("Accept"));
    });

    [Theory]
    [InlineData(Verbs.AskAgain)]
    [InlineData(Verbs.ArrangeCallBack)]
    [InlineData(Verbs.Withdraw)]
    public Task They_are_the_advisers_alone(string verb) => Desk.PlayAsync(async desk =>
    {
        var number = await ExhaustedAsync(desk);
        var data = new System.Text.Json.Nodes.JsonObject { ["handoff"] = number, ["surface"] = "adviser", ["callBack"] = "vstrs", ["callBackBy"] = "hour" };
        Assert.Equal($"Only the adviser who posted {number} can do this.", (await desk.ChangesNothingAsync(() => desk.Amir.RawPressAsync(verb, data))).Message);
    });

    private static async Task<string> ExhaustedAsync(Desk desk)
    {
        var number = await desk.PostAsync();
        await desk.StepAsync(TimeSpan.FromMinutes(3));
        Assert.Contains("LadderExhausted", await desk.RecordedAsync(number));
        return number;
    }
}
