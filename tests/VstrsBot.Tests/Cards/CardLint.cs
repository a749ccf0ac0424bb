using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using VstrsBot.Cards;
using VstrsBot.Cards.Views;

namespace VstrsBot.Tests.Cards;

/// <summary>What must hold of every card that is sent, read from its JSON alone.</summary>
internal static partial class CardLint
{
    private const int MostBytes = 25 * 1024; // Teams: about 28 KB a message, all told
    private const int MostStateWords = 12;
    private const int MostButtons = 6;

    private static readonly string[] Drawn =
    [
        "AdaptiveCard", "TextBlock", "RichTextBlock", "TextRun", "Container", "ActionSet", "Input.Text", "Input.ChoiceSet", "Input.Toggle",
        "Action.Execute", "Action.Submit", "Action.OpenUrl", "mention", "task/fetch",
    ];

    private static readonly string[] AskedForOnlyIf = [InputIds.Contact, InputIds.MatterOther, InputIds.Restrictions, InputIds.CallBackBy, InputIds.MoveTo];

    private static readonly string[] AnswersInPrivate = [Verbs.ShowDetails, Verbs.ChangeDetails, Verbs.ShowNote, Verbs.Fresh, Verbs.FillIn];

    private static readonly string[] DataKeys = ["handoff", "surface", "claim", "draft", "verb", "until", "follows", "msteams"];

    private static readonly IReadOnlySet<string> KnownVerbs = ConstantsOf(typeof(Verbs));

    private static readonly IReadOnlySet<string> KnownInputs = ConstantsOf(typeof(InputIds));

    private static readonly IReadOnlySet<string> KnownSurfaces = ConstantsOf(typeof(Surfaces));

    /// <summary>Reads the card and says, in sentences, what is wrong with it. Nothing is wrong: an empty list.</summary>
    public static IReadOnlyList<string> Complaints(string json)
    {
        using var card = JsonDocument.Parse(json);
        return Complaints(card.RootElement);
    }

    /// <inheritdoc cref="Complaints(string)"/>
    public static IReadOnlyList<string> Complaints(JsonElement card) =>
    [
        .. Shape(card),
        .. State(card),
        .. Lease(card),
        .. Inputs(card),
        .. Actions(card),
        .. Refresh(card),
        .. Words(card),
        .. Mentions(card),
    ];

