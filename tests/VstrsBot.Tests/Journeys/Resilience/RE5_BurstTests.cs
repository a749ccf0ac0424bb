using TeamsStandIn.Clients;
using TeamsStandIn.Faults;
using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Resilience;

/// <summary>RE5: a burst of 50 handoffs never exceeds what Teams allows, in one conversation and in the tenant: Teams refuses nothing.</summary>
public sealed class RE5_BurstTests
{
    private static readonly Extra[] Many =
    [
        .. Enumerable.Range(1, 9).Select(n => new Extra($"Adviser {n}", "adviser", "", $"SE {n}00 {n}")),
        .. Enumerable.Range(1, 8).Select(n => new Extra($"Specialist {n}")),
    ];

    [Fact]
    public Task Fifty_handoffs_posted_and_withdrawn_at_once_are_within_every_limit() => Desk.PlayAsync(
        async desk =>
        {
            foreach (var name in Many.Where(extra => extra.Role == "specialist").Select(extra => extra.Name).Append("Amir Khan"))
                await desk.Teams.As(name).SayAsync("on duty");
            PersonClient[] advisers = [desk.Tom, .. Many.Where(extra => extra.Role == "adviser").Select(extra => desk.Teams.As(extra.Name))];
            foreach (var adviser in advisers)
                await adviser.SayAsync("handoff");
            await desk.SettleAsync();

            var began = desk.Time.GetUtcNow();
            foreach (var adviser in advisers)
            {
                var form = adviser.Newest("Find someone");
                for (var n = 0; n < 5; n++)
                    await adviser.RawPressAsync("findSomeone", Draft(n, adviser));
                Assert.NotNull(form);
            }

            await desk.StepAsync(TimeSpan.FromSeconds(16), TimeSpan.FromSeconds(0.5));
            var numbers = await desk.NumbersAsync();
            Assert.Equal(50, numbers.Count);
            Assert.All(numbers, number => Assert.Single(desk.CardsOf(number, "channel")));
            var pings = desk.Teams.Transcript.Sends.Where(r => r.Body!.ToJsonString().Contains("Can you take it?", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(pings);
            Assert.All(pings, ping => Assert.True(ping.At - began <= TimeSpan.FromSeconds(3), $"A ping went at {ping.At:T}.")); // they overtake the rest

            foreach (var adviser in advisers)
            {
                foreach (var message in adviser.Chat.Where(m => m.Buttons.Contains("Withdraw")).ToList())
                    await adviser.PressAsync(message, "Withdraw");
            }

            await desk.StepAsync(TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(1));
            foreach (var number in numbers)
            {
                Assert.IsType<Ended>(await desk.StateAsync(number));
                Assert.StartsWith("Handoff withdrawn", desk.CardOf(number, "channel").Says(), StringComparison.Ordinal);
            }

            Assert.DoesNotContain(desk.Teams.Transcript.Requests, r => r.Status == 429);
            Assert.Empty(desk.Teams.Limits.Breaches);
            Assert.True(desk.Teams.Transcript.Requests.Count(r => (r.Op & Op.Write) != Op.None) > 300);
        },
        also: Many);

    private static System.Text.Json.Nodes.JsonObject Draft(int n, PersonClient adviser)
    {
        var data = new System.Text.Json.Nodes.JsonObject { ["surface"] = "findForm", ["draft"] = $"{adviser.Person.Name.Replace(" ", "", StringComparison.Ordinal)}{n}" };
        foreach (var (input, value) in Typed.Part1())
            data[input] = value;
        return data;
    }
}
