using System.Text.Json.Nodes;
using VstrsBot.Teams.Outbound;
using Xunit;

namespace VstrsBot.Tests.Teams;

/// <summary>What is sent, to the letter.</summary>
public sealed class ConnectorCallTests : ConnectorDesk
{
    [Fact]
    public async Task Words_are_posted_and_the_new_id_comes_back()
    {
        Assert.Equal("1700000000009", await SendAsync("19:dmb@thread.tacv2;messageid=1700000000000"));

        var request = Assert.Single(Teams.Requests);
        Assert.Equal("POST /emea/v3/conversations/19%3Admb%40thread.tacv2%3Bmessageid%3D1700000000000/activities", request.Line);
        Assert.Equal("Bearer token-1", request.Authorization);
        Assert.Equal("application/json; charset=utf-8", request.ContentType);
        Same("""{"type":"message","textFormat":"plain","text":"Call taken at 10:45am."}""", request.Body);
    }

    [Fact]
    public async Task Words_are_no_markup_whatever_name_stands_in_them()
    {
        var words = new OutgoingActivity.Words("K7F3: **Pr\u202Eiya** [x](https://evil.example) <at>Leah</at>\r\n# www.evil.example accepted.") { Alert = true, Summary = "K7F3: **Pr\u202Eiya**\u0007" };

        await Connector.SendAsync(Teams.Address, "a:1", words, Stop);

        Same(
            """
            {"type":"message","summary":"K7F3: **Priya**","channelData":{"notification":{"alert":true}},"textFormat":"plain",
             "text":"K7F3: **Priya** [x](https: //evil.example) <at>Leah</at>  # www .evil.example accepted."}
            """,
            Teams.Requests[0].Body);
    }

    [Fact]
    public async Task A_card_is_posted_alone_with_its_summary()
    {
        await Connector.SendAsync(Teams.Address, "a:1", new OutgoingActivity.Card(Card(), "Handoff K7F3") { Alert = true }, Stop);

        Same(
            """
            {"type":"message","summary":"Handoff K7F3","channelData":{"notification":{"alert":true}},
             "attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"}}]}
            """,
            Teams.Requests[0].Body);
    }

    [Fact]
    public async Task A_card_is_put_in_the_place_of_the_old_one()
    {
        await Connector.UpdateAsync(Teams.Address, "a:1tom", "1700000000009", new OutgoingActivity.Card(Card(), "Handoff K7F3"), Stop);

        Assert.Equal("PUT /emea/v3/conversations/a%3A1tom/activities/1700000000009", Assert.Single(Teams.Requests).Line);
    }

    [Fact]
    public async Task An_answer_without_an_id_is_still_an_answer()
    {
        Teams.Answer = FakeConnector.Replies(202);
        Assert.Null(await SendAsync());
    }

    [Fact]
    public async Task A_personal_chat_is_created_with_one_member_in_their_tenant()
    {
        Teams.Answer = FakeConnector.Replies(201, """{"id":"a:1tom"}""");

        Assert.Equal("a:1tom", await Connector.CreatePersonalChatAsync(Teams.Address, Ids.Tenant, Ids.TomMri, Stop));

        Assert.Equal("POST /emea/v3/conversations", Teams.Requests[0].Line);
        Same(
            $$"""
            {"isGroup":false,"bot":{"id":"28:{{Ids.App}}"},"members":[{"id":"{{Ids.TomMri}}"}],"tenantId":"{{Ids.Tenant}}","channelData":{"tenant":{"id":"{{Ids.Tenant}}"} } }
            """,
            Teams.Requests[0].Body);
    }

