using System.Text;
using Microsoft.Extensions.DependencyInjection;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Retention;
using VstrsBot.Storage;
using VstrsBot.Tests.Handoffs;
using VstrsBot.Tests.Support;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Journeys.Resilience;

/// <summary>RE12: each kind of row as a later release may write it: not read as if it were known, not lost, and in nobody's way.</summary>
public sealed class RE12_LaterRowsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> WhatIsLater => [.. LaterRelease.Rows.Select(row => row.What)];

    [Theory, MemberData(nameof(WhatIsLater))]
    public async Task A_handoff_is_neither_read_nor_written_whoever_does_what(string what)
    {
        var (_, known, later) = LaterRelease.Rows.Single(row => row.What == what);
        var desk = new ServiceDesk();
        await desk.GoLiveAsync();
        await LaterRelease.WriteAsync(desk.Store, "h|K7F3", known, later, Ct);
        var before = await LaterRelease.RowsOfAsync(desk.Store, "K7F3", Ct);

        await Assert.ThrowsAsync<UnreadableRowException>(() => desk.FindAsync());
        HandoffCommand[] commands = [new Wake(), new Renew(BothOnRegister: true), new ReadIn(Priya, Reading.Authority), new TakeCall(Priya, BothOnRegister: true), new SayStillOnCall(Tom), new EndCall(Tom), new EndAtRestore()];
        foreach (var command in commands)
            await Assert.ThrowsAsync<UnreadableRowException>(() => desk.DoAsync(command));
        Assert.Empty(desk.Ends.All);
        var lines = new HandoffLines(desk.Store, new RecordChain(new RecordSeal(TestKeys.Desk.Record)), new Snapshots());
        Assert.True(await lines.TryAppendAsync(K7F3, [new RecordEntry(Ten, "Sent")], [], Ct));
        Assert.Equal(before, await LaterRelease.RowsOfAsync(desk.Store, "K7F3", Ct));
    }

    [Fact]
    public async Task Lines_of_events_that_only_a_later_release_knows_stay_in_the_chain_and_it_verifies()
    {
        var desk = new ServiceDesk();
        await desk.GoLiveAsync();
        var lines = new HandoffLines(desk.Store, new RecordChain(new RecordSeal(TestKeys.Desk.Record)), new Snapshots());
        await lines.TryAppendAsync(K7F3, [new RecordEntry(Ten, "CallPaused", Tom.Id.ToString(), Tom.Person.Name, new Dictionary<string, string> { ["v"] = "2", ["until"] = "10:55" })], [], Ct);
        var later = (await LaterRelease.RowsOfAsync(desk.Store, "K7F3", Ct)).Single(line => line.Contains("CallPaused", StringComparison.Ordinal));

        await desk.DoAsync(new EndCall(Tom));
        Assert.IsType<Ended>(await desk.StoredAsync());
        Assert.Contains(later, await LaterRelease.RowsOfAsync(desk.Store, "K7F3", Ct));
        Assert.Null((await new RecordVerifier(new RecordSeal(TestKeys.Desk.Record)).VerifyAsync(new StoredRecord(desk.Store), Ct)).FirstBad);
    }

    /// <summary>One row of each kind, in one journey: all else that is owed is sent.</summary>
    [Fact]
    public Task What_is_owed_in_a_way_that_is_not_known_is_left_alone_and_the_rest_is_sent() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var owed = new Owed(new OwedEffect(Surface.Adviser, null, null, null), Urgency.End, desk.Time.GetUtcNow(), 1);
        var known = Encoding.UTF8.GetString(HandoffJson.Write(owed));
        (string Key, string Text)[] later =
        [
            ($"o|{number}|1", known.Replace("\"show\":\"Adviser\"", "\"show\":\"Board\"", StringComparison.Ordinal)),
            ($"o|{number}|2", known.Replace("\"show\":\"Adviser\"", "\"say\":\"CallPaused\"", StringComparison.Ordinal)),
            ($"o|{number}|3", known.Replace("\"show\":\"Adviser\"", "\"react\":\"tick\"", StringComparison.Ordinal)),
            ($"o|{number}|4", known.Replace("{\"show\":\"Adviser\"}", "{}", StringComparison.Ordinal)),
            ($"o|{number}|5", known.Replace("\"End\"", "\"Now\"", StringComparison.Ordinal)),
            ($"o|{number}|6", known.Replace("\"show\":\"Adviser\"", "\"show\":\"Adviser\",\"say\":\"Accepted\"", StringComparison.Ordinal)),
            ($"o|{number}|7", $"{{\"v\":2,{known[1..]}"),
            ("o|board|8", known),
            ("t|0638993976600000000|board", ""),
            ("k|board|9", "board"),
            ("h|board", known),
        ];
        Assert.DoesNotContain(later.Take(7), row => row.Text == known);
        await desk.Store.TryCommitAsync([.. later.Select(row => new RowChange.Add(row.Key, Encoding.UTF8.GetBytes(row.Text)))], Ct);

        await desk.RestartAsync();
        await desk.EndAsync();
        Assert.Empty(desk.Banners);
        await desk.StepAsync(TimeSpan.FromMinutes(1));
        await desk.Parts.GetRequiredService<RetentionSweep>().RunAsync(Ct);
        foreach (var (key, text) in later)
            Assert.Equal((text, null), (Encoding.UTF8.GetString((await desk.Store.FindAsync(key, Ct))!.Value), (await desk.Store.FindAsync(key, Ct))!.Claim));
        Assert.Single(desk.Logged, line => line.Contains("something that is owed cannot be read", StringComparison.Ordinal));
        await desk.Store.TryCommitAsync([.. later.Select(row => new RowChange.Drop(row.Key))], Ct);
    });

    /// <summary>A person's row is written by every release that serves: what one put there the other keeps; and one broken row stops one person.</summary>
    [Fact]
    public Task A_persons_row_keeps_what_it_holds_and_one_that_cannot_be_read_stops_nobody_else() => Desk.PlayAsync(
        async desk =>
        {
            await desk.Amir.SayAsync("on duty");
            await desk.Teams.As("Cy Marsh").SayAsync("on duty");
            var (priya, cy) = (KeyOf(desk, "Priya Shah"), KeyOf(desk, "Cy Marsh"));
            await LaterRelease.WriteAsync(desk.Store, priya, "{\"who\"", "{\"languages\":[\"cy\"],\"who\"", Ct);
            await LaterRelease.WriteAsync(desk.Store, cy, "{\"who\"", "{\"onDutyUntil\":\"evening\",\"who\"", Ct);
            var broken = (await desk.Store.FindAsync(cy, Ct))!.Value;

            await desk.LiveAsync();
            await desk.EndAsync();
            Assert.Contains("\"languages\":[\"cy\"]", Encoding.UTF8.GetString((await desk.Store.FindAsync(priya, Ct))!.Value), StringComparison.Ordinal);
            Assert.Equal(broken, (await desk.Store.FindAsync(cy, Ct))!.Value);
            Assert.DoesNotContain(desk.Teams.As("Cy Marsh").Chat, message => message.Buttons.Contains("Accept"));
            await desk.Teams.As("Cy Marsh").RawPressAsync("help", null);
        },
        also: [new Extra("Cy Marsh")]);

    [Theory]
    [InlineData("\"v\":1", "\"v\":2")]
    [InlineData("\"EndedByAdviser\"", "\"EndedByTransfer\"")]
    public Task Years_after_its_end_nothing_of_it_is_removed(string known, string later) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.EndAsync();
        await desk.StepAsync(TimeSpan.FromHours(25), TimeSpan.FromHours(5)); // what is about the customer is gone by then
        await desk.RecordWhatWaitsAsync();
        var row = await LaterRelease.WriteAsync(desk.Store, $"h|{number}", known, later, Ct);
        var before = await LaterRelease.RowsOfAsync(desk.Store, number, Ct);
        desk.Time.Jump(TimeSpan.FromDays(4 * 366));
        Assert.Equal(0, (await desk.Parts.GetRequiredService<RetentionSweep>().RunAsync(Ct)).Handoffs);
        Assert.Equal(before, await LaterRelease.RowsOfAsync(desk.Store, number, Ct));
        await desk.Store.TryCommitAsync([new RowChange.Put(row.Key, row.Value)], Ct);
        Assert.Equal(1, (await desk.Parts.GetRequiredService<RetentionSweep>().RunAsync(Ct)).Handoffs);
    });

    private static string KeyOf(Desk desk, string name) => RowKeys.Availability(new PersonId(Guid.Parse(desk.Teams.Options.TenantId), desk.Teams.As(name).Person.ObjectId));
}
