using VstrsBot.Backup;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Storage;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Backup;

/// <summary>A desk copied row by row, out of or into Azure Tables.</summary>
public sealed class RowCopyTests
{
    private readonly SimulatedStore from = new();
    private readonly SimulatedStore to = new();
    private readonly DayChain days = new(new RecordChain(new RecordSeal(TestKeys.Desk.Record)), TimeProvider.System);

    [Fact]
    public async Task Everything_is_copied_but_working_data_and_heartbeats()
    {
        await AddAsync("a|one", "h|K7F3", "e|K7F3|00000001", "e|K7F3|00000002", "g|2026-11-23", "q|current", "q|1|00000", "w|K7F3", "s|heartbeat|one", "s|channel", "o|K7F3|Adviser");
        await new RowCopy(from, to).RunAsync(CancellationToken.None);
        Assert.Equal(
            ["a|one", "e|K7F3|00000001", "e|K7F3|00000002", "g|2026-11-23", "h|K7F3", "o|K7F3|Adviser", "q|1|00000", "q|current", "s|channel"],
            (await to.ReadAsync(" ", "~", 100, CancellationToken.None)).Select(row => row.Key));
    }

    [Fact]
    public async Task The_register_comes_last_so_that_a_copy_that_was_cut_off_gives_nobody_a_right()
    {
        await AddAsync([.. Enumerable.Range(0, 120).Select(n => $"z|{n:D3}"), "q|current", "q|1|00000"]);
        List<string> order = [];
        to.BeforeCommit = changes =>
        {
            order.AddRange(changes.Select(change => change.Key));
            return Task.CompletedTask;
        };
        await new RowCopy(from, to).RunAsync(CancellationToken.None);
        Assert.Equal(122, order.Count);
        Assert.All(order[^2..], key => Assert.StartsWith("q|", key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_chain_that_grows_while_it_is_read_is_read_again()
    {
        await days.AppendAsync(from, [new RecordEntry(TimeProvider.System.GetUtcNow(), "First")], CancellationToken.None);
        var moves = 0;
        var moving = new GrowingStore(from, async key =>
        {
            if (key.StartsWith("e|", StringComparison.Ordinal) && moves++ is > 1 and < 6)
                await days.AppendAsync(from, [new RecordEntry(TimeProvider.System.GetUtcNow(), "More")], CancellationToken.None);
        });
        await new RowCopy(moving, to).RunAsync(CancellationToken.None);
        Assert.True(moves > 4);
        Assert.Null((await new RecordVerifier(new RecordSeal(TestKeys.Desk.Record)).VerifyAsync(new StoredRecord(to), CancellationToken.None)).FirstBad);
    }

    [Fact]
    public async Task A_desk_of_Azure_Tables_is_backed_up_and_restored_into_an_empty_one()
    {
        using var folder = new TemporaryFolder();
        var settings = new BotSettings { Store = Azurite.NewTable() };
        var store = StoreOpening.Open(settings.Store, TimeProvider.System);
        await days.AppendAsync(store, [new RecordEntry(TimeProvider.System.GetUtcNow(), "First")], CancellationToken.None);
        await store.TryCommitAsync([new RowChange.Add("w|K7F3", [1]), new RowChange.Add("s|channel", "{}"u8.ToArray())], CancellationToken.None);

        var (output, file) = (new StringWriter(), folder.File("backup"));
        Assert.Equal(0, await new BackupTaking(settings.Store, store, days, TimeProvider.System).RunAsync(file, output, output, CancellationToken.None));

        // Not over a desk that is there.
        Assert.Equal(2, await new Restoring(settings, TestKeys.Desk, TimeProvider.System).RunAsync(file, () => true, output, output, CancellationToken.None));
        Assert.Contains("is not empty", output.ToString(), StringComparison.Ordinal);

        var empty = settings with { Store = settings.Store with { Desk = "restored" } };
        Assert.Equal(0, await new Restoring(empty, TestKeys.Desk, TimeProvider.System).RunAsync(file, () => true, output, output, CancellationToken.None));
        var restored = StoreOpening.Open(empty.Store, TimeProvider.System);
        Assert.Null(await restored.FindAsync("w|K7F3", CancellationToken.None));
        Assert.NotNull(await restored.FindAsync("s|channel", CancellationToken.None));
        var verified = await new RecordVerifier(new RecordSeal(TestKeys.Desk.Record)).VerifyAsync(new StoredRecord(restored), CancellationToken.None);
        Assert.Equal((3, null), (verified.Lines, verified.FirstBad));
    }

    private async Task AddAsync(params string[] keys)
    {
        foreach (var key in keys)
            await from.TryCommitAsync([new RowChange.Add(key, [1])], CancellationToken.None);
    }

    /// <summary>A store in which something happens whenever a range is read.</summary>
    private sealed class GrowingStore(IHandoffStore store, Func<string, Task> onRead) : IHandoffStore
    {
        public DateTimeOffset? Clock => store.Clock;

        public Task<Row?> FindAsync(string key, CancellationToken ct) => store.FindAsync(key, ct);

        public async Task<IReadOnlyList<Row>> ReadAsync(string from, string before, int most, CancellationToken ct)
        {
            await onRead(from);
            return await store.ReadAsync(from, before, most, ct);
        }

        public Task<bool> TryCommitAsync(IReadOnlyCollection<RowChange> changes, CancellationToken ct) => store.TryCommitAsync(changes, ct);
    }
}
