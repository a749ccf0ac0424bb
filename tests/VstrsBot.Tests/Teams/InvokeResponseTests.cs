using System.Text;
using System.Text.Json.Nodes;
using VstrsBot.Teams.Inbound;
using Xunit;

namespace VstrsBot.Tests.Teams;

public sealed class InvokeResponseTests
{
    [Fact]
    public void A_card_stands_in_the_answer_itself_not_as_an_attachment() => Is(
        """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}""",
        InvokeResponse.Card(Card()));

    [Fact]
    public void An_error_stands_in_the_body_of_a_good_answer()
    {
        Is("""{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"No."}}""", InvokeResponse.Error("BadRequest", "No."));
        Assert.Equal(200, InvokeResponse.Error("BadRequest", "No.").Status);
    }

    [Fact]
    public void A_dialogs_card_is_an_attachment() => Is(
        """{"task":{"type":"continue","value":{"title":"VSTRS handoff","width":"medium","height":"medium","card":{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"}}}}}""",
        InvokeResponse.TaskCard("VSTRS handoff", Card()));

    [Fact]
    public void A_dialog_may_end_in_a_sentence() => Is("""{"task":{"type":"message","value":"Posted."}}""", InvokeResponse.TaskMessage("Posted."));

    [Fact]
    public void One_card_may_stand_in_two_answers()
    {
        var card = Card();
        Assert.Equal(InvokeResponse.Card(card).ToUtf8(), InvokeResponse.Card(card).ToUtf8());
    }

    [Fact]
    public void An_empty_answer_has_no_body() => Assert.Null(InvokeResponse.Empty.ToUtf8());

    private static JsonObject Card() => new() { ["type"] = "AdaptiveCard" };

    private static void Is(string expected, InvokeResponse answer)
    {
        Assert.Equal(200, answer.Status);
        Assert.Equal(expected, Encoding.UTF8.GetString(answer.ToUtf8()!));
    }
}