    [Fact]
    public async Task A_thread_is_created_with_its_first_message()
    {
        Teams.Answer = FakeConnector.Replies(201, """{"id":"19:dmb@thread.tacv2;messageid=17","activityId":"17"}""");

        var thread = await Connector.CreateThreadAsync(Teams.Address, Ids.Tenant, Ids.Channel, new OutgoingActivity.Card(Card(), "Handoff K7F3"), Stop);

        Assert.Equal(new ThreadAddress("19:dmb@thread.tacv2;messageid=17", "17"), thread);
        Same(
            $$"""
            {"isGroup":true,"tenantId":"{{Ids.Tenant}}","channelData":{"channel":{"id":"{{Ids.Channel}}"} },
             "activity":{"type":"message","summary":"Handoff K7F3","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"} }]} }
            """,
            Teams.Requests[0].Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"id":7,"activityId":"17"}""")]
    public async Task A_thread_whose_ids_did_not_come_back_may_stand_all_the_same(string body)
    {
        Teams.Answer = FakeConnector.Replies(201, body);

        var fault = await Assert.ThrowsAsync<ConnectorException>(() =>
            Connector.CreateThreadAsync(Teams.Address, Ids.Tenant, Ids.Channel, new OutgoingActivity.Words("x"), Stop));

        Assert.Equal((201, ConnectorException.BadAnswer, true), (fault.Status, fault.Code, fault.Ambiguous));
    }

    [Theory]
    [InlineData("aadObjectId")]
    [InlineData("objectId")]
    public async Task A_member_is_found_by_either_name_of_the_object_id(string field)
    {
        Teams.Answer = FakeConnector.Replies(200, $$"""{"id":"29:1tom-reed","name":"Tom Reed","{{field}}":"{{Ids.TomReed}}","tenantId":"{{Ids.Tenant}}","userRole":"user"}""");

        var member = await Connector.GetMemberAsync(Teams.Address, "19:team@thread.tacv2", Ids.TomReed, Stop);

        Assert.Equal(new Member(Ids.TomMri, Guid.Parse(Ids.TomReed), "Tom Reed", Ids.Tenant, "user"), member);
        Assert.Equal($"GET /emea/v3/conversations/19%3Ateam%40thread.tacv2/members/{Ids.TomReed}", Teams.Requests[0].Line);
    }

    [Fact]
    public async Task Somebody_who_is_no_member_is_nobody()
    {
        Teams.Answer = FakeConnector.Replies(404, """{"error":{"code":"MemberNotFoundInConversation","message":"x"}}""");
        Assert.Null(await Connector.GetMemberAsync(Teams.Address, "a:1", Ids.TomMri, Stop));
    }

    [Fact]
    public async Task A_member_of_a_conversation_that_is_gone_is_a_fault()
    {
        Teams.Answer = FakeConnector.Replies(404, """{"error":{"code":"ConversationNotFound","message":"x"}}""");
        await Assert.ThrowsAsync<ConnectorException>(() => Connector.GetMemberAsync(Teams.Address, "a:1", Ids.TomMri, Stop));
    }

    [Fact]
    public async Task Members_are_read_page_by_page()
    {
        Teams.Answer = context => FakeConnector.Replies(200, context.Request.Query.ContainsKey("continuationToken")
            ? """{"members":[{"id":"29:3"}]}"""
            : """{"members":[{"id":"29:1"},{"name":"no id"},null,{"id":"29:2"}],"continuationToken":"a+b/c="}""")(context);

        var members = await Connector.GetMembersAsync(Teams.Address, "19:team@thread.tacv2", Stop);

        Assert.Equal(["29:1", "29:2", "29:3"], members.Select(member => member.Id));
        Assert.Equal("GET /emea/v3/conversations/19%3Ateam%40thread.tacv2/pagedmembers?pageSize=500&continuationToken=a%2Bb%2Fc%3D", Teams.Requests[1].Line);
    }

    [Fact]
    public async Task Pages_without_end_are_given_up()
    {
        Teams.Answer = FakeConnector.Replies(200, """{"members":[],"continuationToken":"again"}""");
        await Assert.ThrowsAsync<ConnectorException>(() => Connector.GetMembersAsync(Teams.Address, "a:1", Stop));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_would_change_the_path_is_never_sent(string id)
    {
        var fault = await Assert.ThrowsAsync<ConnectorException>(() => SendAsync(id));

        Assert.Equal(ConnectorException.BadId, fault.Code);
        Assert.Empty(Teams.Requests);
    }

    [Theory]
    [InlineData("../../other", "..%2F..%2Fother")]
    [InlineData("a?b#c%2F", "a%3Fb%23c%252F")]
    public async Task An_id_stays_one_step_of_the_path(string id, string escaped)
    {
        await SendAsync(id);
        Assert.Equal($"POST /emea/v3/conversations/{escaped}/activities", Teams.Requests[0].Line);
    }

    private static JsonObject Card() => new() { ["type"] = "AdaptiveCard" };

    private static void Same(string expected, JsonNode? sent) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), sent), sent?.ToJsonString());
}
