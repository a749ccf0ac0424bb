using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys;

/// <summary>EN8: a fresh handoff refills everything but the declarations, for the adviser who typed it, and verifies anew.</summary>
public sealed class EN8_FreshHandoffTests
{
    [Fact]
    public Task Part_1_comes_refilled_without_the_tick_and_part_2_without_what_was_declared() => Desk.PlayAsync(async desk =>
    {
        var first = await desk.LiveAsync();
        await desk.EndAsync();

        var form = await desk.Tom.PressNewestAsync("Fresh handoff");
        Assert.Contains($"Fresh handoff after {first}. It inherits no authority.", form.Text, StringComparison.Ordinal);
        Assert.Equal("Citizens Advice", Value(form, "organisation"));
        Assert.Null(Value(form, "callerVerified"));

        await desk.Tom.PressNewestAsync("Find someone", new Dictionary<string, string>(StringComparer.Ordinal) { ["callerVerified"] = "true" });
        await desk.SettleAsync();
        var second = (await desk.NumbersAsync()).Single(number => number != first);
        var refilled = await desk.Tom.PressNewestAsync($"Fill in from {first}");
        Assert.Equal(Typed.Customer, Value(refilled, "customerName"));
        Assert.Null(Value(refilled, "consentToAct"));
        Assert.Null(Value(refilled, "restricted"));

        var state = Assert.IsType<Waiting>(await desk.StateAsync(second));
        Assert.Equal(first, state.Posting.Follows?.Value);
        Assert.Null(state.DetailsAt);
        Assert.Empty(desk.Banners);
    });

    [Fact]
    public Task Nobody_but_its_adviser_gets_it() => Desk.PlayAsync(async desk =>
    {
        var first = await desk.LiveAsync();
        await desk.EndAsync();
        var ended = desk.Tom.Newest("Fresh handoff");

        var answer = await desk.Priya.PressAsync(ended, "Fresh handoff");
        Assert.Equal($"Only the adviser who posted {first} can do this.", answer.Message);
        Assert.DoesNotContain(Typed.Customer, answer.Text, StringComparison.Ordinal);
    });

    [Fact]
    public Task Once_the_details_are_gone_there_is_nothing_to_fill_in() => Desk.PlayAsync(async desk =>
    {
        var first = await desk.LiveAsync();
        await desk.EndAsync();
        await desk.Tom.PressNewestAsync("Fresh handoff");
        await desk.Tom.PressNewestAsync("Find someone", new Dictionary<string, string>(StringComparer.Ordinal) { ["callerVerified"] = "true" });
        await desk.SettleAsync();
        await desk.Priya.PressNewestAsync("Save", new Dictionary<string, string>(StringComparer.Ordinal) { ["outcome"] = "held", ["inIdms"] = "true" });

        Assert.Equal("There is nothing to fill in any more. Type the details.", (await desk.Tom.PressNewestAsync($"Fill in from {first}")).Message);
    });

    private static string? Value(TeamsStandIn.Clients.BotAnswer answer, string input) =>
        (string?)TeamsStandIn.Clients.CardReading.InputsOf(answer.Card!).Single(i => (string?)i["id"] == input)["value"];
}
