using VstrsBot.Tests.Cards;
using Xunit;

namespace VstrsBot.Tests.Journeys.Words;

/// <summary>AX1 over one whole handoff: every card sent and every card answered; the real Adaptive Cards library reads them too.</summary>
public sealed class AX1_StateInWordsTests
{
    [Fact]
    public Task Every_card_of_a_whole_handoff_begins_with_its_state_in_plain_words() => Desk.PlayAsync(async desk =>
    {
        await WholeHandoff.PlayAsync(desk);
        foreach (var card in WholeHandoff.CardsOf(desk))
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
        await WholeHandoff.PlayAsync(desk);
        var cards = WholeHandoff.CardsOf(desk).Select(card => card.ToJsonString()).Distinct(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(cards);
        foreach (var card in cards)
            Assert.Empty(await CardsJudge.ComplaintsAsync(card));
    });
}
