using VstrsBot.Handoffs;
using VstrsBot.Limits;
using Xunit;

namespace VstrsBot.Tests.Limits;

/// <summary>Who waits for a place within the limits, and in which order: an end never stands behind what is less urgent.</summary>
public sealed class TurnsTests
{
    [Fact]
    public async Task The_most_urgent_of_those_that_wait_is_next_and_of_those_whoever_came_first()
    {
        var turns = new Turns();
        List<string> order = [];
        await turns.TakeAsync(Urgency.Renewal);
        Urgency[] come = [Urgency.Renewal, Urgency.Card, Urgency.End, Urgency.Card, Urgency.End];
        var all = come.Select((urgency, n) => InTurnAsync($"{urgency} {n}", urgency)).ToList();
        Assert.Empty(order);
        turns.GiveBack();
        await Task.WhenAll(all);
        Assert.Equal(["End 2", "End 4", "Card 1", "Card 3", "Renewal 0"], order);

        await turns.TakeAsync(Urgency.Renewal); // and the turn is free again
        async Task InTurnAsync(string name, Urgency urgency)
        {
            await turns.TakeAsync(urgency);
            order.Add(name);
            turns.GiveBack();
        }
    }
}
