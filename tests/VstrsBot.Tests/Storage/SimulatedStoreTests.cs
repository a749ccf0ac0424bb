using VstrsBot.Handoffs;
using VstrsBot.Tests.Support;

namespace VstrsBot.Tests.Storage;

public sealed class SimulatedStoreTests : StoreSuite
{
    private readonly SimulatedStore rows = new();

    private protected override IHandoffStore Open() => rows.Reopened();
}
