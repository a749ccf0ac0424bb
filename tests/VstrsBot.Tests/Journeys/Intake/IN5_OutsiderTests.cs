using TeamsStandIn.Clients;
using VstrsBot.Cards;
using Xunit;

namespace VstrsBot.Tests.Journeys.Intake;

/// <summary>IN5: somebody not on the register is refused in their own chat or dialog; the channel shows nothing.</summary>
public sealed class IN5_OutsiderTests
{
    private static readonly Extra[] Ola = [new Extra("Ola Dean", Role: null)];

    private static string Refusal(PersonClient who) => $"You are not on the register. Ask your lead. Your id to give them: {who.Person.ObjectId}";

    [Fact]
    public Task In_their_own_chat_they_are_told_their_id_and_whom_to_ask() => Desk.PlayAsync(
        async desk =>
        {
            var ola = desk.Teams.As("Ola Dean");
            foreach (var words in new[] { "handoff", "help", "accept K7F3", "on duty", "me" })
            {
                await ola.SayAsync(words);
                Assert.Equal(Refusal(ola), ola.Chat[^1].Plain);
            }
        },
        also: Ola);

    [Fact]
    public Task Typed_in_the_channel_it_is_answered_in_their_own_chat_and_the_channel_shows_nothing() => Desk.PlayAsync(
        async desk =>
        {
            var ola = desk.Teams.As("Ola Dean");
            await ola.SayInChannelAsync("handoff");
            Assert.Equal(Refusal(ola), Assert.Single(ola.Chat).Plain);
            Assert.DoesNotContain(desk.Priya.Channel, message => message.IsFromBot);
        },
        also: Ola);

    [Fact]
    public Task A_form_they_send_posts_nothing() => Desk.PlayAsync(
        async desk =>
        {
            var ola = desk.Teams.As("Ola Dean");
            var data = new System.Text.Json.Nodes.JsonObject { ["draft"] = "abc123" };
            foreach (var (input, value) in Typed.Part1())
                data[input] = value;
            var answer = await desk.ChangesNothingAsync(() => ola.RawPressAsync(Verbs.FindSomeone, data));
            Assert.Equal(Refusal(ola), answer.Message);
            Assert.Empty(desk.Priya.Channel);
        },
        also: Ola);

    [Fact]
    public Task The_dialog_holds_the_refusal() => Desk.PlayAsync(
        async desk =>
        {
            var ola = desk.Teams.As("Ola Dean");
            Assert.Equal(Refusal(ola), (await desk.ChangesNothingAsync(() => ola.OpenExtensionAsync("handoff"))).TaskMessage);
        },
        also: Ola);

    [Fact]
    public Task A_press_in_the_channel_is_refused_to_them_alone() => Desk.PlayAsync(
        async desk =>
        {
            await desk.PostAsync();
            var ola = desk.Teams.As("Ola Dean");
            foreach (var button in new[] { "Accept", "I can't take it" })
            {
                var answer = await desk.ChangesNothingAsync(() => ola.PressAsync(ola.Channel[0], button));
                Assert.Equal(Refusal(ola), answer.Message);
            }
        },
        also: Ola);

    [Fact]
    public Task Whoever_leaves_the_register_is_an_outsider_within_30_seconds() => Desk.PlayAsync(async desk =>
    {
        await desk.PostAsync();
        await desk.ImportWithoutAsync("Priya Shah");
        await desk.StepAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(Refusal(desk.Priya), (await desk.ChangesNothingAsync(() => desk.Priya.PressNewestAsync("Accept"))).Message);
    });
}
