using System.Text.Json.Nodes;
using TeamsStandIn.Clients;
using TeamsStandIn.Transcripts;
using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Intake;

/// <summary>IN1: part 1, then part 2, with exactly the fields that are needed; part 1 needs no typing and starts the ladder.</summary>
public sealed class IN1_TwoPartsTests
{
    [Fact]
    public Task Part_1_has_five_inputs_and_none_of_them_is_typed() => Desk.PlayAsync(async desk =>
    {
        var form = await desk.Tom.FormAsync();
        Assert.Equal(["callerVerified", "organisation", "area", "debtStage", "whyNotVstrs"], form.Inputs().Ids());
        Assert.All(form.Inputs(), input => Assert.Contains((string?)input["type"], new[] { "Input.Toggle", "Input.ChoiceSet" }));
        Assert.All(form.Inputs(), input => Assert.Null(input["value"]));
        Assert.StartsWith("Not sent yet.", form.Text, StringComparison.Ordinal);
        Assert.Contains("If someone is in immediate danger, call 999 and tell your manager. Do not use this card.", form.Text, StringComparison.Ordinal);
    });

    [Fact]
    public Task Each_specialism_says_who_is_there() => Desk.PlayAsync(async desk =>
    {
        var areas = (await desk.Tom.FormAsync()).Card!.Input("area").Choices().ToList();
        Assert.Contains("Court action: 1 free", areas);
        Assert.Contains("Time To Pay: nobody on duty", areas);
    });

    [Fact]
    public Task Part_2_has_the_fields_of_the_details_and_no_more() => Desk.PlayAsync(async desk =>
    {
        await desk.PostAsync();
        Assert.Equal(
            ["representative", "consentToAct", "contact", "customerName", "referenceKind", "reference", "matter", "matterOther", "restricted", "restrictions", "issue", "callBack", "callBackBy"],
            desk.Tom.Newest("Send details").Inputs().Ids());
    });

    [Fact]
    public Task What_is_asked_only_if_says_so_and_is_never_required_by_the_client() => Desk.PlayAsync(async desk =>
    {
        await desk.PostAsync();
        var form = desk.Tom.Newest("Send details").Card!;
        foreach (var id in new[] { "contact", "matterOther", "restrictions", "callBackBy" })
        {
            Assert.Contains("only if", (string?)form.Input(id)["label"], StringComparison.Ordinal);
            Assert.NotEqual(true, (bool?)form.Input(id)["isRequired"]);
        }

        Assert.Null(form.Input("consentToAct")["value"]);
        Assert.Null(form.Input("restricted")["value"]);
    });

    [Fact]
    public Task No_input_anywhere_asks_for_a_PIN() => Desk.PlayAsync(async desk =>
    {
        await desk.LiveAsync();
        await desk.EndAsync();
        var inputs = desk.Teams.Transcript.Requests.SelectMany(request => CardReading.InputsOf(request.Card)).ToList();
        Assert.NotEmpty(inputs);
        Assert.DoesNotContain(inputs, input => $"{input["id"]} {input["label"]}".Split(' ', '-').Contains("PIN", StringComparer.OrdinalIgnoreCase));
    });

