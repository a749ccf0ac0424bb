using System.Text.Json.Nodes;
using Xunit;

namespace VstrsBot.Tests.PretendTeams;

/// <summary>What each person sees on a card, and when it changes. Teams: Universal Actions for Adaptive Cards.</summary>
public sealed class ViewTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_card_an_answer_brings_is_seen_by_that_person_alone_until_the_next_update()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var thread = await desk.Connector.ThreadAsync(Cards.Message(Ping()), Ct);
        var (priya, amir) = (desk.Teams.As("Priya Shah"), desk.Teams.As("Amir Khan"));

        await priya.PressAsync(priya.Channel[0], "Accept", ct: Ct);

        Assert.Equal((true, "you sent {\"handoff\":\"K7F3\"}"), (priya.Channel[0].IsOwnView, priya.Channel[0].Text));
        Assert.Equal((false, "Can you take it?\n[Accept]"), (amir.Channel[0].IsOwnView, amir.Channel[0].Text));

        await desk.Connector.UpdateAsync(thread.Id, priya.Channel[0].Id, Cards.Message(Cards.Saying("Accepted by Priya Shah")), Ct);

        Assert.Equal((false, "Accepted by Priya Shah"), (priya.Channel[0].IsOwnView, priya.Channel[0].Text));
        Assert.Equal("Accepted by Priya Shah", amir.Channel[0].Text);
    }

    [Fact]
    public async Task An_old_copy_of_a_card_can_still_be_pressed()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var chat = await desk.ChatAsync("Priya Shah", Ct);
        var sent = await desk.Connector.SendAsync(chat, Cards.Message(Ping()), Ct);
        var priya = desk.Teams.As("Priya Shah");
        var old = priya.Chat[0];
        await desk.Connector.UpdateAsync(chat, sent.Id, Cards.Message(Cards.Saying("Ended")), Ct);

        await priya.PressAsync(old, "Accept", ct: Ct);

        var invoke = Assert.Single(desk.Bot.Received);
        Assert.Equal(("accept", sent.Id), ((string?)invoke["value"]!["action"]!["verb"], (string?)invoke["replyToId"]));
        await Assert.ThrowsAsync<InvalidOperationException>(() => priya.PressAsync(priya.Chat[0] with { Card = Cards.Saying("Ended") }, "Accept", ct: Ct));
    }

    [Fact]
    public async Task A_refresh_is_automatic_or_by_hand_and_its_answer_is_seen()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var priya = desk.Teams.As("Priya Shah");
        await desk.Connector.SendAsync(await desk.ChatAsync("Priya Shah", Ct), Cards.Message(Ping().Following(priya.Person.Mri)), Ct);

        await priya.RefreshAsync(priya.Chat[0], ct: Ct);
        Assert.True(priya.Chat[0].IsOwnView);
        desk.Bot.Answer = (_, _) => Task.FromResult<JsonNode?>(Cards.Answer(Ping().Following(priya.Person.Mri)));
        desk.Teams.Tenant.Show(priya.Chat[0].Id, "Priya Shah", Ping().Following(priya.Person.Mri));
        await priya.RefreshAsync(priya.Chat[0], byHand: true, ct: Ct);

        Assert.Equal(["automatic", "manual"], desk.Bot.Received.Select(a => (string?)a["value"]!["trigger"]));
    }

    [Fact]
    public async Task Opening_the_chat_refreshes_what_is_over_a_minute_old_and_lists_the_person()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var priya = desk.Teams.As("Priya Shah");
        var chat = await desk.ChatAsync("Priya Shah", Ct);
        await desk.Connector.SendAsync(chat, Cards.Message(Ping().Following(priya.Person.Mri)), Ct);
        await desk.Connector.SendAsync(chat, Cards.Message(Ping().Following()), Ct);
        desk.Bot.Answer = (_, _) => Task.FromResult<JsonNode?>(Cards.Answer(Ping().Following(priya.Person.Mri)));

        await priya.OpenAsync(Ct);
        desk.Time.Advance(TimeSpan.FromSeconds(60));
        await priya.OpenAsync(Ct);
        Assert.Single(desk.Bot.Received);

        desk.Time.Advance(TimeSpan.FromSeconds(1));
        await priya.OpenAsync(Ct);
        Assert.Equal(2, desk.Bot.Received.Count);
    }

    [Fact]
    public async Task With_automatic_refresh_on_an_update_makes_the_listed_clients_ask()
    {
        await using var desk = await Desk.OpenAsync(Ct, o => o with { AutoRefresh = true });
        var thread = await desk.Connector.ThreadAsync(Cards.Message(Ping()), Ct);
        var priya = desk.Teams.As("Priya Shah");

        await desk.Connector.UpdateAsync(thread.Id, priya.Channel[0].Id, Cards.Message(Ping().Following(priya.Person.Mri)), Ct);
        await desk.Teams.Transcript.UntilAsync(() => desk.Teams.Transcript.Deliveries is [{ AnsweredAt: not null }], Ct);

        var asked = Assert.Single(desk.Teams.Transcript.Deliveries);
        Assert.Equal(("Priya Shah", "automatic"), (asked.From, (string?)asked.Activity["value"]!["trigger"]));
    }

    private static JsonObject Ping() =>
        Cards.Saying("Can you take it?", Cards.Buttons(Cards.Execute("Accept", "accept", new JsonObject { ["handoff"] = "K7F3" })));
}
