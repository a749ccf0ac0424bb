using Xunit;

namespace VstrsBot.Tests.Journeys.Intake;

/// <summary>RP6: with nobody on duty the form says so before anything is sent, and the lead is told when it is.</summary>
public sealed class RP6_NobodyOnDutyTests
{
    [Fact]
    public Task The_form_says_so_and_the_lead_is_rung_at_once() => Desk.PlayAsync(async desk =>
    {
        await desk.Priya.SayAsync("off duty");
        var form = await desk.Tom.FormAsync();
        Assert.Contains("Court action: nobody on duty", form.Card!.Input("area").Choices());

        await desk.Tom.PressAsync(form, "Find someone", Typed.Part1());
        await desk.SendAsync();
        var number = Assert.Single(await desk.NumbersAsync());
        Assert.Single(desk.Leah.Alerts, alert => alert.Text.Contains(number, StringComparison.Ordinal));
        Assert.Contains(number, desk.Leah.Chat[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(desk.Priya.Chat, message => message.Buttons.Contains("Accept"));
    });

    [Fact]
    public Task Somebody_on_duty_who_is_busy_is_not_called_free() => Desk.PlayAsync(async desk =>
    {
        await desk.PostAsync();
        Assert.Contains("Court action: nobody free", (await desk.Tom.FormAsync()).Card!.Input("area").Choices());
    });

    [Fact]
    public Task Duty_runs_out_by_itself() => Desk.PlayAsync(async desk =>
    {
        await desk.StepAsync(TimeSpan.FromHours(8), TimeSpan.FromHours(1));
        Assert.Contains("Court action: nobody on duty", (await desk.Tom.FormAsync()).Card!.Input("area").Choices());
    });
}
