using System.Text.Json.Nodes;
using TeamsStandIn.Clients;
using TeamsStandIn.Faults;
using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Intake;

/// <summary>IN8: the same submission delivered five times yields one number, one card, one ping.</summary>
public sealed class IN8_DeliveredAgainTests
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public Task Part_1_delivered_five_times_makes_one_handoff(bool newIds, bool together) => Desk.PlayAsync(async desk =>
    {
        var form = await desk.Tom.FormAsync();
        desk.Teams.Faults.Next(Op.Deliver, Fault.Duplicate(5, newIds, together)).For("Tom Reed");
        await desk.Tom.PressAsync(form, "Find someone", Typed.Part1());
        await desk.SettleAsync();

        var number = await OneHandoffOneCardOnePingAsync(desk);
        var answers = desk.Teams.Transcript.Deliveries.TakeLast(5).Select(delivery => delivery.Answer!.ToJsonString()).ToList();
        Assert.All(answers, answer => Assert.Contains($"Handed off as {number}", answer, StringComparison.Ordinal));
    });

    [Fact]
    public Task With_nobody_to_ask_five_at_once_are_still_one() => Desk.PlayAsync(async desk =>
    {
        await desk.Priya.SayAsync("off duty");
        for (var round = 1; round <= 10; round++)
        {
            var form = await desk.Tom.FormAsync();
            desk.Teams.Faults.Next(Op.Deliver, Fault.Duplicate(5, newIds: true, together: true)).For("Tom Reed");
            await desk.Tom.PressAsync(form, "Find someone", Typed.Part1());
            Assert.Equal(round, (await desk.NumbersAsync()).Count);
            await desk.SettleAsync();
        }
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task After_a_restart_it_is_still_the_same_one(bool sentBefore) => Desk.PlayAsync(async desk =>
    {
        await desk.Tom.PressAsync(await desk.Tom.FormAsync(), "Find someone", Typed.Part1());
        if (sentBefore)
            await desk.SettleAsync();
        for (var copy = 0; copy < 4; copy++)
        {
            await desk.RestartAsync();
            await AgainAsync(desk, newId: copy % 2 == 0);
            await desk.SettleAsync();
        }

        await OneHandoffOneCardOnePingAsync(desk);
    });

    [Fact]
    public Task Hours_later_it_is_still_answered_and_posts_nothing() => Desk.PlayAsync(async desk =>
    {
        await desk.Tom.PressAsync(await desk.Tom.FormAsync(), "Find someone", Typed.Part1());
        await desk.StepAsync(TimeSpan.FromMinutes(40), TimeSpan.FromMinutes(1));
        var answer = await desk.ChangesNothingAsync(() => AgainAsync(desk, newId: true));
        Assert.Equal(200, answer.Status);
        Assert.Single(await desk.NumbersAsync());
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Part_2_delivered_five_times_is_sent_once(bool together) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var updates = desk.Teams.Transcript.Updates.Count;
        desk.Teams.Faults.Next(Op.Deliver, Fault.Duplicate(5, newIds: true, together)).For("Tom Reed");
        await desk.SendDetailsAsync();
        Assert.Single(desk.Tom.Chat, message => message.Text.Contains("Details sent", StringComparison.Ordinal) && message.Buttons.Contains("Change details"));
        Assert.Equal(Typed.Customer, (await desk.StoredDetailsAsync(number))!.CustomerName);
        Assert.InRange(desk.Teams.Transcript.Updates.Count - updates, 2, 4);
    });

    [Fact]
    public Task Five_deliveries_of_every_press_lead_to_the_same_record_as_one() => Desk.PlayAsync(async desk =>
    {
        desk.Teams.Faults.Next(Op.Deliver, Fault.Duplicate(5, newIds: true)).UntilCleared();
        await desk.Tom.SayAsync("handoff");
        await desk.Tom.PressNewestAsync("Find someone", Typed.Part1());
        await desk.SettleAsync();
        var number = Assert.Single(await desk.NumbersAsync());
        await desk.AcceptAsync();
        await desk.CheckAsync(Desk.WrongCode);
        await desk.CheckAsync(Desk.Code);
        await desk.SendDetailsAsync();
        await desk.TakeAsync();
        await desk.EndAsync();

        var kinds = (await desk.RecordedAsync(number)).Where(kind => kind is not "LeaseRenewed" and not "DetailsSent");
        Assert.Equal(["HandoffPosted", "SpecialistsAsked", "SpecialistClaimed", "SeesIdMismatched", "SeesIdConfirmed", "CallTaken", "HandoffEnded"], kinds);
        Assert.Single(desk.Teams.Transcript.Creates, create => create.Conversation == desk.Teams.Tenant.DmbChannelId);
    });

    [Fact]
    public Task Two_forms_are_two_handoffs() => Desk.PlayAsync(async desk =>
    {
        var first = await desk.Tom.FormAsync();
        var second = await desk.Tom.FormAsync();
        await desk.Tom.PressAsync(first, "Find someone", Typed.Part1());
        await desk.Tom.PressAsync(second, "Find someone", Typed.Part1());
        Assert.Equal(2, (await desk.NumbersAsync()).Count);
    });

    [Fact]
    public Task A_draft_of_somebody_else_finds_nothing_of_theirs() => Desk.PlayAsync(
        async desk =>
        {
            await desk.Tom.PressAsync(await desk.Tom.FormAsync(), "Find someone", Typed.Part1());
            await desk.SettleAsync();
            var toms = await desk.NumbersAsync();
            var activity = (JsonObject)desk.Teams.Transcript.Deliveries[^1].Activity["value"]!["action"]!["data"]!.DeepClone();
            var answer = await desk.Teams.As("Nia Cole").RawPressAsync("findSomeone", activity);
            Assert.DoesNotContain(toms[0], answer.Text, StringComparison.Ordinal);
            Assert.Equal(2, (await desk.NumbersAsync()).Count);
        },
        also: [new Extra("Nia Cole", "adviser", "", "NC 0001")]);

    private static Task<BotAnswer> AgainAsync(Desk desk, bool newId)
    {
        var activity = desk.Teams.Transcript.Deliveries.Last(delivery => delivery.From == "Tom Reed" && delivery.Type == "invoke").Activity.DeepClone().AsObject();
        if (newId)
            activity["id"] = $"f:{Guid.NewGuid()}";
        return desk.Teams.DeliverAsync(activity);
    }

    private static async Task<string> OneHandoffOneCardOnePingAsync(Desk desk)
    {
        var number = Assert.Single(await desk.NumbersAsync());
        Assert.Single(desk.Priya.Channel, message => message.IsFromBot);
        Assert.Single(desk.Priya.Chat, message => message.Buttons.Contains("Accept"));
        Assert.Single(desk.Tom.Chat, message => message.Buttons.Contains("Withdraw"));
        Assert.Single(desk.Tom.Chat, message => message.Buttons.Contains("Send details"));
        Assert.Single(((PostedHandoff)await desk.StateAsync(number)).Asks);
        Assert.Equal(["HandoffPosted", "SpecialistsAsked"], await desk.RecordedAsync(number));
        Assert.Single(desk.Priya.Alerts, alert => alert.ConversationId == desk.Priya.Person.ChatId && alert.Text.Contains(number, StringComparison.Ordinal));
        return number;
    }
}
