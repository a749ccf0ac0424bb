using System.Text.Json.Nodes;
using TeamsStandIn.Faults;
using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Authority;

/// <summary>LA6: Teams posted a card, its answer was lost, and so it was posted again. Nobody could take a banner off the copy: it never shows one.</summary>
public sealed class LA6_CopyOfACardTests
{
    [Fact]
    public Task Every_press_works_on_a_copy_and_none_shows_the_banner_there() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        await desk.SendDetailsAsync();
        var lost = desk.Teams.Faults.Next(Op.Send, Fault.ApplyThenStatus(502)).UntilCleared();
        await desk.AcceptAsync();
        lost.Clear();
        await desk.StepAsync(TimeSpan.FromSeconds(30));
        var cards = desk.CardsOf(number, "authority");
        Assert.True(cards.Count > 1);
        Assert.All(cards, card => Assert.StartsWith("Check the SEES ID", card.Says(), StringComparison.Ordinal));
        var copy = cards[0];

        await desk.Priya.PressAsync(desk.Priya.Sees(copy), "Check SEES ID", Typed.Code(Desk.Code));
        var taken = await desk.Priya.PressAsync(desk.Priya.Sees(copy), "I have taken the call");
        await desk.SettleAsync();

        Assert.IsType<Live>(await desk.StateAsync(number));
        Assert.Equal($"This is a copy of your {number} card, and shows no authority. Go on with the other {number} card in this chat.", taken.Text);
        Assert.Equal(3, desk.Banners.Count);
        Assert.DoesNotContain("AUTHORITY LIVE", desk.Priya.Sees(copy).Text, StringComparison.Ordinal);

        await desk.EndAsync();
        Assert.Empty(desk.Banners);
        Assert.DoesNotContain("AUTHORITY LIVE", desk.Priya.PrintView(), StringComparison.Ordinal);
    });

    [Fact]
    public Task The_card_of_an_earlier_claim_does_not_show_the_banner_of_a_later_one() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        var first = desk.CardOf(number, "authority").Id;
        await desk.Priya.PressNewestAsync("Give it back");
        await desk.SettleAsync();
        await desk.Priya.SayAsync($"accept {number}");
        await desk.SettleAsync();
        await desk.CheckAsync(Desk.Code);
        await desk.TakeAsync();
        Assert.Equal(3, desk.Banners.Count);

        var action = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "checkNow", ["data"] = Steps.Press(number, "authority") };
        var answer = await desk.Priya.RawInvokeAsync("adaptiveCard/action", new JsonObject { ["action"] = action, ["trigger"] = "manual" }, replyToId: first);
        Assert.StartsWith("This is a copy of your", answer.Text, StringComparison.Ordinal);
    });
}
