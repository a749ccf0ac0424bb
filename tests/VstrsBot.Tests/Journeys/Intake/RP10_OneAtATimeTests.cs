using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Intake;

/// <summary>RP10: whoever has an open handoff or an unanswered ping is skipped; a second acceptance is refused with the number of the first.</summary>
public sealed class RP10_OneAtATimeTests
{
    [Fact]
    public Task Somebody_with_an_open_handoff_is_not_asked_and_cannot_accept_another() => Desk.PlayAsync(async desk =>
    {
        var first = await desk.ClaimedAsync();
        await desk.Amir.SayAsync("on duty");
        var second = await desk.PostAsync();
        Assert.DoesNotContain(desk.Priya.Chat, message => message.Buttons.Contains("Accept"));
        Assert.Contains(second, desk.Amir.Newest("Accept").Text, StringComparison.Ordinal);

        var card = desk.Priya.Channel.Last(message => message.Text.Contains(second, StringComparison.Ordinal));
        var answer = await desk.ChangesNothingAsync(() => desk.Priya.PressAsync(card, "Accept"));
        Assert.Equal($"You have {first}. Give it back first.", answer.Message);

        await desk.CheckAsync(Desk.Code);
        await desk.TakeAsync();
        answer = await desk.ChangesNothingAsync(() => desk.Priya.PressAsync(card, "Accept"));
        Assert.Equal($"You have {first}. Give it back first.", answer.Message);
    });

    [Fact]
    public Task Once_the_first_is_given_back_or_over_they_may_take_the_next() => Desk.PlayAsync(async desk =>
    {
        await desk.ClaimedAsync();
        var second = await desk.PostAsync();
        await desk.Priya.PressNewestAsync("Give it back");
        await desk.SettleAsync();
        await desk.Priya.SayAsync($"accept {second}");
        await desk.SettleAsync();
        Assert.Equal("Priya Shah", ((Claimed)await desk.StateAsync(second)).Specialist.Name);
    });

    [Fact]
    public Task Somebody_with_an_unanswered_ping_is_not_asked_for_another() => Desk.PlayAsync(async desk =>
    {
        var first = await desk.PostAsync();
        var second = await desk.PostAsync();
        Assert.Single(RP3_LadderTests.Pings(desk.Priya));
        Assert.Empty(((Waiting)await desk.StateAsync(second)).Asks);

        await desk.AcceptAsync();
        Assert.Equal("Priya Shah", ((Claimed)await desk.StateAsync(first)).Specialist.Name);
    });

    [Fact]
    public Task Two_accepted_at_once_by_one_person_are_one() => Desk.PlayAsync(async desk =>
    {
        for (var round = 0; round < 10; round++)
        {
            string[] numbers = [await desk.PostAsync(), await desk.PostAsync()];
            await Task.WhenAll(numbers.Select(number => Task.Run(() => desk.Amir.SayAsync($"accept {number}"))));
            var states = await Task.WhenAll(numbers.Select(desk.StateAsync));
            Assert.Single(states.OfType<Claimed>());
            Assert.Single(states.OfType<Waiting>());
            foreach (var number in numbers)
                await desk.Tom.SayAsync($"withdraw {number}");
            await desk.SettleAsync();
        }
    });

    [Fact]
    public Task Nobody_accepts_their_own() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var data = new System.Text.Json.Nodes.JsonObject { ["handoff"] = number, ["surface"] = "channel" };
        Assert.Equal("You posted this handoff. Somebody else must accept it.", (await desk.ChangesNothingAsync(() => desk.Tom.RawPressAsync("accept", data))).Message);
    });
}