    [Fact]
    public Task The_first_ping_goes_out_before_any_detail_is_typed() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var posted = (PostedHandoff)await desk.StateAsync(number);
        Assert.Null(posted.DetailsAt);
        Assert.Equal(posted.Posting.PostedAt, desk.Priya.Newest("Accept").At);
        Assert.Contains($"{number}: details not sent.", desk.Tom.Newest("Send details").Text, StringComparison.Ordinal);
    });

    [Fact]
    public Task Without_the_details_nothing_goes_live() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        await desk.AcceptAsync();
        await desk.CheckAsync(Desk.Code);
        Assert.Contains(desk.Tom.Chat, m => m.Plain == $"{number}: SEES ID confirmed at 10:41am. Details not sent. Press Send details, then complete the transfer.");

        var answer = await desk.ChangesNothingAsync(() => desk.Priya.PressNewestAsync("I have taken the call"));
        Assert.Equal("The adviser has not sent the details yet. Ask Tom to press Send details.", answer.Message);
        Assert.Empty(desk.Banners);

        await desk.SendDetailsAsync();
        await desk.TakeAsync();
        Assert.Equal(3, desk.Banners.Count);
    });

    [Fact]
    public Task Details_may_be_sent_again_until_live_and_the_last_count() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var form = desk.Tom.Newest("Send details");
        await desk.SendDetailsAsync();
        Assert.Contains("Details sent 10:41am", desk.Tom.Newest("Change details").Text, StringComparison.Ordinal);

        var again = await desk.Tom.PressNewestAsync("Change details");
        Assert.Equal(Typed.Customer, (string?)again.Card!.Input("customerName")["value"]);
        await desk.Tom.PressAsync(desk.Tom.Newest("Send details"), "Send details", Typed.Part2(("customerName", "Second Name")));
        await desk.SettleAsync();
        Assert.Equal("Second Name", (await desk.StoredDetailsAsync(number))!.CustomerName);

        await desk.AcceptAsync();
        await desk.CheckAsync(Desk.Code);
        await desk.TakeAsync();
        var late = await desk.ChangesNothingAsync(() => desk.Tom.PressAsync(form, "Send details", Typed.Part2(("customerName", "Too Late"))));
        Assert.Contains("can no longer be sent or changed", late.Text, StringComparison.Ordinal);
        Assert.Equal("Second Name", (await desk.StoredDetailsAsync(number))!.CustomerName);
    });

    [Fact]
    public Task Only_an_adviser_is_given_the_form() => Desk.PlayAsync(async desk =>
    {
        await desk.Priya.SayAsync("handoff");
        Assert.DoesNotContain(desk.Priya.Chat, message => message.Buttons.Contains("Find someone"));
        Assert.Equal("Only a VSTRS adviser on the register can do this.", desk.Priya.Chat[^1].Plain);
    });

    [Fact]
    public Task In_the_channel_a_button_opens_the_form_as_a_dialog_and_part_1_is_answered_with_part_2() => Desk.PlayAsync(
        async desk =>
        {
            await desk.Teams.As("Nia Cole").SayInChannelAsync("handoff");
            await FillInAsync(desk, desk.Teams.As("Nia Cole"), nia => nia.OpenDialogAsync(nia.Channel[^1], "Start a handoff"));
        },
        also: [new Extra("Nia Cole", "adviser", "", "NC 0001")]);

    [Fact]
    public Task The_message_extension_opens_the_same_dialog() => Desk.PlayAsync(desk => FillInAsync(desk, desk.Tom, tom => tom.OpenExtensionAsync("handoff")));

    [Fact]
    public Task Opened_anywhere_else_the_handoff_is_posted_to_the_desks_channel_and_the_adviser_is_written_to_in_their_own_chat() => Desk.PlayAsync(
        async desk =>
        {
            var nia = desk.Teams.As("Nia Cole");
            await FillInAsync(desk, nia, client => client.OpenExtensionAsync("handoff", desk.Teams.Tenant.OtherChannelId));
            Assert.Single(desk.Priya.Channel);
            Assert.Empty(desk.Priya.In(desk.Teams.Tenant.OtherChannelId));

            // Two people's own chat is personal as well, and is none with the app.
            var activity = desk.Teams.Shapes.Invoke(nia.Person, desk.Teams.Tenant.ChatWith(nia.Person), "composeExtension/fetchTask", new JsonObject { ["commandId"] = "handoff" });
            activity["conversation"]!["id"] = "19:two-people@unq.gbl.spaces";
            Assert.Equal(200, (await desk.Teams.DeliverAsync(activity)).Status);
            await desk.AcceptAsync();
            Assert.Contains("Priya Shah accepted", nia.Chat[^1].Plain, StringComparison.Ordinal);
            Assert.DoesNotContain(desk.Teams.Transcript.Requests, request => request.Path.Contains("two-people", StringComparison.Ordinal));
        },
        also: [new Extra("Nia Cole", "adviser", "", "NC 0001")]);

    private static async Task FillInAsync(Desk desk, PersonClient adviser, Func<PersonClient, Task<BotAnswer>> open)
    {
        var part1 = (await open(adviser)).Dialog!;
        Assert.Equal(["callerVerified", "organisation", "area", "debtStage", "whyNotVstrs"], CardReading.InputsOf(part1.Card).Ids());

        var faulty = (await adviser.SubmitDialogAsync(part1, Typed.Part1(("area", "")))).Dialog!;
        Assert.Contains("Select a specialism", CardText.Render(faulty.Card), StringComparison.Ordinal);
        Assert.Empty(await desk.NumbersAsync());

        var part2 = (await adviser.SubmitDialogAsync(faulty, Typed.Part1())).Dialog!;
        await desk.SettleAsync();
        var number = Assert.Single(await desk.NumbersAsync());
        Assert.Contains($"{number}: details not sent.", CardText.Render(part2.Card), StringComparison.Ordinal);
        Assert.Contains(number, desk.Priya.Newest("Accept").Text, StringComparison.Ordinal);
        Assert.Contains("details not sent", adviser.Newest("Send details").Text, StringComparison.Ordinal);

        var wrong = (await adviser.SubmitDialogAsync(part2, Typed.Part2(("customerName", "")))).Dialog!;
        Assert.Contains("Enter the customer's name", CardText.Render(wrong.Card), StringComparison.Ordinal);
        var sent = await adviser.SubmitDialogAsync(wrong, Typed.Part2());
        await desk.SettleAsync();
        Assert.Contains("Details sent 10:4", sent.Text, StringComparison.Ordinal);
        Assert.Equal(Typed.Customer, (await desk.StoredDetailsAsync(number))!.CustomerName);
        Assert.Contains("Details sent 10:4", adviser.Newest("Change details").Text, StringComparison.Ordinal);
    }
}
