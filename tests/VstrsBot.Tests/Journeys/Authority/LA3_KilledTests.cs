using System.Globalization;
using TeamsStandIn.Demo;
using TeamsStandIn.Faults;
using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Authority;

/// <summary>LA3: with the bot gone, no card anywhere claims validity past its own lease; started again, it ends what lapsed before anything else.</summary>
public sealed class LA3_KilledTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(100)]
    [InlineData(400)]
    public Task With_the_bot_gone_every_card_runs_out_by_its_own_words(int killedAfter) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.StepAsync(TimeSpan.FromSeconds(killedAfter), TimeSpan.FromSeconds(5));
        var killed = desk.Time.GetUtcNow();
        await desk.StopAsync();

        desk.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(3, desk.Banners.Count);
        var shown = LiveRendering.In(desk.Teams.Transcript);
        Assert.All(shown, banner => Assert.True(banner.Until <= killed + desk.Rules.Lease && banner.Until <= desk.Time.GetUtcNow()));

        await desk.StartAsync();
        var ended = Assert.IsType<Ended>(await desk.StateAsync(number)); // before anything is sent, and so before ready
        Assert.Equal(EndReason.LeaseLapsed, ended.Reason);
        Assert.True(ended.At <= killed + desk.Rules.Lease);

        await desk.SettleAsync();
        Assert.Empty(desk.Banners);
        Assert.StartsWith($"This service can no longer confirm authority for {number}, since ", desk.CardOf(number, "authority").Says(), StringComparison.Ordinal);
        Assert.Contains("Check with Tom Reed by phone and follow DMBM512015, or ask for a fresh handoff.", desk.CardOf(number, "authority").Says(), StringComparison.Ordinal);
    });

    [Fact]
    public Task Back_within_the_lease_it_goes_on() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.StopAsync();
        desk.Time.Advance(TimeSpan.FromSeconds(150));
        await desk.StartAsync();
        await desk.SendAsync();
        Assert.IsType<Live>(await desk.StateAsync(number));
        Assert.Equal(3, desk.Banners.Count);
        Assert.All(LiveRendering.In(desk.Teams.Transcript).TakeLast(3), banner => Assert.Equal(desk.Time.GetUtcNow() + desk.Rules.Lease, banner.Until));
    });

    /// <summary>What is recorded decides, not what is shown: the cards ran out a minute before it did.</summary>
    [Fact]
    public Task Killed_between_a_renewal_and_its_cards_it_goes_on_while_the_recorded_lease_lasts() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var shown = Banners.Leases(desk.Teams).Values.Order(StringComparer.Ordinal).ToList();
        var failing = desk.Teams.Faults.Next(Op.Update, Fault.Status(503)).UntilCleared();
        await desk.StepAsync(TimeSpan.FromSeconds(60));
        await desk.StopAsync();
        failing.Clear();

        desk.Time.Advance(DateTimeOffset.Parse(shown[^1], CultureInfo.InvariantCulture) - desk.Time.GetUtcNow());
        Assert.Equal(shown, Banners.Leases(desk.Teams).Values.Order(StringComparer.Ordinal));
        await desk.StartAsync();
        Assert.IsType<Live>(await desk.StateAsync(number));

        await desk.SettleAsync();
        Assert.Equal(3, desk.Banners.Count);
        Assert.All(Banners.Leases(desk.Teams).Values, until => Assert.True(string.CompareOrdinal(until, shown[^1]) > 0));
    });

    [Fact]
    public Task After_a_restart_no_ping_goes_out_before_each_end_was_tried() => Desk.PlayAsync(async desk =>
    {
        var live = await desk.LiveAsync();
        await desk.Amir.SayAsync("on duty");
        await desk.StopAsync();
        desk.Time.Advance(TimeSpan.FromMinutes(10));
        await desk.StartAsync();
        await desk.PostUnsentAsync();

        var (transcript, since) = (desk.Teams.Transcript, desk.Teams.Transcript.Entries.Count);
        var gate = desk.Teams.Faults.Hold(Op.Update, desk.CardOf(live, "adviser").ConversationId);
        var pass = desk.SendAsync();
        await gate.ReachedAsync(TestContext.Current.CancellationToken);
        await transcript.UntilAsync(() => transcript.Updates.Count(u => u.Number > since && u.Status == 200) >= 2, TestContext.Current.CancellationToken);
        Assert.Empty(Pings());

        gate.Release();
        await pass;
        Assert.NotEmpty(Pings());
        await desk.SettleAsync();
        Assert.Empty(desk.Banners);

        IEnumerable<int> Pings() => transcript.InRequests("Can you take it?").Select(r => r.Number).Where(number => number > since);
    });

    [Fact]
    public Task A_clean_stop_ends_nothing() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.RestartAsync();
        Assert.IsType<Live>(await desk.StateAsync(number));
    });
}
