using System.Text.RegularExpressions;
using VstrsBot.Cards;
using VstrsBot.Handoffs;

namespace VstrsBot.Handlers;

/// <summary>A typed command about a handoff.</summary>
/// <param name="Verb">The button it stands for.</param>
/// <param name="Surface">The card that answers it, or <see cref="Own"/>.</param>
/// <param name="More">Something was typed after the number. What it was is not kept.</param>
internal sealed partial record TypedCommand(string Verb, string Surface, HandoffId Handoff, bool More)
{
    /// <summary>Whichever card of the handoff is theirs: the adviser's, the specialist's or a lead's.</summary>
    public const string Own = "own";

    /// <summary>The card whose button shows the details, or for the adviser the form.</summary>
    public const string Details = "details or form";

    private static readonly Dictionary<string, (string Verb, string Surface)> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["accept"] = (Verbs.Accept, Surfaces.Ping),
        ["decline"] = (Verbs.Decline, Surfaces.Ping),
        ["give back"] = (Verbs.GiveBack, Surfaces.Authority),
        ["sees"] = (Verbs.View, Surfaces.Authority),
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
        ["fresh"] = (Verbs.View, Surfaces.Adviser),
        ["call back"] = (Verbs.View, Surfaces.Adviser),
        ["move"] = (Verbs.View, Surfaces.Lead),
    };

    public static TypedCommand? Read(string text)
    {
        var match = Shape().Match(text);
        return match.Success && Words.TryGetValue(Spaces().Replace(match.Groups["words"].Value, " "), out var meaning) && HandoffId.TryParse(match.Groups["number"].Value, out var id)
            ? new TypedCommand(meaning.Verb, meaning.Surface, id, match.Groups["more"].Length > 0)
            : null;
    }

    [GeneratedRegex(@"^(?<words>[a-z]+(\s+[a-z]+){0,2}?)\s+(?<number>[a-z0-9]{4})(\s+(?<more>.+))?$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Shape();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Spaces();
}
