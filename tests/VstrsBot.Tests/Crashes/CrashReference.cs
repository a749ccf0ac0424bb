namespace VstrsBot.Tests.Crashes;

/// <summary>The same journey when nothing goes wrong: how many writes and sends each step has, and what the cards say after it.</summary>
internal sealed record CrashReference(IReadOnlyDictionary<string, int> Operations, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> CardsAfter)
{
    private static readonly Lazy<Task<CrashReference>> Played = new(PlayAsync);

    public static Task<CrashReference> GetAsync() => Played.Value;

    /// <summary>A place in a step for each of eleven points: the first before its first write, the last after its last.</summary>
    public int PositionOf(CrashStep step, int point, int points) => point * ((2 * Operations[step.Name]) - 1) / (points - 1);

    private static async Task<CrashReference> PlayAsync()
    {
        await using var desk = await CrashDesk.OpenAsync();
        var journey = new CrashJourney(desk);
        var operations = new Dictionary<string, int>(StringComparer.Ordinal);
        var cards = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var step in CrashStep.GoldenPath)
        {
            operations[step.Name] = await journey.StepAsync(step, position: null);
            cards[step.Name] = (await CrashView.OfAsync(desk)).Cards;
        }

        await journey.CheckAsync();
        return new CrashReference(operations, cards);
    }
}
