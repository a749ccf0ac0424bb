using VstrsBot.Cards;
using VstrsBot.Handoffs;

namespace VstrsBot.Handlers;

/// <summary>A typed command about a handoff.</summary>
/// <param name="Verb">The button it stands for.</param>
/// <param name="Surface">The card that answers it, or <see cref="Own"/>.</param>
/// <param name="More">Something was typed after the number. What it was is not kept.</param>
internal sealed record TypedCommand(string Verb, string Surface, HandoffId Handoff, bool More)
{
    /// <summary>Whichever card of the handoff is theirs: the adviser's, the specialist's or a lead's.</summary>
    public const string Own = "own";

    /// <summary>The card whose button shows the details, or for the adviser the form.</summary>
    public const string Details = "details or form";

    private const string Sees = "sees";

    private static readonly Dictionary<string, (string Verb, string Surface)> Meanings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["accept"] = (Verbs.Accept, Surfaces.Ping),
        ["decline"] = (Verbs.Decline, Surfaces.Ping),
        ["give back"] = (Verbs.GiveBack, Surfaces.Authority),
        [Sees] = (Verbs.View, Surfaces.Authority),
        ["taken"] = (Verbs.TakeCall, Surfaces.Authority),
        ["check"] = (Verbs.CheckNow, Own),
        ["details"] = (Verbs.View, Details),
        ["note"] = (Verbs.View, Surfaces.WrapUp),
        ["still"] = (Verbs.StillOn, Own),
        ["left"] = (Verbs.Left, Surfaces.Adviser),
        ["end"] = (Verbs.EndCall, Own),
        ["withdraw"] = (Verbs.Withdraw, Surfaces.Adviser),
        ["posted in error"] = (Verbs.PostedInError, Surfaces.Adviser),
        ["someone else"] = (Verbs.SomeoneElse, Surfaces.Adviser),
        ["not satisfied"] = (Verbs.NotSatisfied, Surfaces.Authority),
        ["again"] = (Verbs.AskAgain, Surfaces.Adviser),

        // These need more than a number: they bring the card that asks for it.
        ["fresh"] = (Verbs.View, Surfaces.Adviser),
        ["call back"] = (Verbs.View, Surfaces.Adviser),
        ["move"] = (Verbs.View, Surfaces.Lead),
    };

    private static readonly string[] Fillers = ["handoff", "number"];

    /// <summary>A command and a handoff number, either first; null for anything else.</summary>
    public static TypedCommand? Read(string text)
    {
        var words = WordsOf(text);
        return VerbFirst(words) ?? NumberFirst(words);
    }

    /// <summary>A code typed to <c>sees</c> without a handoff number. It is not read: whoever typed it is told to delete it.</summary>
    public static bool IsCodeWithoutNumber(string text) =>
        WordsOf(text) is [var first, _, ..] && string.Equals(first, Sees, StringComparison.OrdinalIgnoreCase) && Read(text) is null;

    private static TypedCommand? VerbFirst(string[] words)
    {
        for (var count = Math.Min(3, words.Length - 1); count > 0; count--)
        {
            if (!Meanings.TryGetValue(string.Join(' ', words.Take(count)), out var meaning))
                continue;
            var rest = words.Skip(count).SkipWhile(word => Fillers.Contains(word, StringComparer.OrdinalIgnoreCase)).ToArray();
            return NumberAt(rest) is var (id, used) ? new TypedCommand(meaning.Verb, meaning.Surface, id, rest.Length > used) : null;
        }

        return null;
    }

    private static TypedCommand? NumberFirst(string[] words)
    {
        if (NumberAt(words) is not var (id, used))
            return null;
        for (var count = Math.Min(3, words.Length - used); count > 0; count--)
        {
            if (Meanings.TryGetValue(string.Join(' ', words.Skip(used).Take(count)), out var meaning))
                return new TypedCommand(meaning.Verb, meaning.Surface, id, words.Length > used + count);
        }

        return null;
    }

    /// <summary>The number these words begin with, whole or in two halves, and how many words it takes.</summary>
    private static (HandoffId Id, int Words)? NumberAt(string[] words) => words switch
    {
        [var whole, ..] when HandoffId.TryParse(whole, out var id) => (id, 1),
        [{ Length: 2 } half, { Length: 2 } other, ..] when HandoffId.TryParse(half + other, out var id) => (id, 2),
        _ => null,
    };

    private static string[] WordsOf(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', ':', ';', '!', '?', '"', '\'', '(', ')')).Where(word => word.Length > 0)];
}
