using VstrsBot.Handoffs;
using VstrsBot.Storage;
using VstrsBot.Storage.Sqlite;
using VstrsBot.Tests.Journeys;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Backup;

public sealed class RestoreTests
{
    [Fact]
    public Task A_restored_desk_has_its_record_and_register_and_nothing_open_and_says_how_many_were() => Desk.PlayAsync(
        async desk =>
        {
            var live = await desk.LiveAsync();
            var file = await desk.BackUpAsync();
            await desk.StopAsync();
            var (exit, said) = await desk.RestoreAsync(file);
            Assert.True(exit == 0, said);
            Assert.Contains("1 open handoff was ended.", said, StringComparison.Ordinal);
            Assert.Contains("was taken at 10:4", said, StringComparison.Ordinal);

            await desk.StartAsync();
            Assert.Equal(EndReason.LeaseLapsed, Assert.IsType<Ended>(await desk.StateAsync(live)).Reason);
            await desk.SettleAsync();
            Assert.Empty(desk.Banners);
            var lines = await Aftermath.RecordOfAsync(desk, "2026-11-23");
            Assert.Equal("1", lines.Single(line => line.Kind == "Restored").Facts["handoffsEnded"]);
            Assert.Contains(lines, line => line.Kind == "BackedUp");

            // Whoever held it is free again, and the register is there.
            await desk.LiveAsync();
            await desk.EndAsync();
        });

    [Fact]
    public Task Every_open_handoff_is_ended_whatever_its_state() => Desk.PlayAsync(
        async desk =>
        {
            var live = await desk.LiveAsync();
            await desk.Amir.SayAsync("on duty");
            var claimed = await desk.PostAsync(desk.Teams.As("Grace Osei"));
            await desk.Amir.SayAsync($"accept {claimed}");
            await desk.SettleAsync();
            var waiting = await desk.PostAsync(desk.Teams.As("Mina Cole"));
            var file = await desk.BackUpAsync();
            await desk.StopAsync();
            Assert.Contains("3 open handoffs were ended.", (await desk.RestoreAsync(file)).Said, StringComparison.Ordinal);
            await desk.StartAsync();
            foreach (var (number, reason) in new[] { (live, EndReason.LeaseLapsed), (claimed, EndReason.NotTaken), (waiting, EndReason.NotTaken) })
                Assert.Equal(reason, Assert.IsType<Ended>(await desk.StateAsync(number)).Reason);
            await desk.SettleAsync();
            Assert.Empty(desk.Banners);
        },
        also: [new Extra("Grace Osei", "adviser", "", "GR-11 2233"), new Extra("Mina Cole", "adviser", "", "MC-44 5566")]);

