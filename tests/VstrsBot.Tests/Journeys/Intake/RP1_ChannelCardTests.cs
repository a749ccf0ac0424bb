using Xunit;

namespace VstrsBot.Tests.Journeys.Intake;

/// <summary>RP1: the channel card shows what anyone may know, and no customer detail.</summary>
public sealed class RP1_ChannelCardTests
{
    [Fact]
    public Task It_shows_number_specialism_stage_organisation_time_and_who_was_asked() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var card = Assert.Single(desk.Amir.Channel);
        Assert.Equal(
            [
                "Waiting for a specialist. No authority to disclose.",
                $"@Priya Shah, can you take {number}?",
                "Court action, debt stage pre-enforcement, from Citizens Advice through VSTRS.",
                "Posted 10:41am on 23 November (UK time). A caller is on hold.",
                "[Accept] [I can't take it]",
                "OFFICIAL-SENSITIVE",
            ],
            card.Text.Split('\n'));
    });

    [Fact]
    public Task Whoever_was_asked_still_shows_after_they_declined() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        await desk.Priya.PressNewestAsync("I can't take it");
        await desk.SettleAsync();
        var text = Assert.Single(desk.Amir.Channel).Text;
        Assert.DoesNotContain("Nobody has been asked", text, StringComparison.Ordinal);
        Assert.Contains($"Priya Shah was asked. Any specialist can take {number}.", text, StringComparison.Ordinal);
    });

    [Fact]
    public Task With_nobody_on_duty_it_says_that_nobody_was_asked() => Desk.PlayAsync(async desk =>
    {
        await desk.Priya.SayAsync("off duty");
        var number = await desk.PostAsync();
        Assert.Contains($"Nobody has been asked yet. Any specialist can take {number}.", Assert.Single(desk.Amir.Channel).Text, StringComparison.Ordinal);
    });

    [Fact]
    public Task Each_of_the_three_asked_is_named() => Desk.PlayAsync(
        async desk =>
        {
            await desk.Amir.SayAsync("on duty");
            await desk.Teams.As("Nia Cole").SayAsync("on duty");
            var number = await desk.PostAsync();
            await desk.StepAsync(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(5));
            var text = Assert.Single(desk.Leah.Channel).Text;
            Assert.All(new[] { "@Priya Shah", "@Amir Khan", "@Nia Cole" }, name => Assert.Contains(name, text, StringComparison.Ordinal));
            Assert.Contains($"can you take {number}?", text, StringComparison.Ordinal);
        },
        also: [new Extra("Nia Cole")]);

    [Fact]
    public Task From_posting_to_the_end_the_channel_holds_nothing_of_the_customer_and_one_card() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.Priya.PressNewestAsync("Show details");
        await desk.Priya.PressNewestAsync("Check now");
        await desk.StepAsync(TimeSpan.FromMinutes(3));
        await desk.EndAsync();

        Assert.Single(desk.Amir.Channel, message => message.Card is not null);
        var channel = desk.Teams.Transcript.Requests
            .Where(request => request.Conversation?.StartsWith(desk.Teams.Tenant.DmbChannelId, StringComparison.Ordinal) == true)
            .Select(request => request.Body?.ToJsonString() ?? "").ToList();
        Assert.NotEmpty(channel);
        foreach (var canary in Typed.Canaries)
            Assert.All(channel, body => Assert.DoesNotContain(canary, body, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(desk.Amir.Channel, message => message.Plain == $"{number}: authority ended at 10:4" + "4am.");
    });

    [Fact]
    public Task A_button_in_the_channel_is_answered_by_a_sentence() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var answer = await desk.Priya.PressAsync(desk.Priya.Channel[0], "Accept");
        Assert.Equal($"You have {number}. Carry on in your chat with this app.", answer.Message);
    });

    [Fact]
    public Task Declining_in_the_channel_is_said_to_be_done() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var answer = await desk.Priya.PressAsync(desk.Priya.Channel[0], "I can't take it");
        Assert.Equal($"You can't take {number}. Others are being asked.", answer.Message);
    });
}
