using System.Text.Json.Nodes;
using VstrsBot.Cards.Gallery;
using VstrsBot.Cards.Model;
using Xunit;

namespace VstrsBot.Tests.Cards;

/// <summary>The lint finds each fault when it is put into a good card.</summary>
public sealed class CardLintTests
{
    public static TheoryData<string, Action<JsonNode>, string> Faults => new()
    {
        { "adviser-waiting", card => card["fallbackText"] = " ", "fallbackText" },
        { "adviser-waiting", card => card["version"] = "1.6", "1.5" },
        { "adviser-waiting", card => card["actions"] = new JsonArray(), "outside body" },
        { "adviser-waiting", card => Body(card).RemoveAt(Body(card).Count - 1), "last line" },
        { "adviser-waiting", card => Body(card).RemoveAt(0), "authority mark" },
        { "adviser-waiting", card => Body(card).Insert(1, Body(card)[0]!.DeepClone()), "2 authority marks" },
        { "adviser-waiting", card => Body(card)[0]!["items"]![0]!["text"] = "One two three four five six seven eight nine ten eleven twelve thirteen", "13 words" },
        { "channel-ended", card => Body(card)[0]!["items"]!.AsArray().Add(Words("It is over. Do not disclose.")), "says twice: Do not disclose" },
        { "adviser-waiting", card => Body(card)[0]!["items"]![0]!["text"] = "✅", "state in words" },
        { "adviser-waiting", card => Body(card)[0]!["items"]![0]!["text"] = "AUTHORITY LIVE until 10:48am", "marked as" },
        { "adviser-waiting", card => Body(card).Insert(1, new JsonObject { ["type"] = "Image", ["url"] = "https://example.com/x.png" }), "Image" },
        { "adviser-waiting", card => Body(card).Insert(1, Words("Tom *Reed*")), "markup" },
        { "adviser-waiting", card => Body(card).Insert(1, Words("Asked at 10:42.")), "GOV.UK" },
        { "adviser-waiting", card => Body(card).Insert(1, Words("Asked at 10:42 am.")), "GOV.UK" },
        { "adviser-waiting", card => Body(card).Insert(1, Words("By 5:00pm tomorrow.")), "GOV.UK" },
        { "adviser-waiting", card => Body(card).Insert(1, Words("By 12pm tomorrow.")), "GOV.UK" },
        { "adviser-waiting", card => Body(card).Insert(1, Words("<at>Tom</at>")), "mentioned" },
        { "adviser-waiting", card => Body(card).Insert(1, Words("\u202Edeer")), "nobody sees" },
        { "adviser-waiting", card => Body(card).Insert(1, Words(new string('x', 30_000))), "bytes" },
        { "adviser-waiting", card => card["refresh"]!.AsObject().Remove("userIds"), "for whom" },
        { "adviser-waiting", card => card["refresh"]!["userIds"] = new JsonArray("8f14e45f-ceea-467f-a0e6-1c2d5a1f0b11"), "MRI" },
        { "adviser-waiting", card => card["refresh"]!["action"]!["verb"] = "accept", "something else" },
        { "adviser-waiting", card => Buttons(card)[0]!.AsObject().Remove("fallback"), "no Action.Submit fallback" },
        { "adviser-waiting", card => Buttons(card)[0]!["fallback"]!["data"]!["verb"] = "accept", "another verb" },
        { "adviser-waiting", card => Buttons(card)[0]!["verb"] = "explode", "explode" },
        { "adviser-waiting", card => Buttons(card)[0]!["data"]!["customerName"] = "Rose Adeyemi", "carries customerName" },
        { "adviser-waiting", card => Buttons(card)[0]!["data"]!["handoff"] = "M4TR", "act on M4TR" },
        { "details", card => Buttons(card)[0]!["fallback"]!["data"]!.AsObject().Remove("msteams"), "wrong kind" },
        { "adviser-live", card => card["refresh"]!["action"]!["data"]!.AsObject().Remove("until"), "carries until" },
        { "adviser-live", card => card["refresh"]!["action"]!["data"]!["until"] = "10:48am", "ISO 8601" },
        { "adviser-live", card => Body(card)[0]!["items"]![0]!["text"] = "AUTHORITY LIVE", "until when" },
        { "authority-ended-adviser", card => card["refresh"] = new JsonObject { ["userIds"] = new JsonArray() }, "still refreshes" },
        { "details-form", card => Input(card, "issue").AsObject().Remove("label"), "no label" },
        { "details-form", card => Input(card, "issue").AsObject().Remove("errorMessage"), "no error message" },
        { "details-form", card => Input(card, "contact")["isRequired"] = true, "yet required" },
        { "details-form", card => Input(card, "contact")["label"] = "Contact", "only if" },
        { "details-form", card => Input(card, "contact")["id"] = "issue", "twice" },
        { "details-form", card => Input(card, "contact")["id"] = "pin", "pin" },
    };

    [Theory, MemberData(nameof(Faults))]
    public void A_fault_put_into_a_good_card_is_found(string sample, Action<JsonNode> spoil, string complaint)
    {
        var card = JsonNode.Parse(CardJson.Write(Samples.All.Single(good => good.Name == sample).View.Render()))!;
        Assert.Empty(CardLint.Complaints(card.ToJsonString()));
        spoil(card);
        Assert.Contains(CardLint.Complaints(card.ToJsonString()), said => said.Contains(complaint));
    }

    private static JsonArray Body(JsonNode card) => card["body"]!.AsArray();

    private static JsonArray Buttons(JsonNode card) => Body(card).Last(element => (string?)element!["type"] == "ActionSet")!["actions"]!.AsArray();

    private static JsonNode Input(JsonNode card, string id) => Body(card).Single(element => (string?)element!["id"] == id)!;

    private static JsonObject Words(string text) => new() { ["type"] = "TextBlock", ["wrap"] = true, ["text"] = text };
}
