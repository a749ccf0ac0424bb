using VstrsBot.Tests.Processes;
using Xunit;

namespace VstrsBot.Tests.Journeys.Resilience;

/// <summary>RE8, G5: the real process, suspended while authority is live.</summary>
public sealed class RE8_SuspendedTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Suspended_for_longer_than_the_lease_it_ends_the_banner_and_does_not_renew_it()
    {
        await using var desk = await ProcessDesk.OpenAsync(Lease);
        var number = await desk.LiveAsync();
        await RenewedAsync(desk);
        OperatingSystemCalls.Suspend(desk.Bot.ProcessId);
        var last = TimeProvider.System.GetUtcNow() + Lease;
        await Task.Delay(Lease + TimeSpan.FromSeconds(1), TimeProvider.System, ProcessDesk.Ct);
        Assert.Equal(3, desk.Banners.Count); // and all of them have run out by their own words
        OperatingSystemCalls.Resume(desk.Bot.ProcessId);
        await desk.UntilAsync(() => desk.Banners.Count == 0);
        Assert.All(LiveRendering.In(desk.Teams.Transcript), live => Assert.True(live.Until <= last));
        Assert.Contains($"This service can no longer confirm authority for {number}", desk.Priya.PrintView(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suspended_for_less_it_renews_and_goes_on()
    {
        await using var desk = await ProcessDesk.OpenAsync(TimeSpan.FromMinutes(2));
        await desk.LiveAsync();
        OperatingSystemCalls.Suspend(desk.Bot.ProcessId);
        OperatingSystemCalls.Resume(desk.Bot.ProcessId);
        await RenewedAsync(desk);
        Assert.Equal(3, desk.Banners.Count);
        await desk.PressAsync(desk.Tom, "The whole call has ended");
        await desk.UntilAsync(() => desk.Banners.Count == 0);
    }

    /// <summary>Each banner was renewed once more, and nothing is under way.</summary>
    private static async Task RenewedAsync(ProcessDesk desk)
    {
        var before = LiveRendering.In(desk.Teams.Transcript).Count;
        await desk.UntilAsync(() => LiveRendering.In(desk.Teams.Transcript).Count >= before + 3 && desk.Teams.Transcript.Requests.All(request => request.AnsweredAt is not null));
    }
}
