using Microsoft.Data.Sqlite;
using VstrsBot.Handoffs;
using VstrsBot.Storage;
using VstrsBot.Storage.Sqlite;
using VstrsBot.Tests.Support;
using Xunit;
using static VstrsBot.Handoffs.RowChange;

namespace VstrsBot.Tests.Storage;

public sealed class SqliteStoreTests : StoreSuite, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<SqliteStore> opened = [];

    private string Path => folder.File("desk.db");

    [Fact]
    public async Task Closing_and_opening_the_file_keeps_rows_and_tags()
    {
        var row = await AddedAsync("a", claim: "mine");
        opened.ForEach(store => store.Dispose());
        opened.Clear();
        var again = await Open().FindAsync("a", Ct);
        Assert.Equal((row.Claim, row.Tag), (again!.Claim, again.Tag));
    }

    [Fact]
    public async Task What_was_deleted_stands_in_no_file_after_compacting()
    {
        var canary = string.Concat(Enumerable.Repeat("QQ123456C-canary-", 300));
        await CommitAsync(new Add("w|K7F3", Bytes(canary)), new Add("w|M2P4", Bytes("QQ123456C")));
        await CommitAsync(new Put("w|M2P4", Bytes("gone")), new Drop("w|K7F3"));
        Assert.True(await ((SqliteStore)Store).CompactAsync(Ct));
        foreach (var file in Directory.GetFiles(folder.Path))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[open.Length];
            await open.ReadExactlyAsync(bytes, Ct);
            Assert.Equal(-1, bytes.AsSpan().IndexOf(Bytes("QQ123456C")));
        }

        Assert.Equal(0, new FileInfo(Path + "-wal").Length);
    }

    [Fact]
    public async Task Compacting_gives_way_to_a_reader_and_says_so()
    {
        await AddedAsync("a");
        using var reader = Outside();
        using var reading = reader.BeginTransaction(deferred: true);
        Assert.Equal(1L, Scalar(reader, "SELECT count(*) FROM rows"));
        await CommitAsync(new Put("a", Bytes("newer")));
        Assert.False(await ((SqliteStore)Store).CompactAsync(Ct));
    }

    [Fact]
    public async Task A_write_gives_up_when_another_process_keeps_writing_and_changes_nothing()
    {
        await AddedAsync("a");
        using (var writer = Outside())
        {
            using var writing = writer.BeginTransaction(deferred: false);
            await Assert.ThrowsAsync<StoreUnavailableException>(() => CommitAsync(new Put("a", Bytes("late"))));
            Assert.Equal("value", await ValueAsync("a"));
        }

        Assert.True(await CommitAsync(new Put("a", Bytes("in turn"))));
    }

    [Fact]
    public async Task A_commit_that_the_file_refuses_changes_nothing_and_the_next_one_stands()
    {
        await AddedAsync("a");
        using (var outside = Outside())
        {
            SqliteFile.Execute(outside, "CREATE TABLE parent (id INTEGER PRIMARY KEY)");
            SqliteFile.Execute(outside, "CREATE TABLE child (id REFERENCES parent DEFERRABLE INITIALLY DEFERRED)");
            SqliteFile.Execute(outside, "CREATE TRIGGER refuse AFTER UPDATE ON rows BEGIN INSERT INTO child VALUES (1); END");
            await Assert.ThrowsAsync<StoreUnavailableException>(() => CommitAsync(new Put("a", Bytes("refused"))));
            Assert.Equal("value", await ValueAsync("a"));
            SqliteFile.Execute(outside, "DROP TRIGGER refuse");
        }

        Assert.True(await CommitAsync(new Put("a", Bytes("stands"))));
        Assert.Equal("stands", await ValueAsync("a"));
    }

    [Theory]
    [InlineData(SQLitePCL.raw.SQLITE_FULL, false, true)]
    [InlineData(SQLitePCL.raw.SQLITE_BUSY, true, true)]
    [InlineData(SQLitePCL.raw.SQLITE_IOERR, true, true)]
    [InlineData(SQLitePCL.raw.SQLITE_IOERR, false, false)]
    [InlineData(SQLitePCL.raw.SQLITE_CORRUPT, false, false)]
    public void A_failed_commit_is_certain_only_when_it_left_nothing(int code, bool stillOpen, bool certain)
    {
        var failure = SqliteFailure.AtCommit(new SqliteException("failed", code), stillOpen);
        Assert.Equal(certain ? typeof(StoreUnavailableException) : typeof(StoreUnsureException), failure.GetType());
    }

    [Fact]
    public void Every_connection_writes_through_to_the_disk_and_overwrites_what_is_deleted()
    {
        Open();
        using var connection = SqliteFile.Connect(new SqliteStoreSettings(Path));
        Assert.Equal("wal", Scalar(connection, "PRAGMA journal_mode"));
        Assert.Equal(2L, Scalar(connection, "PRAGMA synchronous"));
        Assert.Equal(1L, Scalar(connection, "PRAGMA secure_delete"));
    }

    [Fact]
    public void A_store_of_a_newer_release_is_refused_and_left_alone()
    {
        Open();
        using var outside = Outside();
        SqliteFile.Execute(outside, "PRAGMA user_version = 2");
        var refused = Assert.Throws<StoreFileException>(Open);
        Assert.Contains("newer release", refused.Message);
        Assert.Equal(2L, Scalar(outside, "PRAGMA user_version"));
    }

    [Fact]
    public void A_database_of_something_else_is_refused()
    {
        Open();
        using var outside = Outside();
        SqliteFile.Execute(outside, "PRAGMA user_version = 0");
        SqliteFile.Execute(outside, "CREATE TABLE invoices (id INTEGER)");
        Assert.Contains("something else", Assert.Throws<StoreFileException>(Open).Message);
    }

    [Fact]
    public void A_file_that_is_no_database_is_not_opened()
    {
        File.WriteAllText(Path, new string('x', 4096));
        Assert.Throws<StoreUnavailableException>(Open);
        Assert.Equal(new string('x', 4096), File.ReadAllText(Path));
    }

    [Fact]
    public void The_file_is_readable_by_its_owner_alone()
    {
        Open();
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task Many_processes_may_make_the_store_at_once()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SqliteStore.Open(Settings, TimeProvider.System), Ct)));
        opened.AddRange(stores);
        Assert.True(await stores[0].TryCommitAsync([new Add("a", [1])], Ct));
        Assert.NotNull(await stores[7].FindAsync("a", Ct));
    }

    public void Dispose()
    {
        opened.ForEach(store => store.Dispose());
        folder.Dispose();
    }

    private SqliteStoreSettings Settings => new(Path) { LockWait = TimeSpan.FromMilliseconds(50) };

    private protected override IHandoffStore Open()
    {
        var store = SqliteStore.Open(Settings, TimeProvider.System);
        opened.Add(store);
        return store;
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private SqliteConnection Outside()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }
}
