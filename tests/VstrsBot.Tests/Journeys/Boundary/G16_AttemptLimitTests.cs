using System.Text.Json.Nodes;
using TeamsStandIn.Clients;
using VstrsBot.Cards;
using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Boundary;

/// <summary>G16: no SEES ID is compared over the limit, however many are typed at once, and whatever restarts in between.</summary>
public sealed class G16_AttemptLimitTests
{
    private const string TooOften =
        "Not checked: too many SEES IDs you typed today did not match. Do not disclose. Use internal caller verification in SEES. Your lead has been told.";

    [Fact]
    public Task A_hundred_wrong_codes_at_once_are_three_attempts() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(n => TryAsync(desk.Priya, number, $"ZZ 90 {n:D4}")));

        Assert.Equal(3, await MissesAsync(desk, number));
        Assert.Equal(EndReason.NotConfirmed, Assert.IsType<Ended>(await desk.StateAsync(number)).Reason);
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        await TryAsync(desk.Priya, number, Desk.Code); // the right one comes too late
        Assert.IsType<Ended>(await desk.StateAsync(number));
        await desk.SettleAsync();
        Assert.Contains("Speak to both", desk.Leah.PrintView(), StringComparison.Ordinal);
    });

    [Fact]
    public Task The_same_wrong_code_a_hundred_times_at_once_is_one_attempt() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(n => TryAsync(desk.Priya, number, n % 2 == 0 ? "ZZ 90 0001" : "zz-90-0001")));

        Assert.Equal(1, await MissesAsync(desk, number));
        Assert.IsType<Claimed>(await desk.StateAsync(number));
    });

    [Fact]
    public Task Attempts_are_counted_over_restarts() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        for (var n = 0; n < 3; n++)
        {
            await desk.CheckAsync($"ZZ 90 000{n}");
            await desk.RestartAsync();
        }

        Assert.Equal(3, await MissesAsync(desk, number));
        Assert.IsType<Ended>(await desk.StateAsync(number));
    });

    [Fact]
    public Task A_specialist_who_missed_too_often_today_has_nothing_compared() => Desk.PlayAsync(
        async desk =>
        {
            await LockOutAsync(desk, "ZZ 90 0001", "ZZ 90 0002", "ZZ 90 0003");
            await desk.RestartAsync();
            var second = await LockOutAsync(desk, "ZZ 90 0004"); // the fourth of the day ends it at once, and the leads are told
            Assert.Equal(EndReason.NotConfirmed, Assert.IsType<Ended>(await desk.StateAsync(second)).Reason);
            await desk.SettleAsync();
            Assert.Contains(second, desk.Leah.PrintView(), StringComparison.Ordinal);

            var third = await desk.ClaimedAsync();
            foreach (var code in new[] { Desk.Code, Desk.WrongCode, "ZZ 90 0005" })
                Assert.Equal(TooOften, (await desk.ChangesNothingAsync(() => TryAsync(desk.Priya, third, code))).Message);

            // Nobody else is held up by it, and a new day begins anew.
            await desk.Priya.PressNewestAsync("Give it back");
            await desk.SettleAsync();
            await desk.Amir.SayAsync($"accept {third}");
            await desk.SettleAsync();
            Assert.Contains("SEES ID confirmed", (await TryAsync(desk.Amir, third, Desk.Code)).Text, StringComparison.Ordinal);
            await desk.StepAsync(TimeSpan.FromHours(24), TimeSpan.FromMinutes(10));
            await desk.Priya.SayAsync("on duty");
            var next = await desk.ClaimedAsync();
            Assert.Contains("SEES ID confirmed", (await TryAsync(desk.Priya, next, Desk.Code)).Text, StringComparison.Ordinal);
        },
        new HandoffRules { MismatchesADay = 4 });

    /// <summary>No oracle: whatever was wrong with the code, the same words come back and the same rows are written.</summary>
    [Fact]
    public async Task Whatever_was_wrong_the_words_and_the_writes_are_the_same()
    {
        List<(string Words, string Rows)> seen = [];
        foreach (var wrong in new[] { "QX-42 7782", "QX-42 778", "AA", "ZZ 1234", new string('9', 40) })
        {
            await Desk.PlayAsync(
                async desk =>
                {
                    var number = await desk.ClaimedAsync();
                    var before = await TagsAsync(desk);
                    var answer = await TryAsync(desk.Priya, number, wrong);
                    var written = (await TagsAsync(desk)).Except(before, StringComparer.Ordinal).Select(row => row.Split(' ')[0]);
                    seen.Add((Plain(answer.Text), Plain(string.Join('\n', written))));

                    string Plain(string text) => text.Replace(number, "N", StringComparison.Ordinal);
                },
                also: [new Extra("Owen Price", "adviser", Areas: "", SeesId: "ZZ 1234")]);
        }

        Assert.Contains("2 tries left", seen[0].Words, StringComparison.Ordinal);
        Assert.Single(seen.Distinct());
    }

    private static async Task<IReadOnlyList<string>> TagsAsync(Desk desk) =>
        [.. (await desk.Store.ReadAsync("", "~", int.MaxValue, CancellationToken.None)).Select(row => $"{row.Key} {row.Tag}")];

    private static async Task<string> LockOutAsync(Desk desk, params string[] codes)
    {
        var number = await desk.ClaimedAsync();
        foreach (var code in codes)
            await desk.CheckAsync(code);
        return number;
    }

    private static Task<BotAnswer> TryAsync(PersonClient by, string number, string code) =>
        by.RawPressAsync(Verbs.CheckSeesId, new JsonObject { ["handoff"] = number, ["surface"] = Surfaces.Authority, ["seesId"] = code });

    private static async Task<int> MissesAsync(Desk desk, string number) => (await desk.RecordedAsync(number)).Count(kind => kind is "SeesIdMismatched");
}
