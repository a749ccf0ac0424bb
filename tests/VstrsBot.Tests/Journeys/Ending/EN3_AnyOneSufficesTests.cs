using TeamsStandIn.Clients;
using VstrsBot.Cards;
using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Ending;

/// <summary>EN3: adviser, specialist and lead can end it; any one suffices; nobody can undo it.</summary>
public sealed class EN3_AnyOneSufficesTests
{
    [Fact]
    public Task The_specialist_can_end_it() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.Priya.PressAsync(desk.Priya.Sees(desk.CardOf(number, "authority")), "Call ended");
        await AssertEndedAsync(desk, number, EndReason.EndedBySpecialist, "Priya Shah");
        Assert.Contains("Priya Shah marked the call ended.", desk.CardOf(number, "adviser").Says(), StringComparison.Ordinal);
    });

    [Fact]
    public Task A_lead_without_a_card_types_end_is_sent_one_and_ends_it_with_a_reason() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.Leah.SayAsync($"end {number}");
        await desk.SettleAsync();
        Assert.Contains(desk.Leah.Chat, m => m.Text.Contains("A lead ends a handoff with a reason.", StringComparison.Ordinal));
        Assert.IsType<Live>(await desk.StateAsync(number));

        await desk.Leah.PressNewestAsync("End", new Dictionary<string, string>(StringComparer.Ordinal) { ["reason"] = "The adviser rang me" });
        await AssertEndedAsync(desk, number, EndReason.EndedByLead, "Leah Brooks");
    });

    [Fact]
    public Task A_lead_can_end_it() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.Leah.RawPressAsync("leadEnd", Steps.Press(number, "lead", ("reason", "The adviser rang me")));
        await AssertEndedAsync(desk, number, EndReason.EndedByLead, "Leah Brooks");
        Assert.Contains("Leah Brooks ended it.", desk.CardOf(number, "authority").Says(), StringComparison.Ordinal);
    });

    [Fact]
    public Task Another_specialist_cannot() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        foreach (var surface in (string[])["authority", "adviser", "channel", "lead"])
            await desk.Amir.RawPressAsync("endCall", Steps.Press(number, surface, ("reason", "Mine now")));
        await desk.Amir.SayAsync($"end {number}");
        await desk.SettleAsync();
        Assert.Equal(3, desk.Banners.Count);
    });

    [Fact]
    public Task Nothing_anybody_can_press_revives_it() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.EndAsync();
        var ended = await desk.StateAsync(number);
        var verbs = typeof(Verbs).GetFields().Select(field => (string)field.GetRawConstantValue()!).Except([Verbs.WrapUp, Verbs.FindSomeone, Verbs.OnDuty, Verbs.OffDuty]).ToList();
        foreach (var person in (PersonClient[])[desk.Tom, desk.Priya, desk.Amir, desk.Leah])
        {
            foreach (var verb in verbs)
            {
                var answer = await person.RawPressAsync(verb, Steps.Press(number, "authority", ("seesId", Desk.Code), ("reason", "again"), ("moveTo", "timeToPay")));
                Assert.DoesNotContain("AUTHORITY LIVE", answer.Text, StringComparison.Ordinal);
            }
        }

        await desk.SettleAsync();
        await desk.StepAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(ended, await desk.StateAsync(number), SameState);
        Assert.Empty(desk.Banners);
    });

    private static bool SameState(Handoff one, Handoff other) =>
        (one, other) is (Ended a, Ended b) && (a.Reason, a.At, a.By, a.WrapUp) == (b.Reason, b.At, b.By, b.WrapUp);

    private static async Task AssertEndedAsync(Desk desk, string number, EndReason reason, string by)
    {
        await desk.SettleAsync();
        Assert.Empty(desk.Banners);
        var ended = Assert.IsType<Ended>(await desk.StateAsync(number));
        Assert.Equal((reason, by), (ended.Reason, ended.By!.Name));
    }
}
