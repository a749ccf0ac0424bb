using System.Text;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Record;

public sealed class AuditTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 23);
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter said = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_exports_of_a_closed_range_are_the_same_bytes()
    {
        var desk = await RecordedDesk.FromSeedAsync(3);
        Assert.Equal(await desk.ExportAsync(), await desk.ExportAsync());
    }

    [Fact]
    public async Task An_export_holds_every_line_as_stored_by_chain_and_sequence_and_a_trailer()
    {
        var desk = await RecordedDesk.FromSeedAsync(3);
        var lines = Encoding.UTF8.GetString(await desk.ExportAsync()).Split('\n');
        var stored = await desk.Store.ReadAsync("e|", "e}", 1000, Ct);
        Assert.Equal(stored.Select(row => Encoding.UTF8.GetString(row.Value)), lines[..^2]);
        Assert.StartsWith("""{"trailer":{"from":"2026-11-23","to":"2026-11-24","chains":5,""", lines[^2]);
        Assert.Equal("", lines[^1]);
    }

    [Fact]
    public async Task A_range_takes_whole_chains_by_the_day_they_began_both_days_included()
    {
        var desk = new RecordedDesk();
        var late = new DateTimeOffset(2026, 11, 23, 23, 59, 0, TimeSpan.Zero);
        await desk.RecordAsync("K7F3", new RecordEntry(late, "HandoffPosted"), new RecordEntry(late.AddMinutes(9), "CallEnded"));
        await desk.RecordAsync("M2P4", new RecordEntry(late.AddMinutes(2), "HandoffPosted"));
        await desk.RecordAsync("2026-11-22", new RecordEntry(late.AddDays(-1), "PersonRefused"));
        Assert.Equal(AuditExit.Good, await new AuditExport(desk.Store, RecordedDesk.Seal).RunAsync(Day, Day, said, said, Ct));
        Assert.Equal(2 + 1, said.ToString().Count(each => each == '\n'));
        Assert.DoesNotContain("M2P4", said.ToString());
    }

    [Fact]
    public async Task A_bad_record_is_exported_all_the_same_and_the_exit_code_says_so()
    {
        var desk = await RecordedDesk.FromSeedAsync(3);
        await desk.Store.TryCommitAsync([new RowChange.Put("e|K7F3|00000002", "{}"u8.ToArray())], Ct);
        var file = await desk.ExportAsync(expected: AuditExit.Bad);
        Assert.Equal(("K7F3", 2), ((await RecordedDesk.VerifyExportAsync(file)).FirstBad is { } bad) ? (bad.Chain, bad.Seq) : default);
    }

    [Fact]
    public async Task A_range_the_wrong_way_round_or_a_store_that_is_down_cannot_run()
    {
        var desk = await RecordedDesk.FromSeedAsync(3);
        var export = new AuditExport(desk.Store, RecordedDesk.Seal);
        Assert.Equal(AuditExit.CannotRun, await export.RunAsync(Day, Day.AddDays(-1), TextWriter.Null, said, Ct));
        desk.Store.Down = true;
        Assert.Equal(AuditExit.CannotRun, await export.RunAsync(Day, Day, TextWriter.Null, said, Ct));
        Assert.Equal(AuditExit.CannotRun, await new AuditVerify(RecordedDesk.Seal).RunAsync(desk.Store, said, Ct));
    }

    [Fact]
    public async Task Verifying_counts_what_is_good_and_names_what_is_not()
    {
        var desk = await RecordedDesk.FromSeedAsync(3);
        var verify = new AuditVerify(RecordedDesk.Seal);
        Assert.Equal(AuditExit.Good, await verify.RunAsync(desk.Store, said, Ct));
        Assert.Contains("lines in 5 chains", said.ToString());
        await desk.Store.TryCommitAsync([new RowChange.Drop("e|M2P4|00000001")], Ct);
        Assert.Equal(AuditExit.Bad, await verify.RunAsync(desk.Store, said, Ct));
        Assert.Contains("First bad line: M2P4 line 1", said.ToString());
    }

    [Fact]
    public async Task An_exported_file_is_verified_without_the_store()
    {
        var (path, verify) = (folder.File("record.jsonl"), new AuditVerify(RecordedDesk.Seal));
        Assert.Equal(AuditExit.CannotRun, await verify.RunAsync(path, said, Ct));
        await File.WriteAllBytesAsync(path, await (await RecordedDesk.FromSeedAsync(3)).ExportAsync(), Ct);
        Assert.Equal(AuditExit.Good, await verify.RunAsync(path, said, Ct));
        await File.AppendAllTextAsync(path, "\n", Ct);
        Assert.Equal(AuditExit.Bad, await verify.RunAsync(path, said, Ct));
    }

    [Fact]
    public async Task A_last_line_cut_from_one_chain_of_an_export_is_named()
    {
        var lines = Encoding.UTF8.GetString(await (await RecordedDesk.FromSeedAsync(3)).ExportAsync()).Split('\n').ToList();
        var last = lines.FindLastIndex(line => line.Contains("\"chain\":\"K7F3\""));
        var seq = RecordLineJson.Read(Encoding.UTF8.GetBytes(lines[last]))!.Seq;
        lines.RemoveAt(last);
        var bad = (await RecordedDesk.VerifyExportAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines)))).FirstBad;
        Assert.Equal(("K7F3", seq), (bad!.Chain, bad.Seq));
    }

    public void Dispose()
    {
        said.Dispose();
        folder.Dispose();
    }
}
