using VstrsBot.Tests.Processes;
using Xunit;

namespace VstrsBot.Tests.Journeys.Resilience;

/// <summary>
/// RE10 with a real process on a real file that can no longer be written: the operating system refuses its writes (a limit on the size of
/// its files), which needs no rights and no mount, so that it runs wherever the tests do. A disk that is full refuses them the same way.
/// </summary>
public sealed class RE10_FullDiskTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task An_end_is_shown_at_once_and_recorded_late()
    {
        await using var desk = await OpenAsync();
        var number = await desk.LiveAsync();
        OperatingSystemCalls.LimitFiles(desk.Bot.ProcessId, bytes: 1);
        Assert.StartsWith("Authority not confirmed. Do not disclose.", (await desk.PressAsync(desk.Priya, "Check now")).Text, StringComparison.Ordinal);

        Assert.StartsWith("Treat the authority as ended. It is not recorded yet.", (await desk.PressAsync(desk.Tom, "The whole call has ended")).Text, StringComparison.Ordinal);
        await desk.UntilAsync(() => desk.Banners.Count == 0);
        Assert.DoesNotContain("HandoffEnded", await RecordAsync(desk), StringComparison.Ordinal);

        OperatingSystemCalls.LimitFiles(desk.Bot.ProcessId, bytes: null);
        await desk.UntilAsync(() => desk.Tom.Chat.Any(message => message.Text.StartsWith($"{number}: authority ended at", StringComparison.Ordinal)));
        Assert.Empty(desk.Banners);
        var end = (await RecordAsync(desk)).Split('\n').Single(line => line.Contains("HandoffEnded", StringComparison.Ordinal));
        Assert.Contains("\"late\":\"true\"", end, StringComparison.Ordinal);
        Assert.Contains("EndedByAdviser", end, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_nobody_pressing_the_banner_lapses_and_nothing_new_goes_live()
    {
        await using var desk = await OpenAsync();
        var number = await desk.LiveAsync();
        OperatingSystemCalls.LimitFiles(desk.Bot.ProcessId, bytes: 1);
        var last = TimeProvider.System.GetUtcNow() + Lease; // what was granted before ends by then, and nothing was granted since
        await Task.Delay(Lease + TimeSpan.FromSeconds(1), TimeProvider.System, ProcessDesk.Ct);
        Assert.All(LiveRendering.In(desk.Teams.Transcript), live => Assert.True(live.Until <= last));
        await desk.Tom.SayAsync("handoff", ProcessDesk.Ct);
        Assert.StartsWith("Authority not confirmed. Do not disclose.", (await desk.PressAsync(desk.Tom, "Find someone", Typed.Part1())).Text, StringComparison.Ordinal);

        OperatingSystemCalls.LimitFiles(desk.Bot.ProcessId, bytes: null);
        await desk.UntilAsync(() => desk.Banners.Count == 0);
        var record = await RecordAsync(desk);
        Assert.Contains("LeaseLapsed", record, StringComparison.Ordinal);
        Assert.DoesNotContain(record.Split('\n'), line => line.Contains("HandoffPosted", StringComparison.Ordinal) && !line.Contains(number, StringComparison.Ordinal));
    }

    private static Task<ProcessDesk> OpenAsync() => OperatingSystemCalls.WithErrorsForLargeFilesAsync(() => ProcessDesk.OpenAsync(Lease));

    private static async Task<string> RecordAsync(ProcessDesk desk)
    {
        var (exit, said) = await desk.Bot.RunAsync(["audit", "export"], ProcessDesk.Ct);
        Assert.True(exit == 0, said);
        return said;
    }
}