    internal static IReadOnlySet<string> ConstantsOf(Type list) =>
        list.GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).ToHashSet();

    private static IEnumerable<string> Shape(JsonElement card)
    {
        if (card.Text("type") != "AdaptiveCard" || card.Text("version") != "1.5") yield return "It is not an Adaptive Card 1.5.";
        if (string.IsNullOrWhiteSpace(card.Text("fallbackText"))) yield return "It has no fallbackText.";
        if (card.Child("actions") is not null) yield return "Its actions stand outside body, where a Submit fallback does not work.";
        if (card.List("body") is not [.., var last] || last.Text("text") != Marking.Text) yield return $"Its last line is not {Marking.Text}.";
        foreach (var type in card.Objects().Select(o => o.Text("type")).OfType<string>().Except(Drawn)) yield return $"{type} is not among what these cards draw.";

        var bytes = Encoding.UTF8.GetByteCount(card.GetRawText());
        if (bytes >= MostBytes) yield return $"It takes {bytes} bytes.";
    }

    private static IEnumerable<string> State(JsonElement card)
    {
        var marks = card.OfType("Container").Where(box => box.Text("id") is AuthorityMark.Live or AuthorityMark.None).ToList();
        if (marks.Count != 1) yield return $"It has {marks.Count} authority marks.";
        if (card.List("body") is not [var first, ..] || first.Text("id") is not (AuthorityMark.Live or AuthorityMark.None)) yield return "It does not begin with its authority mark.";

        var state = card.Texts().FirstOrDefault("");
        var words = state.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        if (!state.Any(char.IsLetter)) yield return "It does not begin with a state in words.";
        if (words > MostStateWords) yield return $"Its state takes {words} words: {state}";
        foreach (var twice in marks.SelectMany(mark => mark.Texts()).SelectMany(Sentences).CountBy(said => said, StringComparer.OrdinalIgnoreCase).Where(said => said.Value > 1))
            yield return $"Its state says twice: {twice.Key}";
    }

    private static IEnumerable<string> Lease(JsonElement card)
    {
        var saysLive = card.OfType("TextBlock").Any(block => block.Text("text")?.Contains("AUTHORITY LIVE", StringComparison.OrdinalIgnoreCase) is true);
        var markedLive = card.Objects().Any(o => o.Text("id") == AuthorityMark.Live);
        var until = card.Child("refresh")?.Child("action")?.Child("data")?.Text("until");
        if (saysLive != markedLive) yield return "What it says of authority is not what it is marked as.";
        if (markedLive && !card.Texts().First().StartsWith("AUTHORITY LIVE until ", StringComparison.Ordinal)) yield return "It says live without saying until when.";
        if (markedLive != until is not null) yield return "Only a card that says live, and each of those, carries until.";
        if (until is not null && !IsUtc().IsMatch(until)) yield return $"until is not ISO 8601 in UTC: {until}";
    }

    private static IEnumerable<string> Inputs(JsonElement card)
    {
        var inputs = card.Inputs().ToList();
        foreach (var input in inputs)
        {
            var id = input.Text("id") ?? "";
            if (!KnownInputs.Contains(id)) yield return $"Nobody knows the input {id}.";
            if (string.IsNullOrWhiteSpace(input.Text("label"))) yield return $"The input {id} has no label.";
            if (string.IsNullOrWhiteSpace(input.Text("errorMessage"))) yield return $"The input {id} has no error message.";
            if (AskedForOnlyIf.Contains(id) && input.Is("isRequired")) yield return $"The input {id} is asked for only if, yet required.";
            if (AskedForOnlyIf.Contains(id) && input.Text("label")?.Contains("(only if ", StringComparison.Ordinal) is not true) yield return $"The label of {id} does not say only if.";
        }

        foreach (var twice in inputs.CountBy(input => input.Text("id") ?? "").Where(id => id.Value > 1)) yield return $"The input {twice.Key} stands there twice.";
    }

    private static IEnumerable<string> Actions(JsonElement card)
    {
        if (card.Buttons().Count() > MostButtons) yield return $"It has more than {MostButtons} buttons.";

        foreach (var execute in card.OfType("Action.Execute"))
        {
            var verb = execute.Text("verb") ?? "";
            if (!KnownVerbs.Contains(verb)) yield return $"Nobody knows the verb {verb}.";
            if (execute.Child("fallback") is not { } fallback || fallback.Text("type") != "Action.Submit") yield return $"{verb} has no Action.Submit fallback.";
            else if (fallback.Child("data")?.Text("verb") != verb) yield return $"The fallback of {verb} says another verb.";
            else if (AnswersInPrivate.Contains(verb) != fallback.Child("data")?.Child("msteams")?.Text("type") is "task/fetch") yield return $"The fallback of {verb} is of the wrong kind.";
        }

        foreach (var data in card.OfType("Action.Execute", "Action.Submit").Select(action => action.Child("data")).OfType<JsonElement>())
        {
            foreach (var key in data.EnumerateObject().Select(property => property.Name).Except(DataKeys)) yield return $"A button carries {key}.";
            if (data.Text("surface") is not { } surface || !KnownSurfaces.Contains(surface)) yield return "A button does not say on which card it stands.";
        }

        var numbers = card.Buttons().Select(button => button.Child("data")?.Text("handoff")).OfType<string>().Distinct();
        foreach (var number in numbers.Where(number => !card.Texts().Any(text => text.Contains(number)))) yield return $"Its buttons act on {number}, which nobody can read on it.";

        foreach (var submit in card.OfType("Action.Submit"))
        {
            if (submit.Child("data")?.Text("verb") is not { } verb || !KnownVerbs.Contains(verb)) yield return "A submission says no known verb.";
        }
    }

    private static IEnumerable<string> Refresh(JsonElement card)
    {
        if (card.Child("refresh") is not { } refresh) yield break;
        if (refresh.Child("userIds") is not { ValueKind: JsonValueKind.Array }) yield return "Its refresh does not say for whom.";
        if (refresh.List("userIds").Count > 1) yield return "It refreshes for more than one person.";
        if (refresh.List("userIds").Any(id => id.GetString()?.StartsWith("29:", StringComparison.Ordinal) is not true)) yield return "It refreshes for somebody not named by MRI.";
        if (refresh.Child("action")?.Text("verb") != Verbs.View) yield return "Its refresh asks for something else than a view.";
        if (Over().IsMatch(card.Texts().FirstOrDefault(""))) yield return "It is over, and still refreshes.";
    }

    private static IEnumerable<string> Words(JsonElement card)
    {
        foreach (var block in card.OfType("TextBlock"))
        {
            var text = block.Text("text") ?? "";
            if (!block.Is("wrap")) yield return $"It does not wrap: {text}";
            if (Markup().IsMatch(MentionTag().Replace(text, ""))) yield return $"A TextBlock holds markup, so maybe something typed: {text}";
        }

        foreach (var text in card.OfType("TextBlock").Select(block => block.Text("text") ?? "").Append(card.Text("fallbackText") ?? "").Where(text => IllTold().IsMatch(text))) yield return $"A time is not as GOV.UK writes it: {text}";
        foreach (var text in card.Strings().Where(text => text.EnumerateRunes().Any(IsUnseen))) yield return $"It holds characters nobody sees: {text}";
    }

    private static IEnumerable<string> Mentions(JsonElement card)
    {
        var tags = card.OfType("TextBlock").SelectMany(block => MentionTag().Matches(block.Text("text") ?? "")).Select(tag => tag.Value).Distinct();
        var entities = card.Child("msteams")?.List("entities").Select(entity => entity.Text("text")).OfType<string>().Distinct() ?? [];
        if (!tags.Order().SequenceEqual(entities.Order())) yield return "The people mentioned are not those it names.";
    }

    private static IEnumerable<string> Sentences(string text) => text.Split('.', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsUnseen(Rune rune) => rune.Value != '\n' && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex IsUtc();

    [GeneratedRegex(@"[*_\[\]`#<>~\\|]|^\s*(-|\+|\d+\.)\s", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Markup();

    /// <summary>10:42am, 3pm, midday; not 10:42, 10:42 am, 10:42AM, 3:00pm, 03:15pm, 12pm.</summary>
    [GeneratedRegex(@"(?<![:\d])\d{1,2}:\d\d(:\d\d)?(?!am|pm|[:\d])|\d (am|pm|AM|PM|a\.m|p\.m)|(?<!:\d\d):00(am|pm)|(?<![:\d])(0\d:\d\d|12(am|pm))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IllTold();

    [GeneratedRegex("<at>[^<>]+</at>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex MentionTag();

    [GeneratedRegex("^(Authority ended|Handoff ended|Handoff withdrawn|Treat the authority as ended|This service can no longer)|: ended at", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Over();
}
