using TeamsStandIn.Faults;
using VstrsBot.Handoffs;
using VstrsBot.Tests.Storage;
using Xunit;

namespace VstrsBot.Tests.Journeys.Replicas;

/// <summary>RE11: a bot killed in the middle of a send is healed by another within 30 seconds.</summary>
public sealed class RE11_KilledTests
{
    private static readonly TimeSpan HealedWithin = TimeSpan.FromSeconds(30);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Moments => ["claimed, not sent", "sent, not arrived", "done, not answered", "answered, not completed"];

    [Theory, MemberData(nameof(Moments))]
    public Task Killed_while_it_takes_the_banners_away(string moment) => Desk.PlayAsync(store: StoreKind.Tables, bots: 2, journey: async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.Tom.PressNewestAsync("The whole call has ended");
        await KillAsync(desk, moment, Op.Update);
        Assert.NotEmpty(desk.Banners);

        await HealAsync(desk, () => desk.Banners.Count == 0);
        Assert.Contains("Authority ended", desk.CardOf(number, "authority").Says(), StringComparison.Ordinal);
    });

    [Theory, MemberData(nameof(Moments))]
    public Task Killed_while_it_asks_a_specialist(string moment) => Desk.PlayAsync(store: StoreKind.Tables, bots: 2, journey: async desk =>
    {
        await desk.PostUnsentAsync();
        await KillAsync(desk, moment, Op.Send);

        await HealAsync(desk, () => desk.Priya.Chat.Any(message => message.Buttons.Contains("Accept")));
        var pings = desk.Priya.Chat.Count(message => message.Buttons.Contains("Accept"));
        Assert.InRange(pings, 1, 2); // a second only after an answer that nobody knows
        await desk.AcceptAsync();
    });

    /// <summary>The update of the dead bot says live, and arrives when the call has ended: the other has the last word.</summary>
    [Fact]
    public Task Killed_while_it_renews_and_its_banner_arrives_after_the_end() => Desk.PlayAsync(store: StoreKind.Tables, bots: 2, journey: async desk =>
    {
        var number = await desk.LiveAsync();
        var (dying, other) = (desk.Replicas[0], desk.Replicas[1]);
        await dying.RecordWhatWaitsAsync();
        desk.Time.Advance(desk.Rules.RenewEvery);
        var late = new Gate();
        desk.Teams.Faults.Next(Op.Update, Fault.Hold(late)).On(desk.CardOf(number, "authority").ConversationId);
        var pass = DrainAsync(dying);
        await late.ReachedAsync(Ct);
        dying.Store.Down = true; // what it sent is on its way
        desk.ListenTo(other);

        await desk.Tom.PressNewestAsync("The whole call has ended");
        var since = desk.Time.GetUtcNow();
        await PassAsync(desk, other, seconds: 5);
        late.Release();
        await desk.Teams.Transcript.UntilAsync(() => desk.CardOf(number, "authority").Says().Contains("AUTHORITY LIVE", StringComparison.Ordinal), Ct);
        await pass;

        await desk.LoseAsync(dying, killed: true);
        await HealAsync(desk, () => desk.Banners.Count == 0, since);
    });

    private static async Task KillAsync(Desk desk, string moment, Op op)
    {
        var (dying, other) = (desk.Replicas[0], desk.Replicas[1]);
        await dying.RecordWhatWaitsAsync();
        var gate = new Gate();
        var since = desk.Teams.Transcript.Entries.Count;
        switch (moment)
        {
            case "claimed, not sent":
                dying.Table.Next.Enqueue(UnclearAnswer.AnswerLost);
                dying.Table.Between = () => Task.Run(dying.Kill);
                break;
            case "sent, not arrived":
                desk.Teams.Faults.Next(op, Fault.Hold(gate)).UntilCleared();
                break;
            case "done, not answered":
                desk.Teams.Faults.Next(op, Fault.HoldAnswer(gate)).UntilCleared();
                break;
            default:
                dying.Table.Before = _ =>
                {
                    if (desk.Teams.Transcript.Requests.Any(r => r.Number > since && r.Op == op && r.Status is 200 or 201))
                        dying.Kill();
                    return dying.Store.Down ? Task.FromException(new IOException("Killed.")) : Task.CompletedTask;
                };
                break;
        }

        desk.ListenTo(other);
        var pass = DrainAsync(dying);
        if (moment is "sent, not arrived" or "done, not answered")
        {
            await gate.ReachedAsync(Ct);
            dying.Kill();
        }

        await pass;
        Assert.True(dying.Store.Down, "It was not killed.");
        desk.Teams.Faults.Clear();
        await desk.LoseAsync(dying, killed: true);
    }

    private static async Task DrainAsync(Replica replica)
    {
        try
        {
            await replica.PassAllAsync();
        }
        catch (Exception died) when (died is StoreUnavailableException or StoreUnsureException or OperationCanceledException && replica.Store.Down)
        {
            // dead
        }
    }

    private static async Task HealAsync(Desk desk, Func<bool> healed, DateTimeOffset? since = null)
    {
        var died = since ?? desk.Time.GetUtcNow();
        while (!healed())
        {
            Assert.True(desk.Time.GetUtcNow() < died + HealedWithin, "It was not healed in time.");
            await PassAsync(desk, desk.Replicas[0], seconds: 1);
        }

        await PassAsync(desk, desk.Replicas[0], seconds: 30);
        Assert.True(healed());
    }

    private static async Task PassAsync(Desk desk, Replica replica, int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            await replica.PassAllAsync();
            desk.Time.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
