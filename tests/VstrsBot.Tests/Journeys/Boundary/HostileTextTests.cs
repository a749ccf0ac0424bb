using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using VstrsBot.Cards.Model;
using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Boundary;

/// <summary>
/// Whatever people type, and whatever they are called, is text and nothing else: no markup, mention or link, nothing unseen, in any card,
/// message, notification, record or log. Each card is judged by its lint after the journey (<see cref="Aftermath"/>).
/// </summary>
public sealed class HostileTextTests
{
    /// <summary>Stands in every text somebody typed.</summary>
    private const string Mark = "Zqx";

    private const string AnnsCode = "QX-55 1020";

    private static readonly string[] Pieces =
    [
        "**b**", "_i_", "[x](https://evil.example)", "<at>Leah Brooks</at>", "<script>1</script>", "\u202Ednim\u202C", "\u200Bzero", "\u0007", "\u001B[31m", "&lt;b&gt;",
        "{{DATE(2026-11-02T10:00:00Z)}}", "# h", "- item", "1. item", "https://evil.example/a?b=c", "www.evil.example", "=1+1", "@SUM(A1)", "```", "\\", "\u2028", "\uFEFF", "\U0001F600", "${x}", "%0a", "'", "|",
    ];

    private static readonly Gen<string> Hostile = Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]).Array[2, 6].Select(pieces => $"{Mark} {string.Join(' ', pieces)} {Mark}");

    public static TheoryData<string> Seeds => ["0000KOIPe036", "0001aBcDe123", "0002ZyXwV987"];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_whole_handoff_of_hostile_text_shows_it_as_it_is(string seed)
    {
        var texts = Hostile.Array[12].Single(_ => true, seed);
        var (adviser, specialist, lead, organisation) = (Name(texts[0], "Ann"), Name(texts[1], "Ben"), Name(texts[2], "Cy"), Name(texts[3], "Org"));
        await Desk.PlayAsync(
            async desk =>
            {
                await desk.ImportRegisterAsync($"{organisation},,", "Citizens Advice,,");
                var (ann, ben, cy) = (desk.Teams.As(adviser), desk.Teams.As(specialist), desk.Teams.As(lead));
                await ben.SayAsync("on duty");
                foreach (var person in new[] { ann, ben, cy }) await person.SayAsync("me");

                var number = await desk.PostAsync(ann, ("organisation", Listed(organisation)));
                await desk.SendDetailsAsync(ann, [.. Fields(texts)]);
                await ben.SayAsync($"accept {number}");
                await desk.SettleAsync();
                await desk.CheckAsync(AnnsCode, ben);
                var shown = await ben.PressNewestAsync("Show details");
                foreach (var (field, typed) in Fields(texts).Where(field => field.Input is not ("referenceKind" or "matter" or "restricted")))
                    Assert.True(shown.Text.Contains(CleanText.OneLine(typed), StringComparison.Ordinal), $"{field}: {typed}\n{shown.Text}");

                await desk.TakeAsync(ben);
                await ben.PressNewestAsync("Check now");
                await ben.SayAsync($"{texts[9]} end {number}");
                await ann.PressNewestAsync("The whole call has ended");
                await desk.SettleAsync();
                await ben.PressNewestAsync("Show note");
                await ben.PressNewestAsync("Save", new Dictionary<string, string>(StringComparer.Ordinal) { ["outcome"] = "held", ["note"] = texts[10] });

                var second = await desk.PostAsync(ann, ("organisation", Listed(organisation)));
                await cy.RawPressAsync(VstrsBot.Cards.Verbs.LeadEnd, new JsonObject { ["handoff"] = second, ["reason"] = texts[11] });
                await desk.SettleAsync();
                Assert.Equal(EndReason.EndedByLead, Assert.IsType<Ended>(await desk.StateAsync(second)).Reason);

                await NothingOfItIsReadAsMoreThanTextAsync(desk, number, second);
            },
            also: [new Extra(adviser, "adviser", Areas: "", SeesId: AnnsCode), new Extra(specialist), new Extra(lead, "lead", "courtAction;VSTRS")]);
    }

    private static async Task NothingOfItIsReadAsMoreThanTextAsync(Desk desk, params string[] numbers)
    {
        foreach (var request in desk.Teams.Transcript.Requests.Where(request => request.Body is not null))
        {
            var body = request.Body!;
            if (body["text"] is { } text)
            {
                Assert.Equal("plain", (string?)body["textFormat"]);
                IsSafe((string)text!);
            }

            if (body["summary"] is { } summary) IsSafe((string)summary!);
        }

        foreach (var sentence in desk.Teams.Transcript.Deliveries.Select(delivery => (delivery.Answer as JsonObject)?["value"]).OfType<JsonValue>())
            IsSafe(sentence.GetValue<string>());

        Assert.DoesNotContain(desk.Logged, line => line.Contains(Mark, StringComparison.Ordinal));
        foreach (var number in numbers)
        {
            foreach (var line in await Aftermath.RecordOfAsync(desk, number))
                Assert.DoesNotContain(Encoding.UTF8.GetString(line.Stored.Span).EnumerateRunes(), IsUnseen);
        }
    }

    /// <summary>A sentence outside cards: nothing unseen in it, and nothing a client would make a link of.</summary>
    private static void IsSafe(string sentence)
    {
        Assert.DoesNotContain(sentence.EnumerateRunes(), IsUnseen);
        Assert.DoesNotContain("://", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("www.", sentence, StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<(string Input, string Value)> Fields(string[] texts) =>
    [
        ("representative", texts[4]), ("contact", texts[5]), ("customerName", texts[6]), ("referenceKind", "other"), ("reference", $"{Mark} [x](y) 7"),
        ("matter", "other"), ("matterOther", texts[7]), ("restricted", "yes"), ("restrictions", texts[8]), ("issue", texts[9]),
    ];

    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator;

    // As the import keeps it.
    private static string Listed(string name) => CleanText.OneLine(name).Trim();

    // One line of people.csv or organisations.csv.
    private static string Name(string text, string who) => $"{who} {text.Replace('\u2028', ' ')}";
}
