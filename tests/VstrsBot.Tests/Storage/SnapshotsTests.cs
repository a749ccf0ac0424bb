using System.Text;
using CsCheck;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Storage;
using VstrsBot.Tests.Handoffs;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Storage;

/// <summary>What is kept of a handoff's row stands for its bytes; where the record's head alone moved, the rest is not read again.</summary>
public sealed class SnapshotsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Any_row_is_read_as_if_none_had_been_read_before()
    {
        var rows = await RowsAsync();
        Gen.Int[0, rows.Count - 1].Select(at => rows[at]).Array[1, 40].Sample(
            looks =>
            {
                var snapshots = new Snapshots();
                foreach (var row in looks)
                    Assert.Equal(Told(() => HandoffJson.Read<Snapshot>(row)), Told(() => snapshots.Read(row)));
            },
            iter: 300, threads: 1);
    }

    [Fact]
    public async Task A_head_that_moved_leaves_the_state_as_it_was_read()
    {
        var live = (await RowsAsync())[1];
        var snapshots = new Snapshots();

        var before = snapshots.Read(live);
        var after = snapshots.Read(live with { Value = SnapshotHead.Replace(live.Value, new RecordHead(99, before.Head.Mac)) });

        Assert.Same(before.State, after.State);
        Assert.Equal(99, after.Head.Seq);
    }

    /// <summary>A handoff at three moments, each with other heads, with heads that cannot be read, and in other forms.</summary>
    private static async Task<IReadOnlyList<Row>> RowsAsync()
    {
        var desk = new ServiceDesk();
        List<Row> rows = [];
        await desk.GoLiveAsync();
        rows.Add(await RowAsync());
        await desk.DoAsync(new ReadIn(Priya, Reading.Authority));
        rows.Add(await RowAsync());
        await desk.DoAsync(new EndCall(Tom));
        rows.Add(await RowAsync());

        var texts = rows.SelectMany(row => Forms(Encoding.UTF8.GetString(row.Value), row.Value)).ToList();
        return [.. rows, .. texts.Select(text => new Row("h|K7F3", Encoding.UTF8.GetBytes(text), null, "1")), .. texts.Take(8).Select(text => new Row("h|QX9Z", Encoding.UTF8.GetBytes(text), null, "1"))];

        async Task<Row> RowAsync() => (await desk.Store.FindAsync("h|K7F3", Ct))!;
    }

    private static IEnumerable<string> Forms(string text, byte[] row) =>
    [
        Encoding.UTF8.GetString(SnapshotHead.Replace(row, new RecordHead(7, "AA=="))),
        Encoding.UTF8.GetString(SnapshotHead.Replace(row, new RecordHead(8, "AA=="))),
        text.Replace("\"head\":{", "\"head\":{\"later\":1,", StringComparison.Ordinal),
        text.Replace("\"head\":{\"seq\":", "\"head\":{\"seq\":\"x\",\"was\":", StringComparison.Ordinal),
        text.Replace("\"head\":", "\"heads\":", StringComparison.Ordinal),
        text.Replace("\"v\":1", "\"v\":2", StringComparison.Ordinal),
        text[..^3] + "5\"}",
        text[..^9],
    ];

    private static string Told(Func<Snapshot> read)
    {
        try
        {
            return Encoding.UTF8.GetString(HandoffJson.Write(read()));
        }
        catch (UnreadableRowException)
        {
            return "unreadable";
        }
    }
}
