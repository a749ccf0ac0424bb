using TeamsStandIn.Faults;
using Xunit;

namespace VstrsBot.Tests.Journeys.Authority;

/// <summary>LA6: each surface has one card per handoff, from the first post to the end.</summary>
public sealed class LA6_OneCardTests
{
    [Fact]
    public Task A_whole_handoff_makes_one_card_of_each_surface() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        await desk.CheckAsync(Desk.WrongCode);
        await desk.CheckAsync(Desk.Code);
        await desk.TakeAsync();
        await desk.StepAsync(TimeSpan.FromMinutes(15.5));
        await desk.Priya.PressNewestAsync("Yes, still on the call");
        await desk.StepAsync(TimeSpan.FromMinutes(2));
        await desk.EndAsync();
        await desk.StepAsync(TimeSpan.FromMinutes(2));

        var posted = Posted(desk, number);
        Assert.Equal(
            ["adviser/Tom Reed", "ask/Priya Shah", "ask/Tom Reed", "authority/Priya Shah", "channel/", "details/Priya Shah", "detailsForm/Tom Reed", "ping/Priya Shah", "wrapUp/Priya Shah"],
            posted.Order(StringComparer.Ordinal));
    });

    [Fact]
    public Task Restarts_and_throttling_make_no_second_card() => Desk.PlayAsync(async desk =>
    {
        await desk.PostUnsentAsync();
        var number = Assert.Single(await desk.NumbersAsync());
        desk.Teams.Faults.Next(Op.Send | Op.CreateConversation, Fault.Throttle(TimeSpan.FromSeconds(2))).Times(3);
        await desk.SettleAsync();
        await desk.RestartAsync();
        await desk.SendDetailsAsync();
        desk.Teams.Faults.Next(Op.Send, Fault.Status(502)).Times(2);
        await desk.AcceptAsync();
        await desk.RestartAsync();
        await desk.CheckAsync(Desk.Code);
        await desk.TakeAsync();
        await desk.EndAsync();
        Assert.Equal(Posted(desk, number).Distinct(StringComparer.Ordinal), Posted(desk, number));
    });

    [Fact]
    public Task A_second_specialist_gets_cards_of_their_own() => Desk.PlayAsync(async desk =>
    {
        await desk.Amir.SayAsync("on duty");
        var number = await desk.ClaimedAsync();
        await desk.Priya.PressNewestAsync("Give it back");
        await desk.SettleAsync();
        await desk.AcceptAsync(desk.Amir);
        var posted = Posted(desk, number);
        Assert.Equal(posted.Distinct(StringComparer.Ordinal), posted);
        Assert.Contains("authority/Priya Shah", posted);
        Assert.Contains("authority/Amir Khan", posted);
        Assert.Single(posted, card => card == "channel/");
    });

    private static List<string> Posted(Desk desk, string number) =>
    [
        .. desk.Teams.Transcript.Requests.Where(r => r.Op is Op.Send or Op.CreateConversation && r.Applied && r.Card is not null)
            .Select(r => (Card: StoredCards.PointerOf(r.Card), Person: desk.Teams.Tenant.Find(r.Conversation!)?.Person?.Name))
            .Where(r => r.Card.Number == number)
            .Select(r => $"{r.Card.Surface}/{r.Person}"),
    ];
}
