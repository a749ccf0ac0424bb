using System.Diagnostics;
using System.Text;
using VstrsBot.Handoffs;
using VstrsBot.Storage;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Journeys.Resilience;

/// <summary>
/// G18: 100 handoffs were live and 1,000 more were open when the process died. All that lapsed is ended before it is ready; how long that took is printed, and
/// is to be 10 seconds at most.
/// </summary>
public sealed class G18_ReadyTests(ITestOutputHelper output)
{
    private const int WereLive = 100;
    private const int WereOpen = 1_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(StoreKind.Embedded))]
    [InlineData(nameof(StoreKind.Tables))]
    public Task A_hundred_live_and_a_thousand_open(string store) => Desk.PlayAsync(store: Enum.Parse<StoreKind>(store), check: _ => Task.CompletedTask, journey: async desk =>
    {
        var waiting = await desk.PostAsync();
        var live = await desk.LiveWithAsync(desk.Amir);
        HashSet<string> taken = [.. RowKeys.Reserved(HandoffId.Parse(waiting)), .. RowKeys.Reserved(HandoffId.Parse(live))];
        var lapsing = await CopyAsync(desk.Store, live, WereLive - 1, taken);
        var asking = await CopyAsync(desk.Store, waiting, WereOpen - 1, taken);
        var before = await TagsAsync(desk.Store, asking);
        await desk.StopAsync();
        desk.Time.Advance(TimeSpan.FromMinutes(10));

        var clock = Stopwatch.StartNew();
        await desk.StartAsync();
        var took = clock.Elapsed;

        foreach (var number in lapsing.Append(live))
            Assert.Equal(EndReason.LeaseLapsed, Assert.IsType<Ended>(await desk.StateAsync(number)).Reason);
        Assert.Equal(WereOpen, (await desk.Store.ReadAsync(RowKeys.AllOpen.From, RowKeys.AllOpen.Before, int.MaxValue, Ct)).Count);
        Assert.Equal(before, await TagsAsync(desk.Store, asking)); // whose ladders move on once it serves
        output.Measured("G18", $"{store}, {WereLive} live and {WereOpen} open, all that lapsed ended and ready in {took.TotalSeconds:0.0} s.");
    });

    private static async Task<IReadOnlyList<string>> TagsAsync(StoreSwitch store, IReadOnlyList<string> numbers)
    {
        var rows = (await store.ReadAsync(RowKeys.AllHandoffs.From, RowKeys.AllHandoffs.Before, int.MaxValue, Ct)).ToDictionary(row => row.Key, row => row.Tag, StringComparer.Ordinal);
        return [.. numbers.Select(number => rows[RowKeys.Handoff(HandoffId.Parse(number))])];
    }

    /// <summary>Rows of so many handoffs that stand where this one does; of their record only the head.</summary>
    private static async Task<IReadOnlyList<string>> CopyAsync(StoreSwitch store, string number, int copies, HashSet<string> taken)
    {
        var id = HandoffId.Parse(number);
        var rows = (await store.ReadAsync("c|", "u", int.MaxValue, Ct)).Where(row => row.Key[0] is 'c' or 'h' or 't' && RowKeys.FindHandoffOf(row.Key) == id).ToList();
        var reserved = (await store.FindAsync(RowKeys.Reserved(id).First(), Ct))!.Value;
        List<string> made = [];
        List<RowChange> changes = [];
        while (made.Count < copies)
        {
            var next = HandoffId.Next(RandomSource.System.Below);
            if (RowKeys.Reserved(next).Any(taken.Contains))
                continue;
            taken.UnionWith(RowKeys.Reserved(next));
            made.Add(next.Value);
            changes.AddRange(rows.Select(row => new RowChange.Put(row.Key.Replace(number, next.Value, StringComparison.Ordinal), Renamed(row.Value, next.Value))));
            changes.AddRange(RowKeys.Reserved(next).Select(key => new RowChange.Put(key, Renamed(reserved, next.Value))));
        }

        foreach (var some in changes.Chunk(RowRules.MostChanges))
            Assert.True(await store.TryCommitAsync(some, Ct));
        return made;

        byte[] Renamed(byte[] value, string to) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(value).Replace(number, to, StringComparison.Ordinal));
    }
}
