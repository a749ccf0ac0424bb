using System.Text.Json.Nodes;
using TeamsStandIn;
using TeamsStandIn.Clients;
using Xunit;

namespace VstrsBot.Tests.PretendTeams;

/// <summary>What a person's client sends for what the person does.</summary>
public sealed class ClientTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Inputs_are_sent_as_strings_beside_the_buttons_own_data()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var priya = await WithFormAsync(desk);

        await priya.PressAsync(priya.Chat[0], "Send", new Dictionary<string, string> { ["name"] = "Jo Bloggs", ["agreed"] = "yes" }, Ct);
        await priya.PressAsync(priya.Chat[0] with { Card = Form() }, "send", ct: Ct); // by its verb, with nothing typed

        Assert.Equal(
            ["""{"handoff":"K7F3","agreed":"yes","count":"3","name":"Jo Bloggs"}""", """{"handoff":"K7F3","agreed":"no","count":"3"}"""],
            desk.Bot.Received.Select(a => a["value"]!["action"]!["data"]!.ToJsonString()));
        Assert.Equal(("adaptiveCard/action", "manual"), ((string?)desk.Bot.Received.First()["name"], (string?)desk.Bot.Received.First()["value"]!["trigger"]));
    }

    [Fact]
    public async Task An_input_that_is_not_on_the_card_cannot_be_typed()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var priya = await WithFormAsync(desk);

        await Assert.ThrowsAsync<InvalidOperationException>(() => priya.PressAsync(priya.Chat[0], "Send", new Dictionary<string, string> { ["other"] = "x" }, Ct));
    }

    [Theory]
    [InlineData("", "Enter the name")]
    [InlineData("A name that is too long", "Enter the name")]
    [InlineData("12345", "Enter the name")]
    public async Task A_client_that_checks_inputs_sends_nothing_wrong(string name, string error)
    {
        await using var desk = await Desk.OpenAsync(Ct, o => o with { CheckInputs = true });
        var priya = await WithFormAsync(desk);

        var answer = await priya.PressAsync(priya.Chat[0], "Send", new Dictionary<string, string> { ["name"] = name }, Ct);

        Assert.False(answer.Reached);
        Assert.Equal([error], answer.InputErrors);
        Assert.Empty(desk.Bot.Received);
        Assert.True((await priya.PressAsync(priya.Chat[0], "Send", new Dictionary<string, string> { ["name"] = "Jo" }, Ct)).Reached);
    }

    [Fact]
    public async Task An_old_client_presses_the_submit_fallback_which_is_a_message_without_text()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var priya = await WithFormAsync(desk);

        await priya.PressAsSubmitAsync(priya.Chat[0], "Send", new Dictionary<string, string> { ["name"] = "Jo" }, Ct);

        var message = Assert.Single(desk.Bot.Received);
        Assert.Equal(("message", priya.Chat[0].Id), ((string?)message["type"], (string?)message["replyToId"]));
        Assert.Null(message["text"]);
        Assert.Equal(("fallback", "Jo"), ((string?)message["value"]!["act"], (string?)message["value"]!["name"]));
    }

    [Fact]
    public async Task A_dialog_opens_stays_open_and_closes()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var tom = desk.Teams.As("Tom Reed");
        var open = Cards.Submit("Start", new JsonObject { ["msteams"] = new JsonObject { ["type"] = "task/fetch" }, ["form"] = "handoff" });
        await desk.Connector.SendAsync(await desk.ChatAsync("Tom Reed", Ct), Cards.Message(Cards.Saying("Start here", Cards.Buttons(open))), Ct);
        desk.Bot.Answer = (activity, _) => Task.FromResult<JsonNode?>((string?)activity["name"] is "task/fetch"
            ? Cards.DialogAnswer("Part 1", Cards.Saying("Part 1", Name(), Cards.Buttons(Cards.Submit("Next", new JsonObject { ["part"] = 1 }))))
            : new JsonObject { ["task"] = new JsonObject { ["type"] = "message", ["value"] = "Done" } });

        var dialog = (await tom.OpenDialogAsync(tom.Chat[0], "Start", Ct)).Dialog!;
        var done = await tom.SubmitDialogAsync(dialog, new Dictionary<string, string> { ["name"] = "Jo" }, ct: Ct);

        Assert.Equal("Part 1", dialog.Title);
        Assert.Equal(("Done", false), (done.TaskMessage, done.WentWrong));
        Assert.Equal(["task/fetch", "task/submit"], desk.Bot.Received.Select(a => (string?)a["name"]));
        Assert.Equal("""{"part":1,"name":"Jo"}""", desk.Bot.Received.Last()["value"]!["data"]!.ToJsonString());
    }

    [Fact]
    public async Task A_message_extension_opens_and_submits_its_dialog()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var tom = desk.Teams.As("Tom Reed");
        desk.Bot.Answer = (_, _) => Task.FromResult<JsonNode?>(Cards.DialogAnswer("Form", Cards.Saying("Form", Cards.Buttons(Cards.Submit("Next", data: null)))));

        var opened = await tom.OpenExtensionAsync("handoff", ct: Ct);
        await tom.SubmitDialogAsync(opened.Dialog!, ct: Ct);

        Assert.Equal(["composeExtension/fetchTask", "composeExtension/submitAction"], desk.Bot.Received.Select(a => (string?)a["name"]));
        Assert.All(desk.Bot.Received, a => Assert.Equal("handoff", (string?)a["value"]!["commandId"]));
    }

    [Fact]
    public async Task In_a_channel_the_bot_hears_only_what_mentions_it()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var leah = desk.Teams.As("Leah Brooks");

        await leah.SayInChannelAsync("good morning", mentionBot: false, ct: Ct);
        await leah.SayInChannelAsync("use this channel", channel: desk.Teams.Tenant.OtherChannelId, ct: Ct);

        var heard = Assert.Single(desk.Bot.Received);
        Assert.Equal("<at>VSTRS handoff</at> use this channel\n", (string?)heard["text"]);
        Assert.StartsWith(desk.Teams.Tenant.OtherChannelId + ";messageid=", (string?)heard["conversation"]!["id"]);
        Assert.Equal(desk.Teams.Tenant.OtherChannelId, (string?)heard["channelData"]!["channel"]!["id"]);
        Assert.Equal("good morning", Assert.Single(leah.Channel).Text);
    }

    [Fact]
    public async Task Installing_is_told_twice_and_joining_once()
    {
        await using var desk = await Desk.OpenAsync(Ct, o => o with { BotInTeam = false });

        await desk.Teams.As("Tom Reed").InstallForPersonAsync(Ct);
        await desk.Teams.As("Leah Brooks").InstallInTeamAsync(Ct);
        await desk.Teams.As("Tom Reed").JoinTeamAsync(Ct);

        Assert.Equal(
            [("conversationUpdate", null), ("installationUpdate", "add"), ("conversationUpdate", null), ("installationUpdate", "add"), ("conversationUpdate", null)],
            desk.Bot.Received.Select(a => ((string?)a["type"], (string?)a["action"])));
        Assert.Equal(desk.Teams.Tenant.TeamId, (string?)desk.Bot.Received.ElementAt(3)["conversation"]!["id"]);
        Assert.True(desk.Teams.Tenant.BotInTeam && desk.Teams.Tenant.Person("Tom Reed").InTeam);
    }

    [Fact]
    public async Task Guests_and_strangers_look_as_they_do_on_the_wire()
    {
        await using var desk = await Desk.OpenAsync(Ct, o => o with
        {
            People = [new("Ann Onymous") { Role = UserRole.Anonymous }, new("Greta Guest") { Role = UserRole.Guest }, new("Fred Foreign") { TenantId = "11111111-2222-4333-8444-555555555555" }],
        });

        foreach (var person in desk.Teams.Tenant.People) await desk.Teams.As(person.Name).SayAsync("hello", Ct);

        Assert.Equal([false, true, true], desk.Bot.Received.Select(a => a["from"]!["aadObjectId"] is not null));
        Assert.Equal([desk.Teams.Tenant.Id, desk.Teams.Tenant.Id, "11111111-2222-4333-8444-555555555555"], desk.Bot.Received.Select(a => (string?)a["conversation"]!["tenantId"]));
        Assert.Equal("guest", (string?)desk.Teams.Tenant.Person("Greta Guest").AsMember()["userRole"]);
    }

    [Fact]
    public async Task Any_invoke_can_be_sent_as_it_stands()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        desk.Bot.Answer = (_, _) => Task.FromResult<JsonNode?>(new JsonObject { ["type"] = "application/vnd.microsoft.error", ["statusCode"] = 400, ["value"] = new JsonObject { ["message"] = "No such button" } });

        var answer = await desk.Teams.As("Tom Reed").RawInvokeAsync("adaptiveCard/action", new JsonArray(1, 2), ct: Ct);

        Assert.Equal((200, 400, "No such button"), (answer.Status, answer.StatusCode, answer.Message));
        Assert.Equal("[1,2]", Assert.Single(desk.Bot.Received)["value"]!.ToJsonString());
    }

    private static async Task<PersonClient> WithFormAsync(Desk desk)
    {
        await desk.Connector.SendAsync(await desk.ChatAsync("Priya Shah", Ct), Cards.Message(Form()), Ct);
        return desk.Teams.As("Priya Shah");
    }

    private static JsonObject Form() => Cards.Saying(
        "Fill this in",
        Name(),
        new JsonObject { ["type"] = "Input.Toggle", ["id"] = "agreed", ["title"] = "I agree", ["valueOn"] = "yes", ["valueOff"] = "no" },
        new JsonObject { ["type"] = "Input.Number", ["id"] = "count", ["label"] = "How many", ["value"] = 3 },
        Cards.Buttons(Cards.Execute("Send", "send", new JsonObject { ["handoff"] = "K7F3" }, Cards.Submit("Send", new JsonObject { ["act"] = "fallback" }))));

    private static JsonObject Name() => new()
    {
        ["type"] = "Input.Text",
        ["id"] = "name",
        ["label"] = "Name",
        ["isRequired"] = true,
        ["maxLength"] = 12,
        ["regex"] = "^[A-Za-z ]+$",
        ["errorMessage"] = "Enter the name",
    };
}
