using TeamsStandIn.Faults;
using VstrsBot.Clock;
using VstrsBot.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace VstrsBot.Tests.Journeys.Authority;

/// <summary>LA2: each copy says until when; all renew about every 60 s, spread, and yield to ends and pings.</summary>
public sealed class LA2_RenewalTests
{
    private static readonly string[] Surfaces = ["authority", "channel", "adviser"];
    private static readonly Extra[] Seven = [.. new[] { "Ann Bell", "Ben Cole", "Cat Dunn", "Dan East", "Eve Ford", "Fay Gray", "Gus Hale" }.Select(name => new Extra(name))];

    [Fact]
    public Task Every_copy_is_renewed_about_every_60_seconds_with_a_later_until() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.StepAsync(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(1));
        foreach (var surface in Surfaces)
        {
            var updates = LiveRendering.Updates(desk.Teams.Transcript, number, surface);
            Assert.InRange(updates.Count, 10, 13);
            foreach (var (before, after) in updates.Zip(updates.Skip(1)))
            {
                Assert.InRange((after.At - before.At).TotalSeconds, 45, 61);
                Assert.True(after.Until > before.Until);
                Assert.InRange((after.Until - after.At).TotalSeconds, 175, 180);
            }

            Assert.All(updates, u => Assert.Contains($"AUTHORITY LIVE until {UkClock.Until(u.Until).Shown.Time}", u.Card.ToJsonString(), StringComparison.Ordinal));
        }

        Assert.All(
            LiveRendering.Updates(desk.Teams.Transcript, number, "authority"),
            u => Assert.Contains($"Checked {UkClock.At(u.At).Time}", u.Card.ToJsonString(), StringComparison.Ordinal));
    });

    [Fact]
    public Task Handoffs_taken_in_the_same_second_are_not_renewed_in_the_same_second() => Desk.PlayAsync(
        async desk =>
        {
            List<string> numbers = [];
            foreach (var extra in Seven.Append(new Extra("Amir Khan")))
                numbers.Add(await desk.ConfirmedWithAsync(desk.Teams.As(extra.Name)));
            foreach (var (number, extra) in numbers.Zip(Seven.Append(new Extra("Amir Khan"))))
                await desk.Teams.As(extra.Name).RawPressAsync("takeCall", Steps.Press(number, "authority"));
            await desk.SendAsync();

            await desk.StepAsync(TimeSpan.FromSeconds(125), TimeSpan.FromSeconds(0.5));
            foreach (var round in (int[])[1, 2])
            {
                var times = numbers.Select(number => LiveRendering.Updates(desk.Teams.Transcript, number, "channel")[round].At).ToList();
                Assert.True(times.Distinct().Count() > 2, string.Join(' ', times.Select(at => $"{at:mm:ss.f}")));
            }
        },
        new VstrsBot.Handoffs.HandoffRules { ConfirmationLasts = TimeSpan.FromMinutes(20), ConfirmationWarning = TimeSpan.FromMinutes(19) },
        also: Seven);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Renewals_yield_to_ends_and_pings(bool end) => Desk.PlayAsync(
        async desk =>
        {
            List<string> numbers = [];
            foreach (var extra in Seven)
                numbers.Add(await desk.LiveWithAsync(desk.Teams.As(extra.Name)));

            // All renewals are due, and Teams answers none of them.
            desk.Teams.Faults.Next(Op.Update, Fault.Silence()).UntilCleared();
            desk.Time.Advance(TimeSpan.FromSeconds(65));
            var pass = PassesAsync(desk);
            await desk.Teams.Transcript.UntilAsync(() => desk.Teams.Transcript.Updates.Count(u => u.Waits) >= 8, TestContext.Current.CancellationToken);
            desk.Teams.Faults.Clear();

            var since = desk.Teams.Transcript.Entries.Count; // what is more urgent may leave while they still wait
            if (end)
                await desk.Tom.RawPressAsync("endCall", Steps.Press(numbers[^1], "adviser"));
            else
                await desk.PostUnsentAsync();
            desk.Time.Advance(TimeSpan.FromSeconds(3)); // those under way time out
            await pass;

            var first = desk.Teams.Transcript.Requests.First(r => r.Number > since && r.Op is Op.Update or Op.CreateConversation);
            Assert.DoesNotContain("authority-live", first.Body!.ToJsonString(), StringComparison.Ordinal);
            await desk.SettleAsync();
            await desk.SettleAsync();
            await desk.SettleAsync();
        },
        also: Seven);

    private static async Task PassesAsync(Desk desk)
    {
        var pump = desk.Parts.GetRequiredService<OutboxPump>();
        for (var n = 0; n < 40 && await pump.PassAsync(CancellationToken.None); n++)
        {
        }
    }
}
