using Xunit;

namespace VstrsBot.Tests.Journeys.Intake;

/// <summary>IN4: organisation is a closed list; the manual's four ship as the default; changes are recorded.</summary>
public sealed class IN4_OrganisationsTests
{
    private static readonly string[] ManualsFour = ["TaxAid", "Tax Help for Older People", "Low Incomes Tax Reform Group (LITRG)", "Citizens Advice"];

    [Fact]
    public Task The_four_of_the_manual_are_the_default() => Desk.PlayAsync(async desk =>
        Assert.Equal(ManualsFour, (await desk.Tom.FormAsync()).Card!.Input("organisation").Choices()));

    [Fact]
    public Task A_fifth_is_refused() => Desk.PlayAsync(async desk =>
    {
        var form = await desk.Tom.FormAsync();
        var answer = await desk.ChangesNothingAsync(() => desk.Tom.PressAsync(form, "Find someone", Typed.Part1(("organisation", "Debt Helpers Ltd"))));
        Assert.Contains("Select the voluntary organisation", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await desk.NumbersAsync());
    });

    [Fact]
    public Task A_change_by_an_admin_is_recorded_and_counts_within_30_seconds() => Desk.PlayAsync(async desk =>
    {
        var said = await desk.ImportRegisterAsync("Citizens Advice,,", "StepChange,2026-11-01,", "TaxAid,,2026-11-22");
        Assert.Contains("Added: Organisation", said, StringComparison.Ordinal);

        var lines = await Aftermath.RecordOfAsync(desk, "2026-11-23");
        var changes = lines.Last(line => line.Kind == "RegisterImported").Facts;
        Assert.Contains(changes, fact => fact.Key.Contains("dded", StringComparison.Ordinal) && fact.Value.Contains("StepChange", StringComparison.Ordinal));
        Assert.Contains(changes, fact => fact.Key.Contains("emoved", StringComparison.Ordinal) && fact.Value.Contains("Tax Help for Older People", StringComparison.Ordinal));

        await desk.StepAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(["Citizens Advice", "StepChange"], (await desk.Tom.FormAsync()).Card!.Input("organisation").Choices());
    });

    [Fact]
    public Task What_was_on_the_list_when_the_form_was_drawn_counts_no_more_once_it_is_off() => Desk.PlayAsync(async desk =>
    {
        var form = await desk.Tom.FormAsync();
        await desk.ImportRegisterAsync("TaxAid,,");
        await desk.StepAsync(TimeSpan.FromSeconds(30));
        var answer = await desk.Tom.PressAsync(form, "Find someone", Typed.Part1());
        Assert.Contains("Select the voluntary organisation", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await desk.NumbersAsync());
    });
}
