using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using TeamsStandIn.Clients;
using VstrsBot.Cards;
using VstrsBot.Tests.Cards;
using Xunit;

namespace VstrsBot.Tests.Journeys.Intake;

/// <summary>Whatever is sent: a clear answer, nothing changed, nothing asked of Teams.</summary>
public sealed class BadInputTests
{
    private static readonly Extra[] Ola = [new Extra("Ola Dean", Role: null)];

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("42")]
    [InlineData("{}")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":"message","type":"invoke"}""")]
    [InlineData("""{"type":"message","text":"\ud800"}""")]
    [InlineData("""{"type":"message"} {"type":"message"}""")]
    [InlineData("""{"type":"message","from":"Tom"}""")]
    public Task What_is_no_activity_is_answered_400(string body) => Desk.PlayAsync(async desk =>
    {
        var status = await desk.ChangesNothingAsync(() => PostAsync(desk, body, "application/json"));
        Assert.Equal(400, status);
    });

    [Fact]
    public Task A_body_of_another_kind_or_too_long_is_refused() => Desk.PlayAsync(async desk =>
    {
        Assert.Equal(415, await desk.ChangesNothingAsync(() => PostAsync(desk, "handoff", "text/plain")));
        var long1 = $$"""{"type":"message","text":"{{new string('a', 400_000)}}"}""";
        Assert.Equal(413, await desk.ChangesNothingAsync(() => PostAsync(desk, long1, "application/json")));
    });

    [Theory]
    [InlineData("adaptiveCard/other")]
    [InlineData("task/other")]
    [InlineData("fileConsent/invoke")]
    [InlineData("signin/verifyState")]
    [InlineData("")]
    public Task An_unknown_invoke_name_is_answered_501(string name) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var value = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "withdraw", ["data"] = new JsonObject { ["handoff"] = number } } };
        Assert.Equal(501, (await desk.ChangesNothingAsync(() => desk.Tom.RawInvokeAsync(name, value))).Status);
    });

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"accept\"")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"action":null}""")]
    [InlineData("""{"action":"accept"}""")]
    [InlineData("""{"action":[]}""")]
    [InlineData("""{"action":{"verb":"accept","data":"K7F3"}}""")]
    [InlineData("""{"action":{"verb":"accept","data":[]}}""")]
    [InlineData("""{"action":{"verb":"accept","data":17}}""")]
    [InlineData("""{"action":{"verb":7,"data":{}}}""")]
    [InlineData("""{"action":{"verb":null,"data":{}}}""")]
    [InlineData("""{"action":{"verb":"","data":{}}}""")]
    [InlineData("""{"action":{"verb":{"accept":1},"data":{}}}""")]
    [InlineData("""{"action":{"verb":"accept"}}""")]
    [InlineData("""{"action":{"verb":"accept","data":null}}""")]
    [InlineData("""{"action":{"verb":"accept","data":{"handoff":null}}}""")]
    [InlineData("""{"action":{"verb":"accept","data":{"handoff":{"id":"K7F3"}}}}""")]
    [InlineData("""{"action":{"verb":"accept","data":{"handoff":["K7F3"]}}}""")]
    [InlineData("""{"action":{"verb":"accept","data":{"handoff":true}}}""")]
    [InlineData("""{"action":{"verb":"accept","data":{"handoff":1234}}}""")]
    [InlineData("""{"action":{"verb":"accept","data":{"handoff":""}}}""")]
    [InlineData("""{"action":{"verb":"accept","data":{"handoff":"K7F3|Channel"}}}""")]
    [InlineData("""{"action":{"verb":"accept","data":{"handoff":"'; drop table rows; --"}}}""")]
    [InlineData("""{"action":{"verb":"findSomeone","data":{"draft":null}}}""")]
    [InlineData("""{"action":{"verb":"findSomeone","data":{"draft":"a|b"}}}""")]
    [InlineData("""{"action":{"verb":"findSomeone","data":{"draft":["a"]}}}""")]
    public Task A_press_that_cannot_be_read_is_answered_with_a_sentence(string value) => Desk.PlayAsync(async desk =>
    {
        await desk.PostAsync();
        foreach (var person in new[] { desk.Tom, desk.Priya })
        {
            var answer = await desk.ChangesNothingAsync(() => person.RawInvokeAsync("adaptiveCard/action", JsonNode.Parse(value)));
            Assert.Equal((200, false), (answer.Status, answer.WentWrong));
            Assert.EndsWith(".", answer.Message!.Replace("Type: help", "help."), StringComparison.Ordinal);
        }
    });

    [Theory]
    [InlineData("unknownVerb")]
    [InlineData("ACCEPT")]
    [InlineData("accept ")]
    [InlineData("Handoff.Accept")]
    [InlineData("__proto__")]
    [InlineData("\u202Etpecca")]
    public Task An_unknown_verb_is_answered_with_a_sentence(string verb) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var answer = await desk.ChangesNothingAsync(() => desk.Priya.RawPressAsync(verb, new JsonObject { ["handoff"] = number, ["surface"] = "ping" }));
        Assert.Equal((200, "This button is not known here. Type: help"), (answer.Status, answer.Message));
    });

    [Fact]
    public Task Every_verb_without_its_fields_is_answered_and_changes_nothing() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var free = new[] { Verbs.OnDuty, Verbs.OffDuty, Verbs.Heard, Verbs.NotHeard };
        foreach (var person in new[] { desk.Tom, desk.Priya, desk.Amir, desk.Leah })
        {
            foreach (var verb in CardLint.ConstantsOf(typeof(Verbs)).Except(free))
            {
                var answer = await desk.ChangesNothingAsync(() => person.RawPressAsync(verb, new JsonObject()));
                Assert.Equal((200, false), (answer.Status, answer.WentWrong));
                Assert.False(string.IsNullOrWhiteSpace(answer.Text));
            }
        }

        Assert.Contains(number, await desk.NumbersAsync());
    });

    [Fact]
    public Task A_number_that_does_not_exist_is_said_not_to_exist() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var other = number == "BBBB" ? "CCCC" : "BBBB";
        var deskButtons = new[] { Verbs.FindSomeone, Verbs.StartHandoff, Verbs.OnDuty, Verbs.OffDuty, Verbs.Heard, Verbs.NotHeard, Verbs.Help };
        foreach (var person in new[] { desk.Tom, desk.Priya, desk.Leah })
        {
            foreach (var verb in CardLint.ConstantsOf(typeof(Verbs)).Except(deskButtons))
            {
                var data = new JsonObject { ["handoff"] = other, ["seesId"] = "AA 1", ["declineWhy"] = "onCall", ["reason"] = "Asked to", ["moveTo"] = "timeToPay", ["outcome"] = "settled" };
                var answer = await desk.ChangesNothingAsync(() => person.RawPressAsync(verb, data));
                Assert.Equal((200, false), (answer.Status, answer.WentWrong));
                Assert.Contains(answer.Message, new[] { "There is no handoff with that number.", "This button is not known here. Type: help" });
            }

            await person.SayAsync($"end {other}");
            Assert.Equal("There is no handoff with that number.", person.Chat[^1].Plain);
        }
    });

    [Fact]
    public Task Another_handoffs_number_gives_no_rights_in_it() => Desk.PlayAsync(async desk =>
    {
        var theirs = await desk.LiveAsync();
        await desk.Amir.SayAsync("on duty");
        var other = await desk.PostAsync(desk.Teams.As("Nia Cole"));
        await desk.Amir.SayAsync($"accept {other}");
        await desk.SettleAsync();

        // Cards of one handoff with the number of another in their data, as a client could forge them.
        foreach (var verb in new[] { Verbs.TakeCall, Verbs.ShowDetails, Verbs.CheckNow, Verbs.GiveBack, Verbs.NotSatisfied, Verbs.StillOn, Verbs.EndCall, Verbs.CheckSeesId })
        {
            var answer = await desk.ChangesNothingAsync(() => desk.Amir.RawPressAsync(verb, new JsonObject { ["handoff"] = theirs, ["surface"] = "authority", ["seesId"] = Desk.Code }));
            Assert.Equal($"Only the specialist who accepted {theirs} can do this.", answer.Message);
        }

        foreach (var verb in new[] { Verbs.SendDetails, Verbs.ChangeDetails, Verbs.Withdraw, Verbs.PostedInError, Verbs.SomeoneElse, Verbs.Left, Verbs.AskAgain })
        {
            var data = new JsonObject { ["handoff"] = theirs, ["surface"] = "adviser" };
            foreach (var (input, value) in Typed.Part2())
                data[input] = value;
            var answer = await desk.ChangesNothingAsync(() => desk.Teams.As("Nia Cole").RawPressAsync(verb, data));
            Assert.Equal($"Only the adviser who posted {theirs} can do this.", answer.Message);
        }
    },
    also: [new Extra("Nia Cole", "adviser", "", "NC 0001")]);

    [Fact]
    public Task Whoever_is_not_on_the_register_is_refused_every_button() => Desk.PlayAsync(
        async desk =>
        {
            var number = await desk.LiveAsync();
            var ola = desk.Teams.As("Ola Dean");
            foreach (var verb in CardLint.ConstantsOf(typeof(Verbs)).Append("unknown"))
            {
                var answer = await desk.ChangesNothingAsync(() => ola.RawPressAsync(verb, new JsonObject { ["handoff"] = number, ["surface"] = "authority", ["seesId"] = Desk.Code, ["draft"] = "abc" }));
                Assert.Equal((200, $"You are not on the register. Ask your lead. Your id to give them: {ola.Person.ObjectId}"), (answer.Status, answer.Message));
            }
        },
        also: Ola);

    [Theory]
    [InlineData("Leah Brooks", Verbs.Accept, "Only a specialist on the register can do this.")]
    [InlineData("Leah Brooks", Verbs.Decline, "Only a specialist on the register can do this.")]
    [InlineData("Leah Brooks", Verbs.FindSomeone, "Only a VSTRS adviser on the register can do this.")]
    [InlineData("Leah Brooks", Verbs.StartHandoff, "Only a VSTRS adviser on the register can do this.")]
    [InlineData("Leah Brooks", Verbs.OnDuty, "Only a specialist on the register can do this.")]
    [InlineData("Priya Shah", Verbs.FindSomeone, "Only a VSTRS adviser on the register can do this.")]
    [InlineData("Priya Shah", Verbs.LeadEnd, "Only a lead on the register can do this.")]
    [InlineData("Priya Shah", Verbs.Move, "Only a lead on the register can do this.")]
    [InlineData("Priya Shah", Verbs.Withdraw, "Only the adviser who posted {0} can do this.")]
    [InlineData("Tom Reed", Verbs.Accept, "You posted this handoff. Somebody else must accept it.")]
    [InlineData("Tom Reed", Verbs.Decline, "Only a specialist on the register can do this.")]
    [InlineData("Tom Reed", Verbs.LeadEnd, "Only a lead on the register can do this.")]
    [InlineData("Tom Reed", Verbs.Move, "Only a lead on the register can do this.")]
    [InlineData("Tom Reed", Verbs.OnDuty, "Only a specialist on the register can do this.")]
    [InlineData("Tom Reed", Verbs.OffDuty, "Only a specialist on the register can do this.")]
    [InlineData("Tom Reed", Verbs.Heard, "Only a specialist on the register can do this.")]
    public Task The_wrong_role_is_told_whose_act_it_is(string who, string verb, string words) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var data = new JsonObject { ["handoff"] = number, ["draft"] = "abc123", ["reason"] = "Asked to", ["moveTo"] = "timeToPay" };
        var answer = await desk.ChangesNothingAsync(() => desk.Teams.As(who).RawPressAsync(verb, data));
        Assert.Equal(words.Replace("{0}", number, StringComparison.Ordinal), answer.Message);
    });

    [Fact]
    public Task A_form_sent_twice_is_one_handoff_and_the_second_is_told_its_number() => Desk.PlayAsync(async desk =>
    {
        var form = await desk.Tom.FormAsync();
        await desk.Tom.PressAsync(form, "Find someone", Typed.Part1());
        await desk.SettleAsync();
        var number = Assert.Single(await desk.NumbersAsync());
        var answer = await desk.ChangesNothingAsync(() => desk.Tom.PressAsync(form, "Find someone", Typed.Part1(("area", "timeToPay"))));
        Assert.Contains($"Handed off as {number}.", answer.Text, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("representative", 201)]
    [InlineData("contact", 201)]
    [InlineData("customerName", 201)]
    [InlineData("reference", 51)]
    [InlineData("matterOther", 201)]
    [InlineData("restrictions", 1001)]
    [InlineData("issue", 1001)]
    [InlineData("issue", 60_000)]
    public Task A_very_long_input_is_refused_with_its_limit_and_not_sent_back(string input, int length) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var answer = await desk.ChangesNothingAsync(() => desk.Tom.PressNewestAsync("Send details", Typed.Part2((input, new string('x', length)))));
        Assert.Contains("characters or fewer", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("xxxxxxxx", answer.Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(await desk.StoredDetailsAsync(number));
    });

    [Fact]
    public Task Long_texts_where_a_short_one_is_meant_are_answered() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        var text = new string('x', 20_000);
        foreach (var (person, verb) in new[] { (desk.Priya, Verbs.CheckSeesId), (desk.Leah, Verbs.LeadEnd), (desk.Priya, Verbs.WrapUp), (desk.Priya, Verbs.DeclineReason), (desk.Tom, Verbs.FindSomeone), (desk.Tom, text) })
        {
            var data = new JsonObject { ["handoff"] = number, ["surface"] = text, ["draft"] = text, ["seesId"] = text, ["reason"] = text, ["note"] = text, ["declineWhy"] = text };
            var answer = await desk.ChangesNothingAsync(() => person.RawPressAsync(verb, data));
            Assert.Equal((200, false), (answer.Status, answer.WentWrong));
            Assert.False(string.IsNullOrWhiteSpace(answer.Text));
        }

        await desk.Tom.SayAsync(text);
        Assert.Contains("handoff", desk.Tom.Chat[^1].Text, StringComparison.Ordinal);
    });

    [Fact]
    public Task Wrong_types_and_alien_fields_in_a_form_are_faults_or_nothing() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var data = new JsonObject
        {
            ["handoff"] = number, ["surface"] = "detailsForm", ["representative"] = new JsonArray("Rita"), ["consentToAct"] = true, ["customerName"] = new JsonObject { ["first"] = "A" },
            ["referenceKind"] = 7, ["reference"] = 2234567890, ["matter"] = JsonValue.Create((string?)null), ["restricted"] = 0.5, ["issue"] = false, ["callBack"] = new JsonArray(),
            ["role"] = "lead", ["adviser"] = "Priya Shah", ["state"] = "Live", ["until"] = "2099-01-01T00:00:00Z",
        };
        var answer = await desk.ChangesNothingAsync(() => desk.Tom.RawPressAsync(Verbs.SendDetails, data.DeepClone()));
        Assert.Contains("Enter the representative's name", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Enter the customer's name", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Select the kind of reference", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Select whether the organisation has consent to act", answer.Text, StringComparison.Ordinal);

        foreach (var (input, value) in Typed.Part2())
            data[input] = value;
        await desk.Tom.RawPressAsync(Verbs.SendDetails, data.DeepClone());
        await desk.SettleAsync();
        Assert.Equal(Typed.Customer, (await desk.StoredDetailsAsync(number))!.CustomerName);
        Assert.Empty(desk.Banners);
    });

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("task/submit")]
    [InlineData("composeExtension/fetchTask")]
    [InlineData("composeExtension/submitAction")]
    public Task A_dialog_that_cannot_be_read_is_answered_with_a_sentence(string name) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        foreach (var value in new[] { "null", "[]", "7", "{}", """{"data":[]}""", """{"data":{"verb":7}}""", """{"commandId":{}}""", """{"data":{"verb":"unknown"}}""", """{"data":{"verb":"endCall","handoff":"NUMBER"}}""" })
        {
            var answer = await desk.ChangesNothingAsync(() => desk.Tom.RawInvokeAsync(name, JsonNode.Parse(value.Replace("NUMBER", number, StringComparison.Ordinal))));
            Assert.Equal(200, answer.Status);
            Assert.False(string.IsNullOrWhiteSpace(answer.TaskMessage), $"{value}: {answer.Body}");
        }
    });

    [Fact]
    public Task A_press_in_another_channel_changes_nothing() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var answer = await desk.ChangesNothingAsync(() =>
            desk.Priya.RawPressAsync(Verbs.Accept, new JsonObject { ["handoff"] = number, ["surface"] = "ping" }, desk.Teams.Tenant.OtherChannelId));
        Assert.Equal("This desk works in another channel. Nothing was changed.", answer.Message);
    });

    private static async Task<int> PostAsync(Desk desk, string body, string contentType)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, desk.Endpoint) { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", desk.Teams.Issuer.Sign(desk.Teams.ServiceUrl, null));
        using var response = await http.SendAsync(request);
        Assert.Equal(0, (await response.Content.ReadAsByteArrayAsync()).Length);
        return (int)response.StatusCode;
    }
}
