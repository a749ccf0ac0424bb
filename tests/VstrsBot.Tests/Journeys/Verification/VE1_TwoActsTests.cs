using System.Text.Json.Nodes;
using TeamsStandIn.Clients;
using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Verification;

/// <summary>VE1: the SEES ID confirmed, then the call taken: two acts, of the one specialist who accepted. Source: DMBM512015.</summary>
public sealed class VE1_TwoActsTests
{
    [Fact]
    public Task After_acceptance_a_private_card_asks_for_the_sees_id_as_heard() => Desk.PlayAsync(async desk =>
    {
        await desk.ClaimedAsync();
        var card = desk.Priya.Newest("Check SEES ID");
        Assert.StartsWith("Check the SEES ID. No authority to disclose yet.", card.Text, StringComparison.Ordinal);
        Assert.Contains("Do not read one out.", card.Text, StringComparison.Ordinal);
        Assert.Equal("SEES ID you heard", (string?)CardReading.InputsOf(card.Card).Single()["label"]);

        PersonClient[] others = [desk.Tom, desk.Amir, desk.Leah];
        Assert.DoesNotContain(others.SelectMany(p => p.Chat.Concat(p.Channel)).Concat(desk.Priya.Channel), m => m.Buttons.Contains("Check SEES ID"));
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Taking_the_call_without_the_check_makes_nothing_live(bool typed) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        if (typed)
            await desk.Priya.SayAsync($"taken {number}");
        else
            Assert.Contains("The SEES ID is not confirmed", (await desk.Priya.RawPressAsync("takeCall", Pointer(number))).Text, StringComparison.Ordinal);

        await StaysDarkAsync<Claimed>(desk, number);
    });

    [Fact]
    public Task The_check_alone_makes_nothing_live() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        var answer = await desk.CheckAsync(Desk.Code);
        Assert.Contains("No authority yet", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Show details on the details card", answer.Text, StringComparison.Ordinal);
        Assert.Contains($"{number}: SEES ID confirmed at 10:41am. Explain the issue, then complete the transfer.", desk.Tom.PrintView(), StringComparison.Ordinal);
        await StaysDarkAsync<Confirmed>(desk, number);

        await desk.TakeAsync();
        Assert.Equal(3, desk.Banners.Count);
    });

    [Fact]
    public Task The_right_code_from_another_specialist_is_not_looked_at() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        var press = Pointer(number);
        press["seesId"] = Desk.Code;
        var answer = await desk.Amir.RawPressAsync("checkSeesId", press);
        Assert.Equal($"Only the specialist who accepted {number} can do this.", answer.Text);
        await StaysDarkAsync<Claimed>(desk, number);
        Assert.DoesNotContain("SeesIdMismatched", await desk.RecordedAsync(number));
    });

    [Fact]
    public Task A_match_is_not_another_specialists_to_use() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ConfirmedAsync();
        await desk.Amir.RawPressAsync("takeCall", Pointer(number));
        await desk.Tom.RawPressAsync("takeCall", Pointer(number));
        await StaysDarkAsync<Confirmed>(desk, number);
    });

    [Fact]
    public Task Only_the_code_of_the_adviser_who_posted_it_matches() => Desk.PlayAsync(
        async desk =>
        {
            var number = await desk.ClaimedAsync();
            await desk.CheckAsync("ZB-11 2233");
            Assert.Contains("Not confirmed. 2 tries left", desk.Priya.Newest("Check SEES ID").Text, StringComparison.Ordinal);
            await StaysDarkAsync<Claimed>(desk, number);
        },
        also: [new Extra("Nia Cole", "adviser", "", "ZB-11 2233")]);

    [Fact]
    public Task Without_the_details_it_does_not_go_live() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        await desk.AcceptAsync();
        await desk.CheckAsync(Desk.Code);
        Assert.Contains("Details not sent. Press Send details, then complete the transfer.", desk.Tom.PrintView(), StringComparison.Ordinal);

        var answer = await desk.TakeAsync();
        Assert.Equal("The adviser has not sent the details yet. Ask Tom to press Send details.", answer.Text);
        await StaysDarkAsync<Confirmed>(desk, number);

        await desk.SendDetailsAsync();
        await desk.TakeAsync();
        Assert.Equal(3, desk.Banners.Count);
    });

    [Fact]
    public Task An_adviser_no_longer_on_the_register_cannot_make_it_live() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ConfirmedAsync();
        await desk.ImportWithoutAsync("Tom Reed");
        var answer = await desk.TakeAsync();
        Assert.Contains("no longer on the register. Do not disclose.", answer.Text, StringComparison.Ordinal);
        await StaysDarkAsync<Confirmed>(desk, number);
    });

    private static JsonObject Pointer(string number) => new() { ["handoff"] = number, ["surface"] = "authority" };

    private static async Task StaysDarkAsync<TState>(Desk desk, string number)
    {
        await desk.SettleAsync();
        Assert.Empty(desk.Banners);
        Assert.Empty(LiveRendering.In(desk.Teams.Transcript));
        Assert.IsType<TState>(await desk.StateAsync(number));
    }
}
