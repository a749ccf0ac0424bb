using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Words;

/// <summary>AX5: every limit is said ahead; "still on the call" can be extended, the others cannot, and their text says so.</summary>
public sealed class AX5_LimitsTests
{
    private const string Fixed = "This service's limit cannot be extended.";

    [Theory]
    [InlineData("Tom Reed")]
    [InlineData("Priya Shah")]
    [InlineData(null)]
    public Task The_question_warns_a_minute_ahead_and_one_yes_extends_it(string? whoSaysYes) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.StepAsync(TimeSpan.FromMinutes(16.2));
        foreach (var person in new[] { desk.Tom, desk.Priya })
            Assert.Equal(2, person.Alerts.Count(alert => alert.Text.Contains("still on the call", StringComparison.Ordinal)));

        if (whoSaysYes is not null) await desk.Teams.As(whoSaysYes).PressNewestAsync("Yes, still on the call");
        await desk.StepAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(whoSaysYes is not null, await desk.StateAsync(number) is Live);
    });

    [Fact]
    public Task The_claim_and_the_unused_match_warn_ahead_and_say_that_they_cannot_be_extended() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        Assert.Contains($"it goes to someone else. {Fixed}", desk.Priya.Newest("Check SEES ID").Text, StringComparison.Ordinal);
        await desk.StepAsync(TimeSpan.FromSeconds(90));
        Assert.Single(desk.Priya.Alerts, alert => alert.Text == $"{number}: Tom Reed is waiting. Check the SEES ID, or give it back.");

        await desk.CheckAsync(Desk.Code);
        Assert.Contains($"or check the SEES ID again. {Fixed}", desk.Priya.Newest("I have taken the call").Text, StringComparison.Ordinal);
        await desk.StepAsync(TimeSpan.FromMinutes(4));
        Assert.Single(desk.Priya.Alerts, alert => alert.Text.Contains("the call was not taken yet", StringComparison.Ordinal));
        await desk.StepAsync(TimeSpan.FromMinutes(1));
        Assert.IsType<Claimed>(await desk.StateAsync(number));
    });

    [Fact]
    public Task The_half_hour_and_the_cap_are_said_from_the_start_and_no_answer_moves_them() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        Assert.Contains($"{number} ends at 11:11am if the call is not taken by then. {Fixed}", desk.Tom.Newest("Withdraw").Text, StringComparison.Ordinal);
        await desk.SendDetailsAsync();
        await desk.AcceptAsync();
        await desk.CheckAsync(Desk.Code);
        await desk.TakeAsync();
        Assert.Matches($@"It ends by 11:4\dam at the latest\. {Fixed}", desk.Priya.Newest("Check now").Text);

        for (var answered = 0; answered < 4; answered++)
        {
            await desk.StepAsync(TimeSpan.FromMinutes(14));
            await desk.Priya.SayAsync($"still {number}");
            Assert.IsType<Live>(await desk.StateAsync(number));
        }

        await desk.StepAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(EndReason.Cap, Assert.IsType<Ended>(await desk.StateAsync(number)).Reason);
        Assert.Contains("That limit cannot be extended.", desk.Tom.Newest("Fresh handoff").Text, StringComparison.Ordinal);
    });
}
