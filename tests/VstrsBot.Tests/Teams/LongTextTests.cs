using System.Text.Json.Nodes;
using VstrsBot.Cards;
using VstrsBot.Cards.Views;
using VstrsBot.Handlers.Drawing;
using VstrsBot.Teams;
using VstrsBot.Teams.Inbound;
using VstrsBot.Teams.Outbound;
using Xunit;

namespace VstrsBot.Tests.Teams;

/// <summary>The longest legal inputs fit into what Teams takes, in any script, in the very bytes that are sent.</summary>
public sealed class LongTextTests
{
    private const int MostBytes = 25 * 1024;

    /// <summary>One character of each script; two UTF-16 units for the last.</summary>
    public static TheoryData<string> Scripts => ["x", "\u0416", "\u0639", "\u754C", "\"", "\\", "<", "&", "\u2028", "\U0001F600"];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Every_card_with_typed_text_in_it_is_under_25_KB(string letter)
    {
        foreach (var view in Cards(letter))
        {
            var card = HandoffDrawings.Json(view.Render());
            Assert.InRange(InvokeResponse.Card(card).ToUtf8()!.Length, 1000, MostBytes);
            Assert.InRange(InvokeResponse.TaskCard("VSTRS handoff", card).ToUtf8()!.Length, 1000, MostBytes);
            Assert.InRange(WireJson.ToUtf8(new OutgoingActivity.Card(card, "VSTRS handoff K7F3").ToJson()).Length, 1000, MostBytes);
        }
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void What_is_sent_is_read_as_what_was_meant(string letter)
    {
        var card = HandoffDrawings.Json(Cards(letter)[0].Render());

        var read = JsonNode.Parse(InvokeResponse.Card(card).ToUtf8()!)!["value"];

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(card.ToJsonString()), read));
    }

    [Theory]
    [InlineData("\u0416")]
    [InlineData("\u0639")]
    public void A_letter_takes_its_own_bytes_and_no_more(string letter) =>
        Assert.Equal(2000, InvokeResponse.Message(Long(letter, 1000)).ToUtf8()!.Length - InvokeResponse.Message("").ToUtf8()!.Length);

    private static IReadOnlyList<ICardView> Cards(string letter)
    {
        var name = Long(letter, InputLimits.Name);
        var at = new UkTime("10:45am", "23 November");
        var values = new DetailsValues
        {
            Representative = name,
            Contact = Long(letter, InputLimits.Contact),
            CustomerName = name,
            Reference = Long(letter, InputLimits.Reference),
            MatterOther = Long(letter, InputLimits.MatterOther),
            Restrictions = Long(letter, InputLimits.Restrictions),
            Issue = Long(letter, InputLimits.Issue),
        };
        var details = new CustomerDetails(name, "Other", values.Reference, name, values.MatterOther, values.Issue, "None")
        {
            ConsentToAct = true,
            Contact = values.Contact,
            Restrictions = values.Restrictions,
        };
        var note = $"{name}\n{values.MatterOther}\n{values.Restrictions}";
        return
        [
            new DetailsAnswer("K7F3", details, at, "29:1priya"),
            new DetailsFormAnswer("K7F3", "d1", new VstrsBot.Handlers.DeskLists().Matters, values, [.. Enumerable.Repeat("Remove the PIN. It must not be shared outside VSTRS.", 13)], at),
            new WrapUpAnswer("K7F3", at, note, new WrapUpValues("held", Long(letter, InputLimits.Note), "true"), ["Select the outcome"]),
        ];
    }

    private static string Long(string letter, int most) => string.Concat(Enumerable.Repeat(letter, most / letter.Length));
}
