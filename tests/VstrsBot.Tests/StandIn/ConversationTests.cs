using System.Text.Json.Nodes;
using TeamsStandIn;
using TeamsStandIn.Clients;
using Xunit;

namespace VstrsBot.Tests.PretendTeams;

/// <summary>The connector's calls as Teams answers them.</summary>
public sealed class ConversationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Creating_a_personal_chat_again_gives_the_same_chat()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var tom = desk.Teams.Tenant.Person("Tom Reed");

        var first = await desk.Connector.ChatAsync(tom.Mri, Ct);
        var again = await desk.Connector.ChatAsync(tom.Mri, Ct);
        desk.Teams.Tenant.RemoveChatHistory("Tom Reed");
        var gone = await desk.Connector.SendAsync(first.Id, Cards.Text("hello"), Ct);
        var anew = await desk.Connector.ChatAsync(tom.Mri, Ct);

        Assert.Equal((201, first.Id), (again.Status, again.Id));
        Assert.Equal((404, "ConversationNotFound"), (gone.Status, gone.Code));
        Assert.NotEqual(first.Id, anew.Id);
    }

    [Fact]
    public async Task A_channel_thread_needs_its_first_message()
    {
        await using var desk = await Desk.OpenAsync(Ct);

        var without = await desk.Connector.ThreadAsync(null, Ct);
        var thread = await desk.Connector.ThreadAsync(Cards.Text("root"), Ct);
        var reply = await desk.Connector.SendAsync(thread.Id, Cards.Text("reply"), Ct);

        Assert.Equal((400, "BadSyntax"), (without.Status, without.Code));
        Assert.Equal($"{desk.Teams.Tenant.DmbChannelId};messageid={(string?)thread.Body!["activityId"]}", thread.Id);
        Assert.Equal(201, reply.Status);
        Assert.Equal([thread.Id, thread.Id], desk.Teams.As("Amir Khan").Channel.Select(m => m.ConversationId));
        Assert.Empty(desk.Teams.As("Tom Reed").Channel); // not in the team
    }

    [Fact]
    public async Task A_group_chat_cannot_be_created()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var body = new JsonObject
        {
            ["isGroup"] = true,
            ["tenantId"] = desk.Teams.Tenant.Id,
            ["members"] = new JsonArray(new JsonObject { ["id"] = desk.Teams.Tenant.Person("Tom Reed").Mri }),
        };

        var reply = await desk.Connector.CallAsync(HttpMethod.Post, "/v3/conversations", body, Ct);

        Assert.Equal((400, "BadSyntax"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Without_the_app_or_once_blocked_a_person_cannot_be_reached()
    {
        await using var desk = await Desk.OpenAsync(Ct, o => o with { People = [new("Grace Osei") { InTeam = false, AppInstalled = false }, new("Amir Khan")] });
        var chat = await desk.ChatAsync("Amir Khan", Ct);
        desk.Teams.Tenant.Person("Amir Khan").Blocked = true;

        var unknown = await desk.Connector.ChatAsync(desk.Teams.Tenant.Person("Grace Osei").Mri, Ct);
        var blocked = await desk.Connector.SendAsync(chat, Cards.Text("hello"), Ct);

        Assert.Equal((403, "BotNotInConversationRoster"), (unknown.Status, unknown.Code));
        Assert.Equal((403, "ConversationBlockedByUser"), (blocked.Status, blocked.Code));
    }

    [Fact]
    public async Task Out_of_the_team_the_bot_can_neither_post_nor_read_the_roster()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        await desk.Teams.As("Leah Brooks").RemoveFromTeamAsync(Ct);

        Assert.Equal("BotNotInConversationRoster", (await desk.Connector.ThreadAsync(Cards.Text("x"), Ct)).Code);
        Assert.Equal("BotNotInConversationRoster", (await desk.Connector.MemberAsync(desk.Teams.Tenant.TeamId, "29:x", Ct)).Code);
    }

    [Fact]
    public async Task A_member_is_found_by_member_id_object_id_or_principal_name()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var priya = desk.Teams.Tenant.Person("Priya Shah");

        foreach (var id in (string[])[priya.Mri, priya.ObjectId.ToString(), priya.Upn])
            Assert.Equal(priya.ObjectId.ToString(), (string?)(await desk.Connector.MemberAsync(desk.Teams.Tenant.DmbChannelId, id, Ct)).Body!["aadObjectId"]);
        var outsider = await desk.Connector.MemberAsync(desk.Teams.Tenant.DmbChannelId, desk.Teams.Tenant.Person("Tom Reed").Mri, Ct);
        Assert.Equal((404, "MemberNotFoundInConversation"), (outsider.Status, outsider.Code));
    }

    [Fact]
    public async Task A_large_roster_comes_in_pages_until_there_is_no_token()
    {
        var people = Enumerable.Range(1, 120).Select(n => new PersonSeed($"Person {n}")).ToList();
        await using var desk = await Desk.OpenAsync(Ct, o => o with { People = people });
        var path = $"/v3/conversations/{Uri.EscapeDataString(desk.Teams.Tenant.TeamId)}/pagedmembers?pageSize=10";

        var first = await desk.Connector.CallAsync(HttpMethod.Get, path, null, Ct);
        var second = await desk.Connector.CallAsync(HttpMethod.Get, $"{path}&continuationToken={(string?)first.Body!["continuationToken"]}", null, Ct);
        var third = await desk.Connector.CallAsync(HttpMethod.Get, $"{path}&continuationToken={(string?)second.Body!["continuationToken"]}", null, Ct);

        Assert.Equal([50, 50, 20], ((Reply[])[first, second, third]).Select(page => page.Body!["members"]!.AsArray().Count));
        Assert.Null(third.Body!["continuationToken"]);
    }

    [Fact]
    public async Task The_unpaged_roster_calls_the_object_id_by_its_other_name()
    {
        await using var desk = await Desk.OpenAsync(Ct);

        var roster = await desk.Connector.CallAsync(HttpMethod.Get, $"/v3/conversations/{Uri.EscapeDataString(desk.Teams.Tenant.TeamId)}/members", null, Ct);
        var channels = await desk.Connector.CallAsync(HttpMethod.Get, $"/v3/teams/{Uri.EscapeDataString(desk.Teams.Tenant.TeamId)}/conversations", null, Ct);

        Assert.All(roster.Body!.AsArray(), member => Assert.NotNull(member!["objectId"]));
        Assert.Contains(channels.Body!["conversations"]!.AsArray(), c => (string?)c!["id"] == desk.Teams.Tenant.TeamId && c["name"] is null);
    }

    [Fact]
    public async Task Text_beside_a_card_becomes_two_messages_and_no_usable_id()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var chat = await desk.ChatAsync("Tom Reed", Ct);
        var both = Cards.Message(Cards.Saying("on the card"));
        both["text"] = "beside it";

        var reply = await desk.Connector.SendAsync(chat, both, Ct);

        Assert.Null(reply.Body?["id"]);
        Assert.Equal(["beside it", "on the card"], desk.Teams.As("Tom Reed").Chat.Select(m => m.Text));
    }

    [Fact]
    public async Task Over_100_kilobytes_counted_as_utf_16_is_too_big()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var chat = await desk.ChatAsync("Tom Reed", Ct);

        Assert.Equal(201, (await desk.Connector.SendAsync(chat, Cards.Text(new string('x', 50_000)), Ct)).Status);
        var large = await desk.Connector.SendAsync(chat, Cards.Text(new string('x', 52_000)), Ct);
        Assert.Equal((413, "MessageSizeTooBig"), (large.Status, large.Code));
    }

    [Fact]
    public async Task Only_the_bots_own_standing_messages_can_be_changed_and_their_history_is_kept()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        await desk.Teams.As("Tom Reed").SayAsync("mine", Ct);
        var chat = await desk.ChatAsync("Tom Reed", Ct);
        var message = await desk.Connector.SendAsync(chat, Cards.Text("one"), Ct);
        await desk.Connector.UpdateAsync(chat, message.Id, Cards.Text("two"), Ct);

        var theirs = await desk.Connector.UpdateAsync(chat, desk.Teams.As("Tom Reed").Chat[0].Id, Cards.Text("hijacked"), Ct);
        await desk.Connector.DeleteAsync(chat, message.Id, Ct);
        var late = await desk.Connector.UpdateAsync(chat, message.Id, Cards.Text("three"), Ct);

        Assert.Equal((403, "NotEnoughPermissions"), (theirs.Status, theirs.Code));
        Assert.Equal((404, "ActivityNotFoundInConversation"), (late.Status, late.Code));
        Assert.Equal(["one", "two"], desk.Teams.Tenant.Message(message.Id)!.History.Select(e => (string?)e.Activity["text"]));
        Assert.Single(desk.Teams.As("Tom Reed").Chat);
    }

    [Fact]
    public async Task A_body_that_is_no_json_or_no_message_is_refused()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var chat = await desk.ChatAsync("Tom Reed", Ct);

        Assert.Equal("BadArgument", (await desk.Connector.SendAsync(chat, new JsonObject { ["type"] = "message" }, Ct)).Code);
        Assert.Equal(202, (await desk.Connector.SendAsync(chat, new JsonObject { ["type"] = "typing" }, Ct)).Status);
        Assert.Equal(404, (await desk.Connector.CallAsync(HttpMethod.Get, "/v3/nothing/here", null, Ct)).Status);
        Assert.Empty(desk.Teams.As("Tom Reed").Chat);
    }
}
