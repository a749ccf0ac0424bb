using System.Text.Json.Nodes;
using TeamsStandIn.Connector;
using TeamsStandIn.Faults;
using Xunit;

namespace VstrsBot.Tests.PretendTeams;

/// <summary>What can go wrong on the way from the bot to Teams.</summary>
public sealed class FaultTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(404, "ConversationNotFound")]
    [InlineData(412, "PreconditionFailed")]
    [InlineData(413, "MessageSizeTooBig")]
    [InlineData(429, "Throttled")]
    [InlineData(500, "ServiceError")]
    [InlineData(503, "ServiceUnavailable")]
    public async Task A_refusal_changes_nothing_and_the_next_call_goes_through(int status, string code)
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var chat = await desk.ChatAsync("Priya Shah", Ct);
        desk.Teams.Faults.Next(Op.Send, Fault.Status(status));

        var refused = await desk.Connector.SendAsync(chat, Cards.Text("first"), Ct);
        var sent = await desk.Connector.SendAsync(chat, Cards.Text("second"), Ct);

        Assert.Equal((status, code, 201), (refused.Status, refused.Code, sent.Status));
        Assert.Equal("second", Assert.Single(desk.Teams.As("Priya Shah").Chat).Text);
        Assert.Equal([false, true], desk.Teams.Transcript.Sends.Select(s => s.Applied));
    }

    [Fact]
    public async Task Throttling_says_when_to_come_back_or_does_not()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var chat = await desk.ChatAsync("Priya Shah", Ct);
        desk.Teams.Faults.Next(Op.Send, Fault.Throttle(TimeSpan.FromSeconds(7)));
        desk.Teams.Faults.Next(Op.Send, Fault.Throttle());

        Assert.Equal(TimeSpan.FromSeconds(7), (await desk.Connector.SendAsync(chat, Cards.Text("a"), Ct)).RetryAfter);
        var second = await desk.Connector.SendAsync(chat, Cards.Text("b"), Ct);
        Assert.Equal(429, second.Status);
        Assert.Null(second.RetryAfter);
    }

    [Fact]
    public async Task A_fault_strikes_only_where_and_as_often_as_it_was_told()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var priya = await desk.ChatAsync("Priya Shah", Ct);
        var amir = await desk.ChatAsync("Amir Khan", Ct);
        var first = await desk.Connector.SendAsync(priya, Cards.Text("first"), Ct);
        var second = await desk.Connector.SendAsync(priya, Cards.Text("second"), Ct);
        desk.Teams.Faults.Next(Op.Send, Fault.Status(503)).On(priya).Times(2);
        desk.Teams.Faults.Next(Op.Send, Fault.Status(403)).For("Amir Khan");
        desk.Teams.Faults.Next(Op.Update, Fault.Status(404)).OnMessage(second.Id).UntilCleared();

        Assert.Equal(403, (await desk.Connector.SendAsync(amir, Cards.Text("x"), Ct)).Status);
        Assert.Equal(201, (await desk.Connector.SendAsync(amir, Cards.Text("x"), Ct)).Status);
        Assert.Equal(503, (await desk.Connector.SendAsync(priya, Cards.Text("x"), Ct)).Status);
        Assert.Equal(503, (await desk.Connector.SendAsync(priya, Cards.Text("x"), Ct)).Status);
        Assert.Equal(201, (await desk.Connector.SendAsync(priya, Cards.Text("x"), Ct)).Status);
        Assert.Equal(200, (await desk.Connector.UpdateAsync(priya, first.Id, Cards.Text("y"), Ct)).Status);
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(404, (await desk.Connector.UpdateAsync(priya, second.Id, Cards.Text("y"), Ct)).Status);
        Assert.Equal(404, (await desk.Connector.UpdateAsync(priya, second.Id, Cards.Text("y"), Ct)).Status);
        desk.Teams.Faults.Clear();
        Assert.Equal(200, (await desk.Connector.UpdateAsync(priya, second.Id, Cards.Text("y"), Ct)).Status);
    }

    [Fact]
    public async Task A_lost_edit_is_answered_as_done_and_is_not()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var chat = await desk.ChatAsync("Priya Shah", Ct);
        var message = await desk.Connector.SendAsync(chat, Cards.Text("before"), Ct);
        desk.Teams.Faults.Next(Op.Update, Fault.Lose());

        var edit = await desk.Connector.UpdateAsync(chat, message.Id, Cards.Text("after"), Ct);

        Assert.Equal((200, message.Id), (edit.Status, edit.Id));
        Assert.Equal("before", Assert.Single(desk.Teams.As("Priya Shah").Chat).Text);
        Assert.False(Assert.Single(desk.Teams.Transcript.Updates).Applied);
    }

    [Fact]
    public async Task A_create_may_be_done_and_answered_with_a_failure()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        desk.Teams.Faults.Next(Op.CreateConversation, Fault.ApplyThenStatus(502));

        Assert.Equal(502, (await desk.Connector.ThreadAsync(Cards.Text("hello"), Ct)).Status);

        Assert.Equal("hello", Assert.Single(desk.Teams.As("Priya Shah").Channel).Text);
        Assert.True(Assert.Single(desk.Teams.Transcript.Creates).Applied);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cut_connection_leaves_the_bot_without_an_answer(bool done)
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var chat = await desk.ChatAsync("Priya Shah", Ct);
        desk.Teams.Faults.Next(Op.Send, done ? Fault.ApplyThenCut() : Fault.Cut());

        await Assert.ThrowsAsync<HttpRequestException>(() => desk.Connector.SendAsync(chat, Cards.Text("hello"), Ct));

        Assert.Equal(done ? 1 : 0, desk.Teams.As("Priya Shah").Chat.Count);
        Assert.Equal((null, done), (desk.Teams.Transcript.Sends[0].Status, desk.Teams.Transcript.Sends[0].Applied));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Silence_lasts_until_the_bot_gives_up(bool done)
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var chat = await desk.ChatAsync("Priya Shah", Ct);
        desk.Teams.Faults.Next(Op.Send, done ? Fault.ApplyThenSilence() : Fault.Silence());
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);

        var send = desk.Connector.SendAsync(chat, Cards.Text("hello"), patience.Token);
        await desk.Teams.Transcript.UntilAsync(() => desk.Teams.Transcript.Sends is [{ Waits: true }], Ct);
        Assert.False(send.IsCompleted);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => send.WaitAsync(Ct));
        Assert.Equal(done ? 1 : 0, desk.Teams.As("Priya Shah").Chat.Count);
    }

    [Fact]
    public async Task A_gate_holds_a_call_until_it_is_released()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var chat = await desk.ChatAsync("Priya Shah", Ct);
        var message = await desk.Connector.SendAsync(chat, Cards.Text("before"), Ct);
        var gate = desk.Teams.Faults.Hold(Op.Update, on: chat);

        var edit = desk.Connector.UpdateAsync(chat, message.Id, Cards.Text("after"), Ct);
        await gate.ReachedAsync(Ct);
        Assert.Equal("before", desk.Teams.As("Priya Shah").Chat[0].Text);
        Assert.False(edit.IsCompleted);

        gate.Release();
        Assert.Equal(200, (await edit).Status);
        Assert.Equal("after", desk.Teams.As("Priya Shah").Chat[0].Text);
    }

    [Fact]
    public async Task A_held_answer_comes_late_for_what_was_done_at_once()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var chat = await desk.ChatAsync("Priya Shah", Ct);
        var gate = new Gate();
        desk.Teams.Faults.Next(Op.Send, Fault.HoldAnswer(gate));

        var send = desk.Connector.SendAsync(chat, Cards.Text("hello"), Ct);
        await gate.ReachedAsync(Ct);

        Assert.Single(desk.Teams.As("Priya Shah").Chat);
        Assert.False(send.IsCompleted);
        gate.Release();
        Assert.Equal(201, (await send).Status);
    }

    [Fact]
    public async Task A_slow_call_takes_as_long_as_the_clock_says()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var chat = await desk.ChatAsync("Priya Shah", Ct);
        desk.Teams.Faults.Next(Op.Send, Fault.Slow(TimeSpan.FromSeconds(4)));

        var send = desk.Connector.SendAsync(chat, Cards.Text("hello"), Ct);
        await desk.Teams.Transcript.UntilAsync(() => desk.Teams.Transcript.Sends is [{ Waits: true }], Ct);
        desk.Time.Advance(TimeSpan.FromSeconds(3.9));
        Assert.Empty(desk.Teams.As("Priya Shah").Chat);

        desk.Time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(201, (await send).Status);
    }

    [Fact]
    public async Task Members_the_token_and_the_keys_can_fail_too()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var chat = await desk.ChatAsync("Priya Shah", Ct);
        desk.Teams.Faults.Next(Op.Members, Fault.Status(504));
        desk.Teams.Faults.Next(Op.Token, Fault.Status(503));
        desk.Teams.Faults.Next(Op.Keys, Fault.Status(503)).UntilCleared();

        Assert.Equal(504, (await desk.Connector.MemberAsync(chat, desk.Teams.Tenant.Person("Priya Shah").Mri, Ct)).Status);
        Assert.Equal(503, (await desk.Connector.TokenAsync(Ct)).Status);
        Assert.Equal(500, (await desk.Teams.As("Priya Shah").SayAsync("hello", Ct)).Status); // this bot cannot read the keys
        desk.Teams.Faults.Clear();
        Assert.Equal(200, (await desk.Teams.As("Priya Shah").SayAsync("hello", Ct)).Status);
    }

    [Fact]
    public void Each_error_has_the_shape_teams_gives_it() => Assert.Equal(
        """{"error":{"code":"MessageSizeTooBig","message":"The pretend Teams was told to fail here."}}""",
        ((JsonObject)Answer.Usual(413, code: null, retryAfter: null).Body!).ToJsonString());
}
