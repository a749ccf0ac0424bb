using Xunit;

namespace VstrsBot.Tests.Crashes;

/// <summary>The same journey when nothing goes wrong, played once on each store.</summary>
public sealed class CrashReference : IAsyncLifetime
{
    internal IReadOnlyList<CrashPath> Paths { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var stores = new[] { StoreKind.Embedded, StoreKind.Tables };
        await using var together = new Lockstep(stores.Length);
        Paths = await Task.WhenAll(stores.Select(store => PlayAsync(store, together)));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<CrashPath> PlayAsync(StoreKind store, Lockstep together)
    {
        var path = new CrashPath(store);
        await using var desk = await CrashDesk.OpenAsync(store, together);
        var journey = new CrashJourney(desk);
        foreach (var step in CrashStep.GoldenPath)
        {
            path.Operations[step.Name] = await journey.StepAsync(step, position: null);
            path.CardsAfter[step.Name] = (await journey.ViewAfterAsync(step)).Cards;
        }

        await journey.CheckAsync();
        return path;
    }
}

/// <summary>The golden path on a store: how many writes and sends each step has, and what the cards say after it.</summary>
internal sealed record CrashPath(StoreKind Store)
{
    public Dictionary<string, int> Operations { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, IReadOnlyDictionary<string, string>> CardsAfter { get; } = new(StringComparer.Ordinal);

    /// <summary>A place in a step for each of eleven points: the first before its first write, the last after its last.</summary>
    public int PositionOf(CrashStep step, int point, int points) => point * ((2 * Operations[step.Name]) - 1) / (points - 1);
}
