using TeamsStandIn.Clients;
using TeamsStandIn.Faults;
using Xunit;

namespace VstrsBot.Tests.Journeys.Ending;

/// <summary>EN4: a second end, from any device or old card, is answered with when it ended.</summary>
public sealed class EN4_EndedAlreadyTests
{
    [Fact]
    public Task A_second_end_from_any_old_card_answers_when_it_ended() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var old = (Tom: desk.Tom.Sees(desk.CardOf(number, "adviser")), Priya: desk.Priya.Sees(desk.CardOf(number, "authority")));
        await desk.Tom.PressAsync(old.Tom, "The whole call has ended");
        desk.Time.Advance(TimeSpan.FromMinutes(4));

        BotAnswer[] answers =
        [
            await desk.Tom.PressAsync(old.Tom, "The whole call has ended"),
            await desk.Priya.PressAsync(old.Priya, "Call ended"),
            await desk.Priya.PressAsync(old.Priya, "Still on the call"),
            await desk.Tom.PressAsync(old.Tom, "I have left the call"),
        ];
        Assert.All(answers, answer => Assert.StartsWith("Authority ended at 10:41am.", answer.Text, StringComparison.Ordinal));
        Assert.Single(await desk.RecordedAsync(number), kind => kind == "HandoffEnded");
        await desk.SettleAsync();
        Assert.Empty(desk.Banners);
    });

    [Fact]
    public Task Typed_it_says_that_it_already_ended() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.EndAsync();
        await desk.Priya.SayAsync($"end {number}");
        await desk.Tom.SayAsync($"end {number}");
        Assert.Contains($"{number} already ended at 10:41am.", desk.Priya.Chat[^1].Text, StringComparison.Ordinal);
        Assert.Contains($"{number} already ended at 10:41am.", desk.Tom.Chat[^1].Text, StringComparison.Ordinal);
    });

    [Fact]
    public Task Everyone_ending_it_at_once_ends_it_once() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        desk.Teams.Faults.Next(Op.Deliver, Fault.Duplicate(5, newIds: true, together: true)).Times(3);
        await Task.WhenAll(
            desk.Tom.RawPressAsync("endCall", Steps.Press(number, "adviser")),
            desk.Priya.RawPressAsync("endCall", Steps.Press(number, "authority")),
            desk.Leah.RawPressAsync("endCall", Steps.Press(number, "lead")));
        await desk.SettleAsync();
        Assert.Single(await desk.RecordedAsync(number), kind => kind == "HandoffEnded");
        Assert.Empty(desk.Banners);
        Assert.Equal(3, desk.Teams.Transcript.Sends.Count(r => (string?)r.Body?["text"] == $"{number}: authority ended at 10:41am."));
    });
}