    [Fact]
    public Task Messages_that_were_owed_when_the_back_up_was_taken_are_not_sent_again() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        await desk.Priya.PressNewestAsync("Accept");
        var file = await desk.BackUpAsync();
        await desk.SettleAsync();
        await desk.StopAsync();
        Assert.Equal(0, (await desk.RestoreAsync(file)).Exit);
        await desk.StartAsync();
        await desk.SettleAsync();
        Assert.Single(desk.Tom.Chat, message => message.Text.StartsWith($"{number}: Priya Shah accepted at", StringComparison.Ordinal));
    });

    [Fact]
    public Task A_back_up_whose_record_was_changed_is_refused_and_the_desk_stays_as_it_is() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.EndAsync();
        var file = await desk.BackUpAsync();
        await ChangeALineAsync(file, number);
        await desk.StopAsync();
        var before = await File.ReadAllBytesAsync(desk.StorePath());

        var (exit, said) = await desk.RestoreAsync(file);
        Assert.Equal(2, exit);
        Assert.Contains($"First bad line: {number} line 2: ", said, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was restored.\n", said, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(desk.StorePath()));
        Assert.Empty(Directory.EnumerateFiles(desk.Folder, "*.restoring*"));
        await desk.StartAsync();
    });

    [Fact]
    public Task Under_another_record_key_it_is_refused() => Desk.PlayAsync(async desk =>
    {
        var file = await desk.BackUpAsync();
        await desk.StopAsync();
        var (exit, said) = await desk.RestoreAsync(file, TestKeys.From(40));
        Assert.True(exit == 2 && said.Contains("under this record key", StringComparison.Ordinal), said);
        await desk.StartAsync();
    });

    [Theory]
    [InlineData("no such file")]
    [InlineData("a text")]
    [InlineData("an empty file of another database")]
    public Task What_is_no_back_up_is_refused(string what) => Desk.PlayAsync(async desk =>
    {
        var file = Path.Combine(desk.Folder, "backup");
        if (what == "a text")
            await File.WriteAllTextAsync(file, "This is no store, and long enough not to be taken for an empty one.");
        if (what == "an empty file of another database")
            OtherDatabase.Write(file);
        await desk.StopAsync();
        var (exit, said) = await desk.RestoreAsync(file);
        Assert.True(exit == 2 && said.EndsWith("Nothing was restored.\n", StringComparison.Ordinal), said);
        await desk.StartAsync();
    });

    [Fact]
    public Task While_a_process_serves_it_is_refused() => Desk.PlayAsync(async desk =>
    {
        var file = await desk.BackUpAsync();
        using var serving = StoreLock.Take(desk.StorePath());
        var refused = await Assert.ThrowsAsync<StoreFileException>(() => desk.RestoreAsync(file));
        Assert.Contains("already serving", refused.Message, StringComparison.Ordinal);
    });

    [Fact]
    public Task Without_a_yes_nothing_is_restored() => Desk.PlayAsync(async desk =>
    {
        var file = await desk.BackUpAsync();
        await desk.Priya.SayAsync("off duty");
        await desk.StopAsync();
        var before = await File.ReadAllBytesAsync(desk.StorePath());
        Assert.Equal(1, (await desk.RestoreAsync(file, confirmed: false)).Exit);
        Assert.Equal(before, await File.ReadAllBytesAsync(desk.StorePath()));
        await desk.StartAsync();
    });

    [Fact]
    public Task What_was_there_is_kept_without_working_data() => Desk.PlayAsync(async desk =>
    {
        var file = await desk.BackUpAsync();
        var number = await desk.LiveAsync();
        await desk.StopAsync();
        var (_, said) = await desk.RestoreAsync(file);
        var kept = $"{desk.StorePath()}.before-restore";
        Assert.Contains(kept, said, StringComparison.Ordinal);
        using (var store = SqliteStore.Open(new SqliteStoreSettings(kept), TimeProvider.System))
        {
            Assert.NotNull(await store.FindAsync($"h|{number}", CancellationToken.None));
            Assert.Null(await store.FindAsync($"w|{number}", CancellationToken.None));
        }

        await desk.StartAsync();
        Assert.Empty(await desk.NumbersAsync());

        // Its cards are of a handoff that this desk does not know: they run out by themselves.
        await desk.StopAsync();
        Assert.Equal(0, (await desk.RestoreAsync(kept)).Exit);
        await desk.StartAsync();
        await desk.SettleAsync();
    });

    [Fact]
    public Task A_store_that_is_damaged_is_kept_as_it_was_and_replaced() => Desk.PlayAsync(async desk =>
    {
        var file = await desk.BackUpAsync();
        await desk.StopAsync();
        await File.WriteAllTextAsync(desk.StorePath(), "This was a store, and something wrote over it: nothing of it can be read any more.");
        var (exit, said) = await desk.RestoreAsync(file);
        Assert.True(exit == 0 && said.Contains("could not be read. It is kept as it was", StringComparison.Ordinal), said);
        Assert.StartsWith("This was a store", await File.ReadAllTextAsync($"{desk.StorePath()}.before-restore"), StringComparison.Ordinal);
        await desk.StartAsync();
        await desk.LiveAsync();
        await desk.EndAsync();
    });

    private static async Task ChangeALineAsync(string file, string number)
    {
        using var store = SqliteStore.Open(new SqliteStoreSettings(file), TimeProvider.System);
        var line = await store.FindAsync($"e|{number}|00000002", CancellationToken.None);
        var changed = (byte[])line!.Value.Clone();
        changed[Array.IndexOf(changed, (byte)'"', 40) + 2] ^= 1;
        await store.TryCommitAsync([new RowChange.Put(line.Key, changed)], CancellationToken.None);
    }
}
