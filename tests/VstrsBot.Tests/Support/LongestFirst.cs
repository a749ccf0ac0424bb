using VstrsBot.Tests.Browser;
using VstrsBot.Tests.Journeys.Resilience;
using VstrsBot.Tests.Processes;
using VstrsBot.Tests.Simulation;
using VstrsBot.Tests.Support;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace VstrsBot.Tests.Support;

/// <summary>What takes minutes one step after another starts first, so that no core is idle at the end while it goes on alone.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] First =
    [
        nameof(RE3_CrashMatrixTests),
        nameof(Chromium),
        nameof(RE8_SuspendedTests),
        nameof(EmbeddedStoreTests),
        nameof(SimulationTests),
        nameof(TwoProcessesTests),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : notnull, ITestCollection =>
        [.. testCollections.OrderBy(Place).ThenBy(collection => collection.UniqueID, StringComparer.Ordinal)];

    private static int Place<TTestCollection>(TTestCollection collection)
        where TTestCollection : notnull, ITestCollection
    {
        var place = Array.FindIndex(First, name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal));
        return place < 0 ? First.Length : place;
    }
}
