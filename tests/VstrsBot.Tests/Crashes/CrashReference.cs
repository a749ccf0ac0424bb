using Xunit;

namespace VstrsBot.Tests.Crashes;

/// <summary>The same journey when nothing goes wrong, played once for a store: how many writes and sends each step has, and what the cards say after it.</summary>
public abstract class CrashReference : IAsyncLifetime
{
    private readonly Dictionary<string, int> operations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> cards = new(StringComparer.Ordinal);

    internal abstract StoreKind Store { get; }

    internal IReadOnlyDictionary<string, int> Operations => operations;

    internal IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> CardsAfter => cards;

    /// <summary>A place in a step for each of eleven points: the first before its first write, the last after its last.</summary>
    internal int PositionOf(CrashStep step, int point, int points) => point * ((2 * Operations[step.Name]) - 1) / (points - 1);

    public async ValueTask InitializeAsync()
    {
        await using var alone = new Lockstep(journeys: 1);
        await using var desk = await CrashDesk.OpenAsync(Store, alone);
        var journey = new CrashJourney(desk);
        foreach (var step in CrashStep.GoldenPath)
        {
            operations[step.Name] = await journey.StepAsync(step, position: null);
            cards[step.Name] = (await journey.ViewAfterAsync(step)).Cards;
        }

        await journey.CheckAsync();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

/// <summary>On the embedded store.</summary>
public sealed class EmbeddedCrashReference : CrashReference
{
    internal override StoreKind Store => StoreKind.Embedded;
}

/// <summary>On Azure Tables.</summary>
public sealed class TablesCrashReference : CrashReference
{
    internal override StoreKind Store => StoreKind.Tables;
}
