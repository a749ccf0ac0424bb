using System.Globalization;
using TeamsStandIn.Clients;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Storage;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Journeys.Replicas;

/// <summary>
/// G6, RP7: a hundred specialists accept at once, one of whom holds a handoff already: one wins, and nobody holds two. A few rounds here;
/// <c>./test --long</c> plays more (CLAIM_ROUNDS).
/// </summary>
public sealed class G6_ManyClaimsTests(ITestOutputHelper output)
{
    private const int Clickers = 100;

    /// <summary>About 20 messages a round go to one adviser's chat, and Teams takes 1,800 an hour there.</summary>
    private const int RoundsAnHour = 40;

    private static readonly Extra[] Hundred = [.. Enumerable.Range(1, Clickers).Select(n => new Extra($"Specialist {n:D3}", Areas: "timeToPay"))];

    private static int Rounds => int.Parse(Environment.GetEnvironmentVariable("CLAIM_ROUNDS") ?? "1", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(nameof(StoreKind.Embedded), 1)]
    [InlineData(nameof(StoreKind.Tables), 2)]
    public async Task Of_a_hundred_one_wins_and_nobody_holds_two(string store, int bots)
    {
        await Desk.PlayAsync(store: Enum.Parse<StoreKind>(store), bots: bots, also: Hundred, journey: async desk =>
        {
            PersonClient[] clickers = [.. Hundred.Select(one => desk.Teams.As(one.Name))];
            for (var round = 0; round < Rounds; round++)
            {
                if (round % RoundsAnHour == RoundsAnHour - 1)
                    await desk.StepAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(5));
                var busy = clickers[round % Clickers];
                var held = await desk.PostAsync();
                await busy.SayAsync($"accept {held}");
                await desk.SettleAsync();

                var number = await desk.PostAsync();
                var card = desk.Priya.Channel.Last(message => message.Text.Contains(number, StringComparison.Ordinal));
                var answers = await Task.WhenAll(clickers.Select(one => Task.Run(() => one.PressAsync(card, "Accept"))));

                Assert.All(answers, answer => Assert.Equal((200, 200, false), (answer.Status, answer.StatusCode, answer.WentWrong)));
                Assert.Single(await desk.RecordedAsync(number), kind => kind == "SpecialistClaimed");
                Assert.Single(answers, answer => answer.Message == $"You have {number}. Carry on in your chat with this app.");
                await NobodyHoldsTwoAsync(desk);
                var winner = Assert.IsType<Claimed>(await desk.StateAsync(number)).Specialist;
                Assert.NotEqual(busy.Person.Name, winner.Name);
                Assert.Equal(busy.Person.Name, Assert.IsType<Claimed>(await desk.StateAsync(held)).Specialist.Name);

                await desk.SettleAsync();
                await desk.Tom.SayAsync($"withdraw {held}");
                await desk.Tom.SayAsync($"withdraw {number}");
                await desk.SettleAsync();
            }
        });
        output.Measured("G6", $"{store}, {Rounds} rounds, {Clickers} clickers, {bots} bots, 0 double accepts.");
    }

    private static async Task NobodyHoldsTwoAsync(Desk desk)
    {
        var rows = await desk.Store.ReadAsync(RecordKeys.Handoffs, RecordKeys.After(RecordKeys.Handoffs), int.MaxValue, CancellationToken.None);
        var holders = rows.Select(row => Snapshot.Find(row)!.State).OfType<HeldHandoff>().Select(held => held.Specialist.Id).ToList();
        Assert.Equal(holders.Distinct(), holders);
        Assert.NotEmpty(holders);
    }
}
