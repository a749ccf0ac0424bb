namespace VstrsBot.Tests.Storage;

public sealed class TableUnclearAnswerTests : UnclearAnswerSuite
{
    private protected override UnclearStores Stores { get; } = UnclearStores.Tables();
}

public sealed class SqliteUnclearAnswerTests : UnclearAnswerSuite
{
    private protected override UnclearStores Stores { get; } = UnclearStores.Sqlite();
}

public sealed class SimulatedUnclearAnswerTests : UnclearAnswerSuite
{
    private protected override UnclearStores Stores { get; } = UnclearStores.Simulated();
}

public sealed class TableUnclearStepTests : UnclearStepSuite
{
    private protected override UnclearStores Stores { get; } = UnclearStores.Tables();
}

public sealed class SqliteUnclearStepTests : UnclearStepSuite
{
    private protected override UnclearStores Stores { get; } = UnclearStores.Sqlite();
}

public sealed class SimulatedUnclearStepTests : UnclearStepSuite
{
    private protected override UnclearStores Stores { get; } = UnclearStores.Simulated();
}
