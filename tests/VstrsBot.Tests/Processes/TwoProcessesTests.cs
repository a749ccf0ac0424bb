using TeamsStandIn.Faults;
using VstrsBot.Tests.Journeys;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Processes;

/// <summary>Two real processes that share nothing but a table, on real time: one is killed.</summary>
public sealed class TwoProcessesTests
{
    [Fact]
    public async Task When_one_is_killed_the_other_renews_and_takes_the_end()
    {
        await using var desk = await ProcessDesk.OpenAsync(TimeSpan.FromMinutes(1), Azurite.NewTable());
        var other = await desk.StartOtherAsync();
        var number = await desk.LiveAsync();

        await desk.Bot.KillAsync();
        desk.Teams.ConnectBot(other.Messages);
        var shown = LiveRendering.In(desk.Teams.Transcript).Max(banner => banner.Until);
        await desk.UntilAsync(() => LiveRendering.In(desk.Teams.Transcript).Count(banner => banner.Until > shown) >= 3);
        Assert.Equal(3, desk.Banners.Count);

        await desk.PressAsync(desk.Tom, "The whole call has ended");
        await desk.UntilAsync(() => desk.Banners.Count == 0);
        var (verified, said) = await other.RunAsync(["audit", "verify"], ProcessDesk.Ct);
        Assert.True(verified == 0 && said.Contains("The record is good", StringComparison.Ordinal), said);
        var (_, record) = await other.RunAsync(["audit", "export"], ProcessDesk.Ct);
        Assert.Single(record.Split('\n'), line => line.Contains(number, StringComparison.Ordinal) && line.Contains("HandoffEnded", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_is_killed_while_it_shows_the_end_is_finished_by_the_other()
    {
        await using var desk = await ProcessDesk.OpenAsync(table: Azurite.NewTable());
        await desk.StartOtherAsync();
        await desk.LiveAsync();

        desk.Teams.Faults.Next(Op.Update, Fault.Silence()).UntilCleared();
        var before = desk.Teams.Transcript.Entries.Count;
        await desk.PressAsync(desk.Tom, "The whole call has ended");
        await desk.UntilAsync(() => desk.Teams.Transcript.Requests.Any(request => request.Number > before && request.Op == Op.Update));
        await desk.Bot.KillAsync();
        Assert.Equal(3, desk.Banners.Count);
        desk.Teams.Faults.Clear();
        await desk.UntilAsync(() => desk.Banners.Count == 0);
    }
}
