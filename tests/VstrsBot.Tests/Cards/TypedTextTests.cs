using System.Text.Json;
using VstrsBot.Cards;
using VstrsBot.Cards.Gallery;
using VstrsBot.Cards.Model;
using VstrsBot.Cards.Views;
using Xunit;

namespace VstrsBot.Tests.Cards;

/// <summary>Names and typed text stay what they are, and never become part of the card.</summary>
public sealed class TypedTextTests
{
    [Theory]
    [InlineData("Tom *Reed* [x](http://e)", "Tom *Reed* [x](http://e)")]
    [InlineData("Rose\r\n\tAdeyemi ", "Rose Adeyemi")]
    [InlineData("\u202EmoT\u202C Re\u200Bed\u0007", "moT Reed")]
    [InlineData("Zoë O'Neill 界", "Zoë O'Neill 界")]
    public void A_name_is_drawn_as_it_is_without_what_nobody_sees(string typed, string drawn) => Assert.Equal(drawn, CleanText.OneLine(typed));

    [Fact]
    public void A_note_keeps_its_lines() => Assert.Equal("One\nTwo\n\nFour", CleanText.Lines("One\r\nTwo \n\nFo\u202Eur"));

    [Fact]
    public void A_mention_matches_its_entity_and_holds_no_markup()
    {
        var mention = new Mention("Amir <at>*Khan*</at> & Sons [x](y)", "29:1amir-khan");
        Assert.Equal("<at>Amir atKhan/at &amp; Sons x(y)</at>", mention.Tag);
        Assert.Equal(mention.Tag, mention.Entity.Text);
        Assert.Equal("Amir atKhan/at & Sons x(y)", mention.Entity.Mentioned.Name);
    }

    [Fact]
    public void A_name_cannot_add_a_parameter_to_the_link_that_rings() =>
        Assert.Equal("https://teams.microsoft.com/l/call/0/0?users=a%40b.example%26withVideo%3Dtrue", OpenUrlAction.TeamsCall("Ring in Teams", "a@b.example&withVideo=true").Url);

    [Fact]
    public void No_hostile_name_stands_in_a_text_that_is_read_as_markup()
    {
        var hostile = Samples.All.Where(sample => sample.Name.StartsWith("hostile-", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(hostile);
        Assert.All(hostile, sample => Assert.Empty(CardLint.Complaints(CardJson.ToElement(sample.View.Render()))));
        Assert.All(hostile, sample => Assert.Contains(CardJson.ToElement(sample.View.Render()).OfType("TextRun"), run => run.Text("text")!.Contains("[x](http://e)")));
    }

    [Fact]
    public void A_card_that_shows_details_in_a_dialog_has_neither_refresh_nor_buttons()
    {
        var details = new CustomerDetails("Rose Adeyemi", "Unique Taxpayer Reference", "2234567890", "Sam Carter", "Self Assessment debt", "Hold the claim.", "None");
        var card = CardJson.ToElement(new DetailsAnswer("K7F3", details, new UkTime("10:45am", "23 November"), Mri: null).Render());
        Assert.Null(card.Child("refresh"));
        Assert.Empty(card.Buttons());
    }

    [Fact]
    public void Contact_details_are_not_drawn_without_consent_to_act()
    {
        var details = new CustomerDetails("Rose Adeyemi", "Unique Taxpayer Reference", "2234567890", "Sam Carter", "Self Assessment debt", "Hold the claim.", "None")
        {
            ConsentToAct = false,
            Contact = "07700 900105",
        };
        Assert.DoesNotContain("07700 900105", CardJson.Write(new DetailsAnswer("K7F3", details, new UkTime("10:45am", "23 November"), Mri: null).Render()));
    }

    [Fact]
    public void Nothing_that_is_null_is_written() =>
        Assert.All(Samples.All, sample => Assert.DoesNotContain(CardJson.ToElement(sample.View.Render()).Objects().SelectMany(o => o.EnumerateObject()), property => property.Value.ValueKind is JsonValueKind.Null));
}
