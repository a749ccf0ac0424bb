using System.Text;
using Microsoft.Extensions.DependencyInjection;
using VstrsBot.Handoffs;
using VstrsBot.Limits;
using VstrsBot.Record;
using VstrsBot.Retention;
using VstrsBot.Storage;
using VstrsBot.Tests.Journeys;
using Xunit;

namespace VstrsBot.Tests.Retention;

/// <summary>PR4: each class of data has a period, the sweep counts what it removes, and a hold keeps a named record, never working data.</summary>
public sealed class PR4_RetentionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public Task Nothing_goes_before_its_time() => Desk.PlayAsync(async desk =>
    {
        await desk.LiveAsync();
        var live = await desk.RowsAsync();
        Assert.Equal(Swept.Nothing, await SweepAsync(desk));
        Assert.Equal(live, await desk.RowsAsync());

        await desk.EndAsync();
        await desk.StepAsync(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1), TimeSpan.FromHours(6));
        Assert.Equal(Swept.Nothing, await SweepAsync(desk));
    });

    [Fact]
    public Task A_week_after_the_end_submissions_and_card_addresses_go_and_the_record_stays() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.EndAsync();
        var (submissions, cards) = (await CountAsync(desk, RowKeys.AllSubmissions), await CountAsync(desk, RowKeys.AllCards));
        Assert.True(submissions > 3 && cards > 5); // the form, and each delivery that changed something

        desk.Time.Advance(TimeSpan.FromDays(7));
        var open = await desk.PostAsync();
        var swept = await SweepAsync(desk);
        Assert.Equal(Swept.Nothing with { Submissions = submissions, Cards = cards }, swept with { WorkingData = 0, Calls = 0 });
        Assert.Equal(0, await CountAsync(desk, RowKeys.CardsOf(HandoffId.Parse(number))));
        Assert.True(await CountAsync(desk, RowKeys.CardsOf(HandoffId.Parse(open))) > 3); // whatever is open keeps its own
        Assert.All(await desk.Store.ListAllAsync(RowKeys.AllSubmissions, Ct), row => Assert.Equal(open, Encoding.UTF8.GetString(row.Value)));
        Assert.IsType<Ended>(await desk.StateAsync(number));
        Assert.Equal(Swept.Nothing, await SweepAsync(desk));
    });

    [Fact]
    public Task A_week_after_the_last_call_its_count_goes_and_what_is_in_use_stays() => Desk.PlayAsync(async desk =>
    {
        var ended = HandoffId.Parse(await desk.LiveAsync());
        await desk.EndAsync();
        desk.Time.Advance(TimeSpan.FromDays(7));
        var open = HandoffId.Parse(await desk.PostAsync());
        await desk.Store.TryCommitAsync([new RowChange.Add(RowKeys.Told(ended, Line.Accepted), []), new RowChange.Add(RowKeys.Told(open, Line.Accepted), [])], Ct);
        await desk.Store.TryCommitAsync([new RowChange.Add("b|of another release", Encoding.UTF8.GetBytes("{\"since\":1}"))], Ct);
        var (idle, used) = (await CallsAsync(desk, idle: true), await CallsAsync(desk, idle: false));
        Assert.True(idle.Count > 1 && used.Count > 2, $"{idle.Count} {used.Count}");

        var swept = await SweepAsync(desk);

        Assert.Equal((idle.Count, 1), (swept.Calls, swept.Told));
        Assert.Equal(used, await CallsAsync(desk, idle: false));
        Assert.Empty(await CallsAsync(desk, idle: true));
        Assert.Equal(RowKeys.Told(open, Line.Accepted), Assert.Single(await desk.Store.ListAllAsync(RowKeys.AllTold, Ct)).Key);
    });

    [Fact]
    public Task After_three_years_a_handoff_goes_with_its_whole_record_and_the_rest_verifies() => Desk.PlayAsync(async desk =>
    {
        var old = await desk.LiveAsync();
        await desk.StepAsync(TimeSpan.FromMinutes(3));
        await desk.EndAsync();
        var ended = Assert.IsType<Ended>(await desk.StateAsync(old)).At;
        await desk.StepAsync(TimeSpan.FromHours(25), TimeSpan.FromHours(1));
        var lines = (await Aftermath.RecordOfAsync(desk, old)).Count;
        var days = await CountAsync(desk, ("g|", "g}"));

        desk.Time.Jump(ended.AddYears(3).AddSeconds(-1) - desk.Time.GetUtcNow());
        Assert.Equal(0, (await SweepAsync(desk)).Handoffs);
        desk.Time.Jump(TimeSpan.FromDays(2));
        var young = await desk.PostAsync();
        var swept = await SweepAsync(desk);

        Assert.Equal((1, days), (swept.Handoffs, swept.Days));
        Assert.True(swept.Lines > lines);
        Assert.Equal([young], await desk.NumbersAsync());
        Assert.Empty((await RowsAsync(desk)).Where(row => row.Key.Contains(old, StringComparison.Ordinal)).Select(row => row.Key));
        await VerifyAsync(desk);
        var said = (await RecordedTodayAsync(desk)).Last(line => line.Kind == "Swept");
        Assert.Equal(("1", $"{swept.Lines}"), (said.Facts["handoffs"], said.Facts["lines"]));
    });

    [Fact]
    public Task A_held_record_stays_past_its_period_until_it_is_released_and_its_working_data_goes_all_the_same() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.EndAsync();
        var holds = desk.Parts.GetRequiredService<RecordHolds>();
        Assert.Equal(AuditExit.Good, await holds.HoldAsync(number, "A complaint is open", TextWriter.Null, Ct));
        Assert.NotNull(await desk.Store.FindAsync(RowKeys.WorkingData(HandoffId.Parse(number)), Ct));
        await desk.StepAsync(TimeSpan.FromHours(25), TimeSpan.FromHours(1));
        Assert.Null(await desk.Store.FindAsync(RowKeys.WorkingData(HandoffId.Parse(number)), Ct));

        desk.Time.Jump(TimeSpan.FromDays(3 * 366));
        Assert.Equal((0, 1), await HandoffsAndHeldAsync(desk));
        Assert.NotEmpty(await Aftermath.RecordOfAsync(desk, number));

        Assert.Equal(AuditExit.Good, await holds.ReleaseAsync(number, "The complaint is closed", TextWriter.Null, Ct));
        Assert.Equal((1, 0), await HandoffsAndHeldAsync(desk));
        Assert.Empty(await Aftermath.RecordOfAsync(desk, number));
        Assert.Contains(await RecordedTodayAsync(desk), line => line.Kind == "RecordReleased" && line.Facts["because"] == "The complaint is closed");
        Assert.Equal(AuditExit.Bad, await holds.HoldAsync(number, "Too late", TextWriter.Null, Ct));
    });

    [Fact]
    public Task A_removal_that_is_cut_off_anywhere_is_finished_and_never_looks_like_damage() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.StepAsync(TimeSpan.FromMinutes(16));
        await desk.Priya.PressNewestAsync("Yes, still on the call");
        await desk.StepAsync(TimeSpan.FromMinutes(2));
        await desk.EndAsync();
        desk.Time.Jump(TimeSpan.FromDays(3 * 366));

        var cuts = 0;
        for (var commits = 0; ; commits++)
        {
            desk.Store.CommitsLeft = commits;
            try
            {
                await SweepAsync(desk);
                break;
            }
            catch (StoreUnavailableException)
            {
                cuts++;
                desk.Store.CommitsLeft = int.MaxValue;
                await VerifyAsync(desk);
            }
        }

        desk.Store.CommitsLeft = int.MaxValue;
        Assert.True(cuts > 3, $"{cuts}");
        Assert.Empty((await RowsAsync(desk)).Where(row => row.Key.Contains(number, StringComparison.Ordinal) && row.Key[0] != 't').Select(row => row.Key));
        await VerifyAsync(desk);
    });

    [Fact]
    public Task Working_data_of_a_handoff_that_no_release_can_move_goes_all_the_same() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var (id, good) = (HandoffId.Parse(number), (await desk.Store.FindAsync($"h|{number}", Ct))!.Value);
        await desk.Store.TryCommitAsync([new RowChange.Put($"h|{number}", Encoding.UTF8.GetBytes("{\"v\":9}"))], Ct);
        await desk.StepAsync(TimeSpan.FromHours(25), TimeSpan.FromHours(1));
        Assert.Equal(0, (await SweepAsync(desk)).WorkingData);
        await desk.StepAsync(TimeSpan.FromHours(1), TimeSpan.FromHours(1));
        Assert.Equal(1, (await SweepAsync(desk)).WorkingData);
        Assert.Null(await desk.Store.FindAsync(RowKeys.WorkingData(id), Ct));

        await desk.Store.TryCommitAsync([new RowChange.Put($"h|{number}", good)], Ct);
        await desk.RestartAsync();
        await desk.SettleAsync();
    });

    private static Task<Swept> SweepAsync(Desk desk) => desk.Parts.GetRequiredService<RetentionSweep>().RunAsync(Ct);

    private static async Task<(int Handoffs, int Held)> HandoffsAndHeldAsync(Desk desk) => await SweepAsync(desk) is var swept ? (swept.Handoffs, swept.Held) : default;

    private static async Task<IReadOnlyList<string>> CallsAsync(Desk desk, bool idle)
    {
        var week = desk.Time.GetUtcNow().AddDays(-7);
        return [.. (await desk.Store.ListAllAsync(RowKeys.AllCalls, Ct)).Where(row => CallRow.LastOf(row) <= week == idle).Select(row => row.Key)];
    }

    private static async Task<int> CountAsync(Desk desk, (string From, string Before) range) => await desk.Store.ReadAllAsync(range, Ct).CountAsync(Ct);

    private static Task<IReadOnlyList<Row>> RowsAsync(Desk desk) => desk.Store.ReadAsync("", "~", int.MaxValue, Ct);

    private static Task<IReadOnlyList<RecordLine>> RecordedTodayAsync(Desk desk) => Aftermath.RecordOfAsync(desk, RecordKeys.DayOf(desk.Time.GetUtcNow()));

    private static async Task VerifyAsync(Desk desk)
    {
        var said = new StringWriter();
        Assert.True(await new AuditVerify(desk.Parts.GetRequiredService<RecordSeal>()).RunAsync(desk.Store, said, Ct) == AuditExit.Good, said.ToString());
    }
}
