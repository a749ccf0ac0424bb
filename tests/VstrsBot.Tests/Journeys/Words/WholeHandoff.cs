using System.Text.Json.Nodes;
using Xunit;

namespace VstrsBot.Tests.Journeys.Words;

/// <summary>One handoff in which everybody sees and asks for all they can.</summary>
internal static class WholeHandoff
{
    public static async Task PlayAsync(Desk desk)
    {
        var number = await desk.ClaimedAsync();
        await desk.CheckAsync(Desk.WrongCode);
        await desk.CheckAsync(Desk.Code);
        await desk.Priya.PressAsync(desk.Priya.Sees(desk.CardOf(number, "details")), "Show details");
        await desk.TakeAsync();
        await desk.Priya.PressAsync(desk.Priya.Sees(desk.CardOf(number, "authority")), "Check now");
        await desk.StepAsync(TimeSpan.FromMinutes(15.5));
        await desk.Priya.PressNewestAsync("Yes, still on the call");
        await desk.Tom.PressNewestAsync("I have left the call");
        await desk.EndAsync();
        await desk.Priya.PressNewestAsync("Show note");
        Assert.True(CardsOf(desk).Count() > 20);
    }

    public static IEnumerable<JsonObject> CardsOf(Desk desk) => desk.Teams.Transcript.Requests.Select(r => r.Card)
        .Concat(desk.Teams.Transcript.Deliveries.Select(d => (d.Answer as JsonObject)?["value"] as JsonObject))
        .OfType<JsonObject>()
        .Where(card => (string?)card["type"] == "AdaptiveCard");
}
