using VstrsBot.Cards;
using Xunit;

namespace VstrsBot.Tests.Journeys.Intake;

/// <summary>IN7: what looks like a PIN, a card number or a password is refused, and stands in no store and no log.</summary>
public sealed class IN7_NoPinTests
{
    private const string Refusal = "Remove the PIN. It must not be shared outside VSTRS.";

    public static TheoryData<string, string> Secrets => new()
    {
        { "Their PIN is 48217", "48217" },
        { "pin:48217", "48217" },
        { "P.I.N. 48217", "48217" },
        { "48217 is the pin", "48217" },
        { "The P\u200BIN is 48217", "48217" },
        { "Passcode 48217", "48217" },
        { "pass-code given: 48217", "48217" },
        { "password Harbour48217", "Harbour48217" },
        { "security answer: 48217 Elm Road", "48217" },
        { "Card 4111 1111 1111 1111", "4111 1111 1111 1111" },
        { "Card 5500-0000-0000-0004 given", "5500-0000-0000-0004" },
    };

    [Theory]
    [MemberData(nameof(Secrets))]
    public Task It_is_refused_emptied_and_nowhere_kept(string typed, string canary) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var answer = await desk.ChangesNothingAsync(() => desk.Tom.PressNewestAsync("Send details", Typed.Part2(("issue", typed))));
        Assert.Contains(Refusal, answer.Text, StringComparison.Ordinal);
        Assert.Null(answer.Card!.Input("issue")["value"]);
        Assert.Equal(Typed.Customer, (string?)answer.Card!.Input("customerName")["value"]);
        Assert.DoesNotContain(canary, answer.Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(await desk.StoredDetailsAsync(number));
        await desk.AssertNowhereAsync(canary);
    });

    [Theory]
    [InlineData("representative")]
    [InlineData("contact")]
    [InlineData("customerName")]
    [InlineData("reference", "other")]
    [InlineData("matterOther")]
    [InlineData("restrictions")]
    [InlineData("issue")]
    public Task No_field_of_part_2_takes_one(string input, string kind = "utr") => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        (string, string)[] typed = [("referenceKind", kind), ("consentToAct", "no"), (input, "PIN 48217")];
        var answer = await desk.ChangesNothingAsync(() => desk.Tom.PressNewestAsync("Send details", Typed.Part2(typed)));
        Assert.Contains(Refusal, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("48217", answer.Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(await desk.StoredDetailsAsync(number));
        await desk.AssertNowhereAsync("48217");
    });

    [Fact]
    public Task Nor_does_a_leads_reason_or_the_note_after_the_call() => Desk.PlayAsync(async desk =>
    {
        var first = await desk.LiveAsync();
        await desk.EndAsync();
        var note = await desk.ChangesNothingAsync(() => desk.Priya.PressNewestAsync("Save", new Dictionary<string, string> { ["outcome"] = "settled", ["note"] = "PIN 48217" }));
        Assert.Contains(Refusal, note.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("48217", note.Body!.ToJsonString(), StringComparison.Ordinal);

        var second = await desk.PostAsync();
        foreach (var (verb, number) in new[] { (Verbs.LeadEnd, second), (Verbs.Move, second), (Verbs.LeadEnd, first) })
        {
            var data = new System.Text.Json.Nodes.JsonObject { ["handoff"] = number, ["reason"] = "The PIN is 48217", ["moveTo"] = "timeToPay" };
            var answer = await desk.ChangesNothingAsync(() => desk.Leah.RawPressAsync(verb, data));
            Assert.Contains("Remove the PIN", answer.Message, StringComparison.Ordinal);
        }

        await desk.AssertNowhereAsync("48217");
    });

    [Fact]
    public Task What_is_no_field_at_all_is_not_kept_either() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var data = new System.Text.Json.Nodes.JsonObject { ["handoff"] = number, ["pin"] = "48217", ["surface"] = "PIN 48217", ["draft"] = "PIN48217" };
        foreach (var (input, value) in Typed.Part2())
            data[input] = value;
        await desk.Tom.RawPressAsync(Verbs.SendDetails, data);
        await desk.SettleAsync();
        Assert.NotNull(await desk.StoredDetailsAsync(number));
        await desk.AssertNowhereAsync("48217");
    });

    [Fact]
    public Task Typed_in_chat_it_is_not_kept() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        foreach (var words in new[] { "my PIN is 48217", $"accept {number} PIN 48217", $"sees {number} 48217", "handoff 48217", "48217" })
        {
            await desk.Tom.SayAsync(words);
            await desk.Priya.SayAsync(words);
        }

        await desk.SettleAsync();
        await desk.AssertNowhereAsync("48217");
    });

    [Theory]
    [InlineData("Opinion 12 of the pension adviser")]
    [InlineData("Ring 07700 900999 about 2234567890")]
    [InlineData("Two pinned letters of 23 November")]
    [InlineData("Plan of 12 payments of 150.00 from 01.12.2026")]
    public Task Ordinary_text_with_numbers_is_taken(string typed) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        await desk.SendDetailsAsync(changed: ("issue", typed));
        Assert.Equal(typed, (await desk.StoredDetailsAsync(number))!.Issue);
    });
}
