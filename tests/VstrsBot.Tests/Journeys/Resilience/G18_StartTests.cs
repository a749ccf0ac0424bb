using System.Text;
using TeamsStandIn.Faults;
using TeamsStandIn.Transcripts;
using VstrsBot.Handoffs;
using VstrsBot.Outbox;
using VstrsBot.Storage;
using Xunit;

namespace VstrsBot.Tests.Journeys.Resilience;

/// <summary>Start (design 7, G18): everything that lapsed is ended before the process is ready, its cards go ahead of everything else, and it costs what is open.</summary>
public sealed class G18_StartTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public Task No_ping_and_no_words_go_out_before_each_lapsed_card_was_tried() => Desk.PlayAsync(
        async desk =>
        {
            string[] lapsed = [await desk.LiveWithAsync(desk.Priya), await desk.LiveWithAsync(desk.Amir)];
            await desk.Teams.As("Cy Marsh").SayAsync("on duty");
            await desk.StopAsync();
            desk.Time.Advance(TimeSpan.FromMinutes(10));
            await desk.StartAsync();
            await desk.PostUnsentAsync();
            await AssertEndsGoAloneAsync(desk, lapsed, since: desk.Teams.Transcript.Entries.Count, desk.SettleAsync);
        },
        also: [new Extra("Cy Marsh", "specialist", "courtAction")]);

    [Fact]
    public Task Pings_of_a_ladder_that_moved_on_meanwhile_wait_for_them_as_well() => Desk.PlayAsync(
        async desk =>
        {
            string[] lapsed = [await desk.LiveWithAsync(desk.Priya)];
            await desk.Amir.SayAsync("on duty");
            await desk.Teams.As("Cy Marsh").SayAsync("on duty");
            await desk.PostUnsentAsync();
            await desk.StopAsync();
            desk.Time.Advance(TimeSpan.FromMinutes(3)); // the next rung of the ladder is due, and so is the end of the lease
            await desk.StartAsync();
            var since = desk.Teams.Transcript.Entries.Count;
            await AssertEndsGoAloneAsync(desk, lapsed, since, desk.SettleAsync);
            Assert.True(desk.Teams.Transcript.InRequests("Can you take it?").Where(r => r.Op == Op.Send && r.Number > since).Select(r => r.Conversation).Distinct(StringComparer.Ordinal).Count() >= 2);
        },
        also: [new Extra("Cy Marsh", "specialist", "courtAction")]);

    [Fact]
    public Task A_card_whose_renewals_failed_before_is_not_tried_later_than_the_others() => Desk.PlayAsync(async desk =>
    {
        string[] lapsed = [await desk.LiveWithAsync(desk.Priya)];
        await desk.Amir.SayAsync("on duty");
        var order = desk.Teams.Faults.Next(Op.Update, Fault.Status(503)).UntilCleared();
        await desk.StepAsync(TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(5));
        order.Clear();
        await desk.StopAsync();
        desk.Time.Advance(TimeSpan.FromMinutes(10));
        await desk.StartAsync();
        await desk.PostUnsentAsync();

        var since = desk.Teams.Transcript.Entries.Count;
        var gate = desk.Teams.Faults.Hold(Op.Update, desk.CardOf(lapsed[0], "authority").ConversationId);
        var pass = desk.SendAsync();
        await gate.ReachedAsync(Ct);
        await desk.Leah.SayAsync("me"); // time enough for whatever would go beside it
        Assert.DoesNotContain(desk.Teams.Transcript.InRequests("Can you take it?"), r => r.Number > since);
        gate.Release();
        await pass;
        await AssertEndsGoAloneAsync(desk, lapsed, since, desk.SettleAsync);
    });

    [Fact]
    public Task What_the_dead_process_was_sending_is_sent_at_once_and_first() => Desk.PlayAsync(async desk =>
    {
        string[] lapsed = [await desk.LiveWithAsync(desk.Priya)];
        await desk.Amir.SayAsync("on duty");
        await desk.Tom.RawPressAsync("endCall", Steps.Press(lapsed[0], "adviser"));
        foreach (var row in await OwedAsync(desk))
            await desk.Store.TryCommitAsync([new RowChange.SetClaim(row.Key, new OwedClaim(desk.Time.GetUtcNow() + EffectSender.ClaimLasts, null, 0, Banner: true).Write(), row.Tag)], Ct);

        await desk.RestartAsync();
        await desk.PostUnsentAsync();
        await AssertEndsGoAloneAsync(desk, lapsed, since: desk.Teams.Transcript.Entries.Count, desk.SendAsync);
    });

    [Fact]
    public Task Where_others_serve_too_their_claims_stand_and_pings_wait_for_the_ends_they_hold() => Desk.PlayAsync(async desk =>
    {
        desk.Teams.Limits.Enforced = false;
        desk.OthersServeToo = true;
        string[] lapsed = [await desk.LiveWithAsync(desk.Priya)];
        await desk.Amir.SayAsync("on duty");
        await desk.Tom.RawPressAsync("endCall", Steps.Press(lapsed[0], "adviser"));
        foreach (var row in (await OwedAsync(desk)).Where(row => HandoffJson.Read<Owed>(row).Urgency == Urgency.End))
            await desk.Store.TryCommitAsync([new RowChange.SetClaim(row.Key, new OwedClaim(desk.Time.GetUtcNow() + EffectSender.ClaimLasts, null, 0).Write(), row.Tag)], Ct);
        await desk.RestartAsync();
        await desk.PostUnsentAsync();

        var since = desk.Teams.Transcript.Entries.Count;
        await desk.SendAsync();
        Assert.Equal(since, desk.Teams.Transcript.Entries.Count);
        desk.Time.Advance(EffectSender.ClaimLasts);
        await AssertEndsGoAloneAsync(desk, lapsed, since, desk.SendAsync);
    });

    [Fact]
    public Task It_is_ready_while_Teams_and_its_tokens_cannot_be_reached() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.StopAsync();
        desk.Time.Advance(TimeSpan.FromMinutes(10));
        desk.Teams.Faults.Next(Op.Connector | Op.Token | Op.Metadata | Op.Keys, Fault.Silence()).UntilCleared();
        var since = desk.Teams.Transcript.Entries.Count;
        await desk.StartAsync();
        Assert.IsType<Ended>(await desk.StateAsync(number));
        Assert.Equal(since, desk.Teams.Transcript.Entries.Count);
        desk.Teams.Faults.Clear();
    });

    [Fact]
    public Task One_that_cannot_be_read_does_not_keep_the_others_from_being_ended() => Desk.PlayAsync(async desk =>
    {
        string[] lapsed = [await desk.LiveWithAsync(desk.Priya), await desk.LiveWithAsync(desk.Amir)];
        var good = (await desk.Store.FindAsync($"h|{lapsed[0]}", Ct))!.Value;
        foreach (var foreign in new[] { "no state", Encoding.UTF8.GetString(good).Replace("\"v\":1", "\"v\":7", StringComparison.Ordinal), Encoding.UTF8.GetString(good).Replace("\"Live\"", "\"Paused\"", StringComparison.Ordinal) })
        {
            await desk.Store.TryCommitAsync([new RowChange.Put($"h|{lapsed[0]}", Encoding.UTF8.GetBytes(foreign))], Ct);
            await desk.RestartAsync();
            await desk.SendAsync();
            Assert.Equal(foreign, Encoding.UTF8.GetString((await desk.Store.FindAsync($"h|{lapsed[0]}", Ct))!.Value)); // never rewritten
        }

        await desk.StopAsync();
        desk.Time.Advance(TimeSpan.FromMinutes(10));
        await desk.StartAsync();
        Assert.IsType<Ended>(await desk.StateAsync(lapsed[1]));
        await desk.SettleAsync();
        Assert.Equal(3, desk.Banners.Count); // of the one that cannot be read: their words have run out

        await desk.Store.TryCommitAsync([new RowChange.Put($"h|{lapsed[0]}", good)], Ct);
        await desk.RestartAsync();
        await desk.SettleAsync();
        Assert.Empty(desk.Banners);
    });

    [Fact]
    public Task It_costs_what_is_open_not_all_that_ever_was() => Desk.PlayAsync(async desk =>
    {
        await desk.PostAsync();
        var few = await RowsReadAtStartAsync(desk);

        var ended = (await desk.Store.FindAsync($"h|{Assert.Single(await desk.NumbersAsync())}", Ct))!.Value;
        var numbers = Enumerable.Range(0, 2000).Select(_ => HandoffId.Next(RandomSource.System.Below)).Distinct().Except((await desk.NumbersAsync()).Select(HandoffId.Parse)).ToList();
        foreach (var some in numbers.Chunk(100))
            await desk.Store.TryCommitAsync([.. some.Select(id => new RowChange.Put(RowKeys.Handoff(id), ended))], Ct);
        Assert.Equal(few, await RowsReadAtStartAsync(desk));
        foreach (var some in numbers.Chunk(100))
            await desk.Store.TryCommitAsync([.. some.Select(id => new RowChange.Drop(RowKeys.Handoff(id)))], Ct);
    });

    private static async Task<int> RowsReadAtStartAsync(Desk desk)
    {
        await desk.RestartAsync();
        return desk.Store.RowsRead;
    }

    private static Task<List<Row>> OwedAsync(Desk desk) => desk.Store.ReadAllAsync(RowKeys.AllOwed, Ct).ToListAsync(Ct).AsTask();

    /// <summary>Everything the bot asks of Teams: first each card of what ended, tried once, then whatever else.</summary>
    private static async Task AssertEndsGoAloneAsync(Desk desk, IReadOnlyList<string> ended, int since, Func<Task> send)
    {
        await send();
        var requests = desk.Teams.Transcript.Requests.Where(r => r.Number > since && r.Op is not Op.Members && !Transcript.Holds(r, "Leah Brooks")).ToList();
        var ends = requests.Where(r => r.Op == Op.Update && ended.Any(number => Transcript.Holds(r, number)) && IsEnd(r)).ToList();
        Assert.True(ends.Count >= 3 * ended.Count, $"Only {ends.Count} cards were ended.");
        Assert.Contains(requests, r => Transcript.Holds(r, "Can you take it?") || Transcript.Holds(r, "can you take"));
        var firstOther = requests.Find(r => !IsEnd(r))!;
        foreach (var number in ended)
        {
            foreach (var surface in new[] { "authority", "adviser", "channel" })
            {
                var tried = ends.Find(r => r.ActivityId == desk.CardsOf(number, surface)[0].Id);
                Assert.True(tried is not null && tried.Number < firstOther.Number, $"{number}'s {surface} card was tried after {firstOther.Method} {firstOther.Path}.");
            }
        }
    }

    /// <summary>An update that takes something away: no words, and no card that asks anybody.</summary>
    private static bool IsEnd(BotRequest r) => r is { Op: Op.Update, Card: not null } && !Transcript.Holds(r, "Can you take it?");
}
