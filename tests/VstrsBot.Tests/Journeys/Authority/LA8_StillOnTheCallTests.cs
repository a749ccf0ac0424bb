using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Authority;

/// <summary>LA8: asked 15 minutes after going live or the last yes; 2 minutes of silence end it; 60 minutes end it whatever is said.</summary>
public sealed class LA8_StillOnTheCallTests
{
    [Fact]
    public Task Both_are_asked_at_15_minutes_and_silence_ends_it_at_17() => Desk.PlayAsync(async desk =>
    {
        var number = await LiveNowAsync(desk);
        await desk.StepAsync(TimeSpan.FromSeconds((15 * 60) - 1), TimeSpan.FromSeconds(13));
        Assert.Empty(desk.CardsOf(number, "ask"));
        await desk.StepAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(2, desk.CardsOf(number, "ask").Count);

        await desk.StepAsync(TimeSpan.FromSeconds(119), TimeSpan.FromSeconds(7));
        Assert.Equal(3, desk.Banners.Count);
        await desk.StepAsync(TimeSpan.FromSeconds(1));
        var ended = Assert.IsType<Ended>(await desk.StateAsync(number));
        Assert.Equal(EndReason.NoAnswer, ended.Reason);
        await desk.SettleAsync();
        Assert.Empty(desk.Banners);
        Assert.Contains("Nobody said they were still on the call.", desk.CardOf(number, "authority").Says(), StringComparison.Ordinal);
    });

    [Fact]
    public Task One_yes_is_enough_and_the_next_question_comes_15_minutes_after_it() => Desk.PlayAsync(async desk =>
    {
        var number = await LiveNowAsync(desk);
        await desk.StepAsync(TimeSpan.FromMinutes(16));
        await desk.Tom.PressNewestAsync("Yes, still on the call");
        await desk.StepAsync(TimeSpan.FromSeconds((15 * 60) - 1), TimeSpan.FromSeconds(13));
        Assert.Equal(2, desk.CardsOf(number, "ask").Count);
        await desk.StepAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(4, desk.CardsOf(number, "ask").Count);
        Assert.Equal(3, desk.Banners.Count);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Any_no_ends_it(bool adviser) => Desk.PlayAsync(async desk =>
    {
        var number = await LiveNowAsync(desk);
        await desk.StepAsync(TimeSpan.FromMinutes(15));
        await (adviser ? desk.Tom : desk.Priya).PressNewestAsync("No, it has ended");
        await desk.SettleAsync();
        Assert.Equal(adviser ? EndReason.EndedByAdviser : EndReason.EndedBySpecialist, Assert.IsType<Ended>(await desk.StateAsync(number)).Reason);
        Assert.Empty(desk.Banners);
    });

    [Fact]
    public Task An_adviser_who_left_is_not_asked_and_their_yes_does_not_count() => Desk.PlayAsync(async desk =>
    {
        var number = await LiveNowAsync(desk);
        var old = desk.Tom.Newest("Still on the call");
        await desk.Tom.PressNewestAsync("I have left the call");
        await desk.StepAsync(TimeSpan.FromMinutes(15));
        Assert.Equal("Priya Shah", desk.Teams.Tenant.Find(Assert.Single(desk.CardsOf(number, "ask")).ConversationId)!.Person!.Name);

        var answer = await desk.Tom.PressAsync(old, "Still on the call");
        Assert.Equal("You have left the call, so only the specialist is asked.", answer.Text);
        await desk.StepAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(EndReason.NoAnswer, Assert.IsType<Ended>(await desk.StateAsync(number)).Reason);
    });

    [Fact]
    public Task An_adviser_who_leaves_while_asked_is_asked_no_more() => Desk.PlayAsync(async desk =>
    {
        var number = await LiveNowAsync(desk);
        await desk.StepAsync(TimeSpan.FromMinutes(15));
        await desk.Tom.PressNewestAsync("I have left the call");
        await desk.SettleAsync();
        Assert.DoesNotContain(desk.Tom.Chat, m => m.Buttons.Contains("Yes, still on the call"));
        Assert.Contains(desk.Priya.Chat, m => m.Buttons.Contains("Yes, still on the call"));
        await desk.Priya.PressNewestAsync("Yes, still on the call");
        await desk.StepAsync(TimeSpan.FromMinutes(5));
        Assert.IsType<Live>(await desk.StateAsync(number));
    });

    [Fact]
    public Task At_60_minutes_it_ends_whatever_was_answered() => Desk.PlayAsync(async desk =>
    {
        var number = await LiveNowAsync(desk);
        for (var yes = 0; yes < 5; yes++)
        {
            await desk.StepAsync(TimeSpan.FromMinutes(10));
            await desk.Priya.PressAsync(desk.Priya.Sees(desk.CardOf(number, "authority")), "Still on the call");
        }

        await desk.StepAsync(TimeSpan.FromSeconds(599), TimeSpan.FromSeconds(13));
        Assert.Equal(3, desk.Banners.Count);
        await desk.StepAsync(TimeSpan.FromSeconds(1));
        await desk.SettleAsync();
        Assert.Equal(EndReason.Cap, Assert.IsType<Ended>(await desk.StateAsync(number)).Reason);
        Assert.Empty(desk.Banners);
        Assert.Contains("the longest time this service allows. That limit cannot be extended.", desk.CardOf(number, "authority").Says(), StringComparison.Ordinal);
    });

    private static async Task<string> LiveNowAsync(Desk desk)
    {
        var number = await desk.ConfirmedAsync();
        await desk.TakeQuietlyAsync();
        await desk.SendAsync();
        return number;
    }
}
