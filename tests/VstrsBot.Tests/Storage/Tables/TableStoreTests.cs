using VstrsBot.Handoffs;
using VstrsBot.Storage.Tables;
using VstrsBot.Tests.Support;

namespace VstrsBot.Tests.Storage.Tables;

public sealed class TableStoreTests : StoreSuite
{
    private readonly StoreSettings settings = Azurite.NewTable();

    private protected override IHandoffStore Open() => TableStore.Open(settings, TimeProvider.System);
}
