using TeamsStandIn.Faults;
using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Verification;

/// <summary>VE4: three different mismatches end it, both people and both leads are told; the same value again is the same attempt.</summary>
public sealed class VE4_ThreeMismatchesTests
{
    private static readonly Extra AdvisersLead = new("Sam Hill", "lead", "VSTRS");

    [Fact]
    public Task The_third_different_mismatch_ends_it_and_tells_everybody_to_stop() => Desk.PlayAsync(
        async desk =>
        {
            var number = await desk.ClaimedAsync();
            Assert.Contains("2 tries left", (await desk.CheckAsync("AA 1")).Text, StringComparison.Ordinal);
            Assert.Contains("1 try left", (await desk.CheckAsync("AA 2")).Text, StringComparison.Ordinal);
            var last = await desk.CheckAsync("AA 3");

            Assert.StartsWith("Handoff ended. SEES ID not confirmed. Do not disclose.", last.Text, StringComparison.Ordinal);
            Assert.Contains("Tell the caller you cannot help on this call. Your lead has been told.", last.Text, StringComparison.Ordinal);
            Assert.Contains($"{number} ended at 10:41am. It was not accepted. Do not complete the transfer.", desk.Tom.PrintView(), StringComparison.Ordinal);
            foreach (var lead in (string[])["Leah Brooks", "Sam Hill"])
            {
                Assert.Contains("SEES ID", desk.Teams.As(lead).Chat[^1].Text, StringComparison.Ordinal);
                Assert.Single(desk.Teams.As(lead).Alerts, alert => alert.Text.Contains(number, StringComparison.Ordinal));
            }

            Assert.Equal(EndReason.NotConfirmed, Assert.IsType<Ended>(await desk.StateAsync(number)).Reason);
            Assert.DoesNotContain(desk.Tom.Chat, m => m.Text.Contains("mismatch", StringComparison.OrdinalIgnoreCase));
        },
        also: [AdvisersLead]);

    [Fact]
    public Task At_the_limit_nothing_is_compared_any_more() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        var old = desk.Priya.Newest("Check SEES ID");
        foreach (var wrong in (string[])["AA 1", "AA 2", "AA 3"])
            await desk.CheckAsync(wrong);

        var late = await desk.Priya.PressAsync(old, "Check SEES ID", Typed.Code(Desk.Code));
        Assert.StartsWith("Handoff ended. SEES ID not confirmed.", late.Text, StringComparison.Ordinal);
        Assert.IsType<Ended>(await desk.StateAsync(number));
        Assert.DoesNotContain("SeesIdConfirmed", await desk.RecordedAsync(number));
    });

    [Fact]
    public Task The_same_value_typed_again_is_the_same_attempt() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        foreach (var same in (string[])["AA 1", "aa1", "A-A-1", "AA 1"])
            Assert.Contains("2 tries left", (await desk.CheckAsync(same)).Text, StringComparison.Ordinal);
        await desk.CheckAsync(Desk.Code);
        Assert.IsType<Confirmed>(await desk.StateAsync(number));
        Assert.Single(await desk.RecordedAsync(number), kind => kind == "SeesIdMismatched");
    });

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public Task The_same_press_delivered_five_times_is_one_attempt(bool newIds, bool together) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        desk.Teams.Faults.Next(Op.Deliver, Fault.Duplicate(5, newIds, together)).For("Priya Shah");
        await desk.CheckAsync(Desk.WrongCode);
        Assert.Single(Assert.IsType<Claimed>(await desk.StateAsync(number)).Mismatches);
        Assert.Single(await desk.RecordedAsync(number), kind => kind == "SeesIdMismatched");
    });

    [Fact]
    public Task No_answer_leaves_before_the_attempt_is_counted() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        desk.Store.ReadOnly = true;
        foreach (var heard in (string[])[Desk.WrongCode, Desk.Code, "AA 1", "AA 2", "AA 3"])
        {
            var answer = await desk.Priya.PressNewestAsync("Check SEES ID", Typed.Code(heard));
            Assert.StartsWith("Authority not confirmed. Do not disclose. This service is not working.", answer.Text, StringComparison.Ordinal);
        }

        desk.Store.ReadOnly = false;
        Assert.Empty(Assert.IsType<Claimed>(await desk.StateAsync(number)).Mismatches);
    });

    [Fact]
    public Task A_specialist_who_is_not_satisfied_ends_it_the_same_way() => Desk.PlayAsync(
        async desk =>
        {
            var number = await desk.ClaimedAsync();
            var answer = await desk.Priya.PressNewestAsync("I'm not satisfied this is VSTRS");
            await desk.SettleAsync();
            Assert.StartsWith("Handoff ended. SEES ID not confirmed. Do not disclose.", answer.Text, StringComparison.Ordinal);
            Assert.Equal(EndReason.NotConfirmed, Assert.IsType<Ended>(await desk.StateAsync(number)).Reason);
            Assert.Contains("Do not complete the transfer.", desk.Tom.Chat[^1].Text, StringComparison.Ordinal);
            Assert.Contains("SEES ID", desk.Teams.As("Sam Hill").Chat[^1].Text, StringComparison.Ordinal);
        },
        also: [AdvisersLead]);

    [Fact]
    public Task The_second_failed_handoff_of_one_adviser_in_a_day_tells_the_lead_that_the_code_may_be_old() => Desk.PlayAsync(async desk =>
    {
        await FailAsync(desk);
        Assert.DoesNotContain("out of date", desk.Leah.Chat[^1].Text, StringComparison.Ordinal);
        await FailAsync(desk);
        Assert.Contains("out of date", desk.Leah.Chat[^1].Text, StringComparison.Ordinal);
    });

    private static async Task FailAsync(Desk desk)
    {
        await desk.PostAsync();
        await desk.AcceptAsync();
        await desk.Priya.PressNewestAsync("I'm not satisfied this is VSTRS");
        await desk.SettleAsync();
    }
}
