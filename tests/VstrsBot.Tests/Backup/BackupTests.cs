using System.Text;
using Microsoft.Extensions.DependencyInjection;
using VstrsBot.Handoffs;
using VstrsBot.Storage.Sqlite;
using VstrsBot.Tests.Journeys;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Backup;

public sealed class BackupTests
{
    [Fact]
    public Task Neither_working_data_nor_a_key_is_in_a_back_up() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var working = await desk.Store.FindAsync($"w|{number}", CancellationToken.None);
        var file = await desk.BackUpAsync();

        var bytes = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file));
        Assert.DoesNotContain(Encoding.Latin1.GetString(working!.Value.AsSpan(0, 40)), bytes, StringComparison.Ordinal);
        foreach (var key in new[] { TestKeys.Desk.Record, TestKeys.Desk.SeesDigest, TestKeys.Desk.WorkingData })
        {
            Assert.DoesNotContain(Encoding.Latin1.GetString(key.Span), bytes, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String(key.Span), bytes, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Typed.Canaries.Append(Desk.Code), canary => bytes.Contains(canary, StringComparison.OrdinalIgnoreCase));
        await desk.EndAsync();
    });

    [Fact]
    public Task All_other_rows_are_in_it_as_they_were() => Desk.PlayAsync(async desk =>
    {
        await desk.LiveAsync();
        var file = await desk.BackUpAsync();
        string[] apart = ["w|", "s|backup", "s|heartbeat"];
        using var copy = SqliteStore.Open(new SqliteStoreSettings(file), TimeProvider.System);
        Assert.Equal(await RowsAsync(desk.Store, apart), await RowsAsync(copy, apart));
        await desk.EndAsync();
    });

    [Fact]
    public Task It_is_one_file_for_this_account_alone_and_never_written_over_another() => Desk.PlayAsync(async desk =>
    {
        var before = Directory.EnumerateFiles(desk.Folder).ToHashSet();
        var file = await desk.BackUpAsync();
        Assert.Equal([file], Directory.EnumerateFiles(desk.Folder).Except(before));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        var first = await File.ReadAllBytesAsync(file);
        Assert.Equal(2, (await desk.TryBackUpAsync(file)).Exit);
        Assert.Equal(first, await File.ReadAllBytesAsync(file));
    });

    [Fact]
    public Task A_file_that_cannot_be_written_is_said_and_nothing_is_left() => Desk.PlayAsync(async desk =>
    {
        var (exit, said) = await desk.TryBackUpAsync(Path.Combine(desk.Folder, "desk.db", "backup"));
        Assert.Equal(2, exit);
        Assert.Contains("could not be", said, StringComparison.Ordinal);
    });

    [Fact]
    public Task Taken_while_others_write_it_is_as_of_one_moment() => Desk.PlayAsync(async desk =>
    {
        var store = desk.Parts.GetRequiredService<IHandoffStore>();
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var n = 0; !enough.IsCancellationRequested; n++)
                await store.TryCommitAsync([new RowChange.Put("a|first", BitConverter.GetBytes(n)), new RowChange.Put("z|last", BitConverter.GetBytes(n))], CancellationToken.None);
        });
        for (var taken = 0; taken < 20; taken++)
        {
            using var copy = SqliteStore.Open(new SqliteStoreSettings(await desk.BackUpAsync()), TimeProvider.System);
            Assert.Equal((await copy.FindAsync("a|first", CancellationToken.None))?.Value, (await copy.FindAsync("z|last", CancellationToken.None))?.Value);
        }

        await enough.CancelAsync();
        await writing;
    });

    private static async Task<IEnumerable<string>> RowsAsync(IHandoffStore store, string[] apart) =>
        (await store.ReadAsync("a", "~", int.MaxValue, CancellationToken.None))
            .Where(row => !apart.Any(prefix => row.Key.StartsWith(prefix, StringComparison.Ordinal)))
            .Select(row => $"{row.Key} {row.Tag} {row.Claim} {Convert.ToHexString(row.Value)}");
}
