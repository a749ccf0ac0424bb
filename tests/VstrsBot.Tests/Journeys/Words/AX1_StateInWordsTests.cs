using System.Text.Json.Nodes;
using VstrsBot.Tests.Cards;
using Xunit;

namespace VstrsBot.Tests.Journeys.Words;

/// <summary>AX1 and AX2 over one whole handoff: every card sent and every card answered; the real Adaptive Cards library reads them too.</summary>
public sealed class AX1_StateInWordsTests
{
    [Fact]
    public Task Every_card_of_a_whole_handoff_begins_with_its_state_in_plain_words() => Desk.PlayAsync(async desk =>
    {
        await WholeAsync(desk);
        foreach (var card in CardsOf(desk))
        {
            var first = card["body"]![0]!["items"]![0]!;
            var state = (string?)first["text"] ?? "";
            Assert.InRange(state.Split(' ').Length, 2, 12);
            Assert.DoesNotMatch(@"[^\u0020-\u007e\u00a3\u2019]", state);
        }
    });

    [Fact]
    public Task The_real_library_reads_every_card_of_a_whole_handoff() => Desk.PlayAsync(async desk =>
    {
        await WholeAsync(desk);
        var cards = CardsOf(desk).Select(card => card.ToJsonString()).Distinct(StringComparer.Ordinal).ToList();
        var (exit, said) = await CardsJudgeTests.JudgeAsync(cards);
        Assert.True(exit == 0, said);
        Assert.Contains($"{cards.Count} cards, 0 complaints", said, StringComparison.Ordinal);
    });

    private static async Task WholeAsync(Desk desk)
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

    private static IEnumerable<JsonObject> CardsOf(Desk desk) => desk.Teams.Transcript.Requests.Select(r => r.Card)
        .Concat(desk.Teams.Transcript.Deliveries.Select(d => (d.Answer as JsonObject)?["value"] as JsonObject))
        .OfType<JsonObject>()
        .Where(card => (string?)card["type"] == "AdaptiveCard");
}
