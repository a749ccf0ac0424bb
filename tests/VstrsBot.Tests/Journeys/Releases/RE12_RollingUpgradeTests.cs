using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TeamsStandIn.Faults;
using VstrsBot.Handlers;
using VstrsBot.Handoffs;
using VstrsBot.Outbox;
using VstrsBot.Storage;
using Xunit;

namespace VstrsBot.Tests.Journeys.Releases;

/// <summary>RE12: an upgrade in the middle of a call keeps the handoff: the next bot goes on where the one before stopped, and each release leaves the other's alone.</summary>
public sealed class RE12_RollingUpgradeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_call_goes_on_while_one_bot_takes_the_place_of_another_and_ends_from_the_card_the_old_one_drew() => Desk.PlayAsync(store: StoreKind.Tables, journey: async desk =>
    {
        var number = await desk.LiveAsync();
        var old = desk.Tom.Newest("The whole call has ended");
        var (first, posted) = (desk.Replicas[0], desk.Teams.Transcript.Sends.Count + desk.Teams.Transcript.Creates.Count);

        var next = await desk.JoinAsync();
        await StepAsync(desk, seconds: 60);
        Assert.Equal("Ready.", await ReadyAsync(next.Endpoint));
        var wasAt = first.Endpoint;
        await desk.LoseAsync(first, killed: false);
        await Assert.ThrowsAsync<HttpRequestException>(() => ReadyAsync(wasAt));
        await StepAsync(desk, seconds: 240); // longer than a lease

        Assert.Equal(posted, desk.Teams.Transcript.Sends.Count + desk.Teams.Transcript.Creates.Count); // nobody was asked or told anything again
        Assert.DoesNotContain("HandoffEnded", await desk.RecordedAsync(number));
        Assert.InRange((await desk.RecordedAsync(number)).Count(kind => kind == "LeaseRenewed"), 4, 5);
        await desk.Tom.PressAsync(old, "The whole call has ended");
        await desk.SettleAsync();
        Assert.Empty(desk.Banners);
        foreach (var surface in new[] { "authority", "adviser", "channel" })
            Assert.Contains("Authority ended", desk.CardOf(number, surface).Says(), StringComparison.Ordinal);
    });

    [Fact]
    public Task A_bot_that_is_stopped_finishes_what_it_is_sending_and_leaves_nothing_to_wait_for() => Desk.PlayAsync(store: StoreKind.Tables, journey: async desk =>
    {
        var number = await desk.LiveAsync();
        var (first, card) = (desk.Replicas[0], desk.CardOf(number, "authority"));
        using var loop = ActivatorUtilities.CreateInstance<OutboxLoop>(first.Parts);
        var gate = new Gate();
        desk.Teams.Faults.Next(Op.Update, Fault.HoldAnswer(gate)).On(card.ConversationId);
        await desk.Tom.RawPressAsync("endCall", Steps.Press(number, "adviser"));
        await loop.StartAsync(Ct);
        await gate.ReachedAsync(Ct);

        var next = await desk.JoinAsync();
        var stopping = loop.StopAsync(Ct);
        gate.Release();
        await stopping;
        await desk.LoseAsync(first, killed: false);
        Assert.All(await desk.Store.ListAllAsync(RowKeys.AllOwed, Ct), row => Assert.Null(OwedClaim.Find(row.Claim)!.Until));

        await next.PassAllAsync(); // at this very moment
        Assert.Empty(desk.Banners);
        Assert.Single(card.History, edit => edit.Activity.ToJsonString().Contains("Authority ended", StringComparison.Ordinal));
        await desk.SettleAsync();
    });

    /// <summary>Both pump. What the later one has written the present one does not know; it serves what it does know.</summary>
    [Fact]
    public Task Beside_a_later_release_the_present_one_says_not_confirmed_writes_nothing_and_is_in_nobodys_way() => Desk.PlayAsync(store: StoreKind.Tables, journey: async desk =>
    {
        var present = desk.Replicas[0];
        var later = await desk.JoinAsync(over: store => new NextRelease(store));
        desk.ListenTo(later);
        var number = await desk.LiveAsync();
        await StepAsync(desk, seconds: 200, alsoHolds: async () => Assert.StartsWith(NextRelease.Next, await RowAsync(present, number), StringComparison.Ordinal));

        desk.ListenTo(present);
        Assert.Equal(Wording.NotWorking, (await desk.Priya.PressNewestAsync("Check now")).Message);
        Assert.Equal(Wording.NotWorking, (await desk.Tom.PressNewestAsync("The whole call has ended")).Message);
        await desk.Tom.SayAsync($"end {number}");
        Assert.Equal(Wording.NotWorking, desk.Tom.Chat[^1].Plain);
        Assert.StartsWith(NextRelease.Next, await RowAsync(present, number), StringComparison.Ordinal);
        await desk.PostUnsentAsync();
        await present.PassAllAsync();
        var other = Assert.Single((await desk.NumbersAsync()).Except([number]));
        Assert.IsType<Waiting>(await desk.StateAsync(other));

        desk.ListenTo(later);
        await desk.Tom.RawPressAsync("endCall", Steps.Press(number, "adviser"));
        var pressed = desk.Time.GetUtcNow();
        while (desk.Banners.Count > 0)
        {
            Assert.True(desk.Time.GetUtcNow() - pressed <= TimeSpan.FromSeconds(5), "The present release is in the way of an end.");
            await desk.SendAsync();
            desk.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.StartsWith(NextRelease.Next, await RowAsync(present, number), StringComparison.Ordinal);
        await desk.LoseAsync(present, killed: false);
        Assert.Equal(["HandoffEnded"], (await desk.RecordedAsync(number)).TakeLast(1));
        await desk.Tom.RawPressAsync("withdraw", Steps.Press(other, "adviser"));
        await desk.SettleAsync();
    });

    /// <summary>All that serve pump; the banner stands all the time, and may be believed.</summary>
    private static async Task StepAsync(Desk desk, int seconds, Func<Task>? alsoHolds = null)
    {
        for (var second = 0; second < seconds; second += 5)
        {
            desk.Time.Advance(TimeSpan.FromSeconds(5));
            await desk.SendAsync();
            Assert.Equal(3, desk.Banners.Count);
            Assert.All(desk.Banners, banner => Assert.True(UntilOf(banner.BaseCard!) > desk.Time.GetUtcNow(), "A banner ran out."));
            if (alsoHolds is not null)
                await alsoHolds();
        }
    }

    private static DateTimeOffset UntilOf(System.Text.Json.Nodes.JsonObject card) =>
        DateTimeOffset.Parse((string)card["refresh"]!["action"]!["data"]!["until"]!, System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<string> RowAsync(Replica replica, string number) => Encoding.UTF8.GetString((await replica.Store.FindAsync($"h|{number}", Ct))!.Value);

    private static async Task<string> ReadyAsync(Uri bot)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        return await http.GetStringAsync(new Uri(bot, "/readyz"), Ct);
    }
}
