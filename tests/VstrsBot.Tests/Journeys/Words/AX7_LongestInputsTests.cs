using System.Text.Json;
using VstrsBot.Cards;
using VstrsBot.Teams;
using VstrsBot.Tests.Cards;
using VstrsBot.Tests.Journeys.Intake;
using Xunit;

namespace VstrsBot.Tests.Journeys.Words;

/// <summary>AX7: with the longest legal inputs each card stays under 25 KB, and says what an older client is to do with it.</summary>
public sealed class AX7_LongestInputsTests
{
    private const int MostBytes = 25 * 1024;

    /// <summary>Every field as long as it may be, in a Welsh letter of three bytes.</summary>
    private static readonly (string Input, string Value)[] Longest =
    [
        ("representative", Long(InputLimits.Name)), ("contact", Long(InputLimits.Contact)), ("customerName", Long(InputLimits.Name)),
        ("referenceKind", "other"), ("reference", Long(40)), ("matter", "other"), ("matterOther", Long(InputLimits.MatterOther)),
        ("restricted", "yes"), ("restrictions", Long(InputLimits.Restrictions)), ("issue", Long(InputLimits.Issue)),
    ];

    [Fact]
    public Task A_whole_handoff_of_the_longest_inputs_stays_within_what_Teams_takes() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var refused = await desk.Tom.PressNewestAsync("Send details", Typed.Part2([.. Longest, ("consentToAct", "")]));
        Assert.Equal(Long(InputLimits.Issue), (string?)refused.Card!.Input("issue")["value"]);
        Assert.Contains("Details sent", (await desk.SendDetailsAsync(changed: Longest)).Text, StringComparison.Ordinal);
        await desk.AcceptAsync();
        await desk.CheckAsync(Desk.Code);
        var details = await desk.Priya.PressAsync(desk.Priya.Sees(desk.CardOf(number, "details")), "Show details");
        Assert.Contains(Long(InputLimits.Issue), details.Text, StringComparison.Ordinal);
        await desk.TakeAsync();
        var banner = await desk.Priya.PressAsync(desk.Priya.Sees(desk.CardOf(number, "authority")), "Check now");
        Assert.Contains(Long(InputLimits.Restrictions), banner.Text, StringComparison.Ordinal);
        await desk.EndAsync();
        await desk.Priya.PressNewestAsync("Show note");

        var cards = WholeHandoff.CardsOf(desk).ToList();
        var sizes = cards.ConvertAll(card => WireJson.ToUtf8(card).Length);
        Assert.All(sizes, size => Assert.InRange(size, 1, MostBytes - 1));
        Assert.Contains(sizes, size => size > MostBytes / 3); // the longest were drawn
        Assert.All(cards.Select(card => JsonSerializer.SerializeToElement(card)), card =>
        {
            Assert.False(string.IsNullOrWhiteSpace(card.Text("fallbackText")), card.GetRawText());
            Assert.All(card.OfType("Action.Execute").Except([.. card.Child("refresh") is { } refresh ? refresh.OfType("Action.Execute") : []]), execute =>
                Assert.Equal("Action.Submit", execute.Child("fallback")?.Text("type")));
        });
    });

    private static string Long(int length) => new('ẁ', length);
}
