using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Intake;

/// <summary>RP7: fifty accepts at once: one winner, 49 calm private sentences, no error words.</summary>
public sealed class RP7_FiftyAcceptsTests
{
    private const int Rounds = 20;

    private static readonly Extra[] Fifty = [.. Enumerable.Range(1, 50).Select(n => new Extra($"Specialist {n:D2}"))];

    [Fact]
    public Task One_of_fifty_wins_each_time_and_the_others_are_told_who_and_since_when() => Desk.PlayAsync(
        async desk =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                var number = await desk.PostAsync();
                var card = desk.Priya.Channel.Last(message => message.Text.Contains(number, StringComparison.Ordinal));
                var answers = await Task.WhenAll(Fifty.Select(one => Task.Run(() => desk.Teams.As(one.Name).PressAsync(card, "Accept"))));

                var held = (Claimed)await desk.StateAsync(number);
                Assert.Single(await desk.RecordedAsync(number), kind => kind == "SpecialistClaimed");
                Assert.Single(answers, answer => answer.Message == $"You have {number}. Carry on in your chat with this app.");
                var told = answers.Where(answer => answer.Message!.StartsWith("Accepted by ", StringComparison.Ordinal)).ToList();
                Assert.Equal(49, told.Count);
                Assert.All(told, answer => Assert.Equal($"Accepted by {held.Specialist.Name} at {VstrsBot.Clock.UkClock.At(held.ClaimedAt).Time}. Nothing for you to do.", answer.Message));
                Assert.All(answers, answer => Assert.Equal((200, 200, false), (answer.Status, answer.StatusCode, answer.WentWrong)));

                await desk.SettleAsync();
                Assert.Single(Fifty, one => desk.Teams.As(one.Name).Chat.Any(message => message.Buttons.Contains("Check SEES ID")));
                await desk.Tom.SayAsync($"withdraw {number}");
                await desk.SettleAsync();
            }
        },
        also: Fifty);
}
