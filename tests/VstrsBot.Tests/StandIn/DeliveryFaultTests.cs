using TeamsStandIn.Faults;
using Xunit;

namespace VstrsBot.Tests.PretendTeams;

/// <summary>What can go wrong on the way from Teams to the bot.</summary>
public sealed class DeliveryFaultTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_duplicate_arrives_under_the_same_id_or_under_another()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        desk.Teams.Faults.Next(Op.Deliver, Fault.Duplicate(times: 3));
        await desk.Teams.As("Tom Reed").SayAsync("same", Ct);
        desk.Teams.Faults.Next(Op.Deliver, Fault.Duplicate(newIds: true));
        await desk.Teams.As("Tom Reed").SayAsync("other", Ct);

        var ids = desk.Bot.Received.GroupBy(a => (string)a["text"]!).ToDictionary(g => g.Key, g => g.Select(a => (string?)a["id"]).ToList());
        Assert.Equal((3, 1), (ids["same"].Count, ids["same"].Distinct().Count()));
        Assert.Equal((2, 2), (ids["other"].Count, ids["other"].Distinct().Count()));
        Assert.Equal(5, desk.Teams.Transcript.Deliveries.Count);
    }

    [Fact]
    public async Task Duplicates_may_arrive_at_the_same_time()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var both = new TaskCompletionSource();
        desk.Bot.Answer = async (_, ct) =>
        {
            if (desk.Bot.Received.Count is 2) both.TrySetResult();
            await both.Task.WaitAsync(ct); // neither is answered before both are here
            return null;
        };
        desk.Teams.Faults.Next(Op.Deliver, Fault.Duplicate(together: true));

        Assert.Equal(200, (await desk.Teams.As("Tom Reed").SayAsync("hello", Ct)).Status);
    }

    [Fact]
    public async Task Two_activities_can_change_places()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        desk.Teams.Faults.Next(Op.Deliver, Fault.Reorder());

        var first = desk.Teams.As("Tom Reed").SayAsync("first", Ct);
        await desk.Teams.As("Tom Reed").SayAsync("second", Ct);
        await first;

        Assert.Equal(["second", "first"], desk.Bot.Texts);
    }

    [Fact]
    public async Task A_lost_activity_never_reaches_the_bot()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        desk.Teams.Faults.Next(Op.Deliver, Fault.Lose()).For("Tom Reed");

        var lost = await desk.Teams.As("Tom Reed").SayAsync("lost", Ct);
        await desk.Teams.As("Tom Reed").SayAsync("found", Ct);

        Assert.False(lost.Reached);
        Assert.Equal(["found"], desk.Bot.Texts);
        Assert.Equal(["lost", "found"], desk.Teams.As("Tom Reed").Chat.Select(m => m.Text));
    }

    [Fact]
    public async Task An_activity_can_be_held_at_a_gate()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var gate = desk.Teams.Faults.Hold(Op.Deliver);

        var say = desk.Teams.As("Tom Reed").SayAsync("hello", Ct);
        await gate.ReachedAsync(Ct);
        Assert.Empty(desk.Bot.Received);

        gate.Release();
        Assert.Equal(200, (await say).Status);
    }

    [Fact]
    public async Task The_answer_can_be_lost_after_the_bot_has_acted()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var chat = await desk.ChatAsync("Priya Shah", Ct);
        await desk.Connector.SendAsync(chat, Cards.Message(Cards.Saying("base", Cards.Buttons(Cards.Execute("Accept", "accept")))), Ct);
        var priya = desk.Teams.As("Priya Shah");
        desk.Teams.Faults.Next(Op.Deliver, Fault.ApplyThenStatus(504));

        var answer = await priya.PressAsync(priya.Chat[0], "Accept", ct: Ct);

        Assert.True(answer.WentWrong);
        Assert.Single(desk.Bot.Received);
        Assert.False(priya.Chat[0].IsOwnView);
    }

    [Fact]
    public async Task Teams_gives_up_on_a_bot_that_does_not_answer()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var reached = new TaskCompletionSource();
        desk.Bot.Answer = async (_, ct) =>
        {
            reached.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, desk.Time, ct);
            return null;
        };

        var say = desk.Teams.As("Tom Reed").SayAsync("hello", Ct);
        await reached.Task.WaitAsync(Ct);
        desk.Time.Advance(desk.Teams.Options.Patience);

        Assert.Equal(504, (await say).Status);
    }
}
