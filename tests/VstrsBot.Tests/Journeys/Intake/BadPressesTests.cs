using System.Text.Json.Nodes;
using VstrsBot.Cards;
using VstrsBot.Tests.Cards;
using Xunit;

namespace VstrsBot.Tests.Journeys.Intake;

/// <summary>Whoever presses what is not theirs, or sends what does not fit: a clear answer, nothing changed, nothing asked of Teams.</summary>
public sealed class BadPressesTests
{
    private static readonly Extra[] Ola = [new Extra("Ola Dean", Role: null)];

    private static readonly string[] Refusals =
    [
        "There is no handoff with that number.", "This button is not known here. Type: help",
        "Only a specialist on the register can do this.", "Only a VSTRS adviser on the register can do this.", "Only a lead on the register can do this.",
        "Your role on the register does not include this.",
    ];

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
                Assert.Contains(answer.Message, Refusals);
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
    [InlineData("representative", 401)]
    [InlineData("contact", 401)]
    [InlineData("customerName", 401)]
    [InlineData("reference", 101)]
    [InlineData("matterOther", 401)]
    [InlineData("restrictions", 2001)]
    [InlineData("issue", 2001)]
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
            ["handoff"] = number,
            ["surface"] = "detailsForm",
            ["representative"] = new JsonArray("Rita"),
            ["consentToAct"] = true,
            ["customerName"] = new JsonObject { ["first"] = "A" },
            ["referenceKind"] = 7,
            ["reference"] = 2234567890,
            ["matter"] = null,
            ["restricted"] = 0.5,
            ["callBack"] = new JsonArray(),
            ["role"] = "lead",
            ["adviser"] = "Priya Shah",
            ["state"] = "Live",
            ["until"] = "2099-01-01T00:00:00Z",
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

    [Fact]
    public Task A_press_in_another_channel_changes_nothing() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var answer = await desk.ChangesNothingAsync(() =>
            desk.Priya.RawPressAsync(Verbs.Accept, new JsonObject { ["handoff"] = number, ["surface"] = "ping" }, desk.Teams.Tenant.OtherChannelId));
        Assert.Equal("This desk works in another channel. Nothing was changed.", answer.Message);
    });
}
