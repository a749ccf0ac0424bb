using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>What became of asking someone.</summary>
public enum AskResult
{
    Asked,
    Declined,
    NoAnswer,
    GaveBack,
    NoAttempt,
    SomeoneElse,
}

/// <summary>One line of the adviser's list of who was asked.</summary>
public sealed record AskLine(string Who, AskResult Result, UkTime At)
{
    // As many as a phone shows without scrolling away from the buttons; the record has them all.
    private const int MostLines = 10;

    private string Sentence => Result switch
    {
        AskResult.Asked => $"{Who} asked at {At.Time}.",
        AskResult.Declined => $"{Who} cannot take it, {At.Time}.",
        AskResult.NoAnswer => $"{Who} has not answered, {At.Time}.",
        AskResult.GaveBack => $"{Who} gave it back at {At.Time}.",
        AskResult.NoAttempt => $"{Who} accepted but did not go on, {At.Time}.",
        _ => $"{Who}: you asked for someone else at {At.Time}.",
    };

    internal static IEnumerable<CardElement> Draw(IReadOnlyList<AskLine> lines)
    {
        if (lines.Count > MostLines) yield return new TextBlock($"{lines.Count - MostLines} earlier lines are not shown.");
        foreach (var line in lines.TakeLast(MostLines)) yield return new PlainText(line.Sentence);
    }
}

/// <summary>Whom the ladder asks next.</summary>
public sealed record NextAsk(int People, UkTime At)
{
    internal string Sentence => People == 1
        ? $"If no answer, 1 more person is asked at {At.Time}."
        : $"If no answer, {People} more people are asked at {At.Time}.";
}
