using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Intake;

/// <summary>RP11: given back, moved on by the adviser, or by 3 minutes of silence: the trail keeps both names, verification restarts.</summary>
public sealed class RP11_PassedOnTests
{
    [Fact]
    public Task Given_back_after_the_SEES_ID_matched_the_next_must_check_it_anew() => Desk.PlayAsync(async desk =>
    {
        await desk.Amir.SayAsync("on duty");
        var number = await ClaimedByPriyaAsync(desk);
        await desk.CheckAsync(Desk.Code);
        await desk.Priya.PressNewestAsync("Give it back");
        await desk.SettleAsync();
        Assert.Contains("Priya Shah gave it back at 10:4", desk.Tom.Newest("Withdraw").Text, StringComparison.Ordinal);

        await TheNextStartsAnewAsync(desk, number, PassedOnBecause.GivenBack);
    });

    [Fact]
    public Task The_adviser_asks_for_someone_else() => Desk.PlayAsync(async desk =>
    {
        await desk.Amir.SayAsync("on duty");
        var number = await ClaimedByPriyaAsync(desk);
        await desk.CheckAsync(Desk.Code);
        await desk.Tom.PressNewestAsync("Ask someone else");
        await desk.SettleAsync();
        Assert.Contains(desk.Priya.Chat, m => m.Plain is { } said && said.StartsWith($"{number} was given to someone else at 10:4", StringComparison.Ordinal)
            && said.EndsWith("If Tom Reed rings, do not disclose.", StringComparison.Ordinal));

        await TheNextStartsAnewAsync(desk, number, PassedOnBecause.AskedSomeoneElse);
    });

    [Fact]
    public Task Three_minutes_without_an_attempt_with_a_reminder_at_ninety_seconds() => Desk.PlayAsync(async desk =>
    {
        await desk.Amir.SayAsync("on duty");
        var number = await ClaimedByPriyaAsync(desk);
        await desk.StepAsync(TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(1));
        Assert.Contains(desk.Priya.Chat, message => message.Plain == $"{number}: Tom Reed is waiting. Check the SEES ID, or give it back.");
        await desk.StepAsync(TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(1));
        Assert.Contains(desk.Priya.Chat, m => m.Plain is { } said && said.StartsWith($"{number} went to someone else at", StringComparison.Ordinal));

        await TheNextStartsAnewAsync(desk, number, PassedOnBecause.NoAttempt);
    });

    [Fact]
    public Task Whoever_gave_it_back_has_no_more_say_and_cannot_see_the_details() => Desk.PlayAsync(async desk =>
    {
        await desk.Amir.SayAsync("on duty");
        var number = await ClaimedByPriyaAsync(desk);
        await desk.CheckAsync(Desk.Code);
        var details = desk.Priya.Newest("Show details");
        var authority = desk.Priya.Newest("I have taken the call");
        await desk.Priya.PressNewestAsync("Give it back");
        await desk.SettleAsync();
        await desk.Amir.SayAsync($"accept {number}");
        await desk.SettleAsync();

        foreach (var (card, button) in new[] { (details, "Show details"), (authority, "I have taken the call") })
        {
            var answer = await desk.ChangesNothingAsync(() => desk.Priya.PressAsync(card, button));
            Assert.Equal($"Only the specialist who accepted {number} can do this.", answer.Message);
        }

        // Given back again is as it is.
        await desk.ChangesNothingAsync(() => desk.Priya.PressAsync(authority, "Give it back"));
    });

    [Fact]
    public Task Tries_that_were_spent_stay_spent() => Desk.PlayAsync(async desk =>
    {
        await desk.Amir.SayAsync("on duty");
        var number = await ClaimedByPriyaAsync(desk);
        await desk.CheckAsync(Desk.WrongCode);
        await desk.Priya.PressNewestAsync("Give it back");
        await desk.SettleAsync();
        await desk.Amir.SayAsync($"accept {number}");
        await desk.SettleAsync();
        Assert.Contains("2 tries left", desk.Amir.Newest("Check SEES ID").Text, StringComparison.Ordinal);
        await desk.CheckAsync("AA 1", desk.Amir);
        await desk.CheckAsync("AA 2", desk.Amir);
        Assert.Equal(EndReason.NotConfirmed, ((Ended)await desk.StateAsync(number)).Reason);
    });

    private static async Task<string> ClaimedByPriyaAsync(Desk desk)
    {
        var number = await desk.PostAsync();
        await desk.SendDetailsAsync();
        await desk.Priya.SayAsync($"accept {number}");
        await desk.SettleAsync();
        return number;
    }

    private static async Task TheNextStartsAnewAsync(Desk desk, string number, PassedOnBecause because)
    {
        Assert.Contains(number, desk.Amir.Newest("Accept").Text, StringComparison.Ordinal);
        Assert.DoesNotContain(desk.Priya.Chat, message => message.Buttons.Contains("I have taken the call") || message.Buttons.Contains("Show details") || message.Buttons.Contains("Check SEES ID"));
        await desk.AcceptAsync(desk.Amir);
        var refused = await desk.Amir.SayAsync($"taken {number}");
        Assert.Equal(200, refused.Status);
        Assert.IsType<Claimed>(await desk.StateAsync(number));
        Assert.Empty(desk.Banners);

        await desk.CheckAsync(Desk.Code, desk.Amir);
        await desk.TakeAsync(desk.Amir);
        Assert.Equal(3, desk.Banners.Count);

        var passed = Assert.Single(((PostedHandoff)await desk.StateAsync(number)).PassedOn);
        Assert.Equal(("Priya Shah", because), (passed.Who.Name, passed.Because));
        var claims = (await Aftermath.RecordOfAsync(desk, number)).Where(line => line.Kind == "SpecialistClaimed").Select(line => line.Name);
        Assert.Equal(["Priya Shah", "Amir Khan"], claims);
        await desk.EndAsync();
    }
}
