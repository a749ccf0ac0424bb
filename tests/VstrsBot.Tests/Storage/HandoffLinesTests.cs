using System.Text;
using System.Text.Json.Nodes;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Storage;
using VstrsBot.Tests.Handoffs;
using VstrsBot.Tests.Support;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Storage;

/// <summary>Lines beside the changes of a handoff: they move its record on, and nothing else of it.</summary>
public sealed class HandoffLinesTests
{
    private static readonly RecordEntry Sent = new SendLine("Channel", null, "Update").At(Ten);

    private readonly ServiceDesk desk = new();
    private readonly HandoffLines lines;

    public HandoffLinesTests() => lines = new HandoffLines(desk.Store, new RecordChain(new RecordSeal(TestKeys.Desk.Record)), new Snapshots());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_line_changes_the_head_alone()
    {
        await desk.GoLiveAsync();
        var before = await RowAsync();
        Assert.True(await lines.TryAppendAsync(K7F3, [Sent, Sent], [], Ct));
        var after = await RowAsync();
        Assert.NotEqual(before.ToJsonString(), after.ToJsonString());
        Assert.Equal(before["head"]!["seq"]!.GetValue<long>() + 2, after["head"]!["seq"]!.GetValue<long>());
        after["head"] = before["head"]!.DeepClone();
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
        await VerifyAsync();
    }

    [Fact]
    public async Task Changes_and_lines_written_at_the_same_time_are_all_there()
    {
        await desk.GoLiveAsync();
        var before = (await RowAsync())["head"]!["seq"]!.GetValue<long>();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => n % 4 == 0
            ? desk.DoAsync(new ReadIn(Priya, Reading.Authority))
            : (Task)lines.TryAppendAsync(K7F3, [Sent], [], Ct)));
        Assert.Equal(before + 20, (await RowAsync())["head"]!["seq"]!.GetValue<long>());
        await VerifyAsync();
    }

    [Fact]
    public async Task A_line_stands_with_what_it_records_or_not_at_all()
    {
        await desk.GoLiveAsync();
        var before = (await RowAsync()).ToJsonString();
        Assert.False(await lines.TryAppendAsync(K7F3, [Sent], [new RowChange.Delete("o|K7F3|none", "no such tag")], Ct));
        Assert.Equal(before, (await RowAsync()).ToJsonString());

        await desk.Store.TryCommitAsync([new RowChange.Add("o|K7F3|one", [1])], Ct);
        desk.Store.Faults.Enqueue(CommitFault.UnsureButStands);
        Assert.True(await lines.TryAppendAsync(K7F3, [Sent], [new RowChange.Delete("o|K7F3|one", (await desk.Store.FindAsync("o|K7F3|one", Ct))!.Tag)], Ct));
        Assert.Null(await desk.Store.FindAsync("o|K7F3|one", Ct));
        await VerifyAsync();
    }

    [Theory]
    [InlineData("""{"v":2,"state":{},"version":1,"head":{"seq":0,"mac":""},"change":"00000000-0000-0000-0000-000000000000"}""")]
    [InlineData("""{"state":{},"head":{"seq":0,"mac":""}}""")]
    [InlineData("not a row")]
    public async Task A_handoff_of_another_release_is_never_rewritten_and_what_was_owed_is_completed_all_the_same(string row)
    {
        await desk.Store.TryCommitAsync([new RowChange.Add("h|K7F3", Encoding.UTF8.GetBytes(row)), new RowChange.Add("o|K7F3|one", [1])], Ct);
        Assert.True(await lines.TryAppendAsync(K7F3, [Sent], [new RowChange.Drop("o|K7F3|one")], Ct));
        Assert.Equal(row, Encoding.UTF8.GetString((await desk.Store.FindAsync("h|K7F3", Ct))!.Value));
        Assert.Null(await desk.Store.FindAsync("o|K7F3|one", Ct));
    }

    private async Task<JsonObject> RowAsync() => JsonNode.Parse((await desk.Store.FindAsync("h|K7F3", Ct))!.Value)!.AsObject();

    private async Task VerifyAsync() =>
        Assert.Null((await new RecordVerifier(new RecordSeal(TestKeys.Desk.Record)).VerifyAsync(new StoredRecord(desk.Store), Ct)).FirstBad);
}
