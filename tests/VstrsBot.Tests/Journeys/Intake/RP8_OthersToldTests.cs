using TeamsStandIn.Clients;
using VstrsBot.Cards;
using Xunit;

namespace VstrsBot.Tests.Journeys.Intake;

/// <summary>RP8: on acceptance every other ping says so; late presses on any old copy are answered and change nothing.</summary>
public sealed class RP8_OthersToldTests
{
    private static readonly Extra[] Nia = [new Extra("Nia Cole")];

    [Fact]
    public Task Every_other_ping_says_who_accepted_and_when_even_one_that_was_declined() => Desk.PlayAsync(
        async desk =>
        {
            var (first, second, third, number) = await ThreeAskedAsync(desk);
            await third.PressNewestAsync("I can't take it");
            await desk.SettleAsync();
            await desk.AcceptAsync(first);

            foreach (var other in new[] { second, third })
            {
                var ping = other.Chat.Last(message => message.Card is not null && message.Text.Contains(number, StringComparison.Ordinal));
                Assert.Contains($"Accepted by {first.Person.Name} at 10:42am. Nothing for you to do.", ping.Text, StringComparison.Ordinal);
                Assert.DoesNotContain(other.Chat, message => message.Buttons.Contains("Accept") || message.Buttons.Contains("Accept after all"));
            }

            Assert.Contains("accepted by", desk.Leah.Channel[0].Text, StringComparison.OrdinalIgnoreCase);
        },
        also: Nia);

    [Fact]
    public Task Late_presses_on_old_copies_are_answered_and_change_nothing() => Desk.PlayAsync(
        async desk =>
        {
            var (first, second, third, number) = await ThreeAskedAsync(desk);
            var copies = new[] { (first, first.Newest("Accept")), (second, second.Newest("Accept")), (third, third.Newest("Accept")), (second, second.Channel[0]), (desk.Leah, desk.Leah.Channel[0]) };
            await desk.SendDetailsAsync();
            await desk.AcceptAsync(first);
            await PressAllAsync(desk, copies, $"Accepted by {first.Person.Name} at 10:42am. Nothing for you to do.", first);

            await desk.CheckAsync(Desk.Code, first);
            await PressAllAsync(desk, copies, $"Accepted by {first.Person.Name} at 10:42am. Nothing for you to do.", first);
            await desk.TakeAsync(first);
            await PressAllAsync(desk, copies, $"Accepted by {first.Person.Name} at 10:42am. Nothing for you to do.", first);
            await desk.EndAsync();
            await PressAllAsync(desk, copies, "ended at", first);
            Assert.Equal("HandoffEnded", (await desk.RecordedAsync(number))[^1]);
        },
        also: Nia);

    [Fact]
    public Task A_reason_given_after_somebody_else_accepted_is_answered_calmly() => Desk.PlayAsync(
        async desk =>
        {
            var (first, second, _, _) = await ThreeAskedAsync(desk);
            await second.PressNewestAsync("I can't take it");
            await desk.AcceptAsync(first);
            var answer = await second.RawPressAsync(Verbs.Accept, new System.Text.Json.Nodes.JsonObject { ["handoff"] = (await desk.NumbersAsync())[0], ["surface"] = "ping" });
            Assert.Equal($"Accepted by {first.Person.Name} at 10:42am. Nothing for you to do.", answer.Message);
        },
        also: Nia);

    [Fact]
    public Task After_a_withdrawal_no_ping_can_be_accepted() => Desk.PlayAsync(
        async desk =>
        {
            var (first, second, _, number) = await ThreeAskedAsync(desk);
            var old = second.Newest("Accept");
            await desk.Tom.PressNewestAsync("Withdraw");
            await desk.SettleAsync();
            foreach (var person in new[] { first, second })
                Assert.DoesNotContain(person.Chat, message => message.Buttons.Contains("Accept"));
            var answer = await desk.ChangesNothingAsync(() => second.PressAsync(old, "Accept"));
            Assert.Contains($"{number} no longer needs you. Nothing for you to do.", answer.Text, StringComparison.Ordinal);
        },
        also: Nia);

    private static async Task PressAllAsync(Desk desk, (PersonClient Who, SeenMessage Copy)[] copies, string words, PersonClient holder)
    {
        foreach (var (who, copy) in copies)
        {
            foreach (var button in copy.Buttons)
            {
                var answer = await desk.ChangesNothingAsync(() => who.PressAsync(copy, button));
                Assert.Equal((200, 200, false), (answer.Status, answer.StatusCode, answer.WentWrong));
                Assert.False(string.IsNullOrEmpty(answer.Text));
                if (who != holder && who.Person.Name != "Leah Brooks" && button == "Accept" && answer.Card is null)
                    Assert.Contains(words, answer.Text, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    private static async Task<(PersonClient First, PersonClient Second, PersonClient Third, string Number)> ThreeAskedAsync(Desk desk)
    {
        await desk.Amir.SayAsync("on duty");
        await desk.Teams.As("Nia Cole").SayAsync("on duty");
        var number = await desk.PostAsync();
        await desk.StepAsync(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(5));
        return (desk.Priya, desk.Amir, desk.Teams.As("Nia Cole"), number);
    }
}
