using VstrsBot.Tests.Crashes;
using Xunit;

namespace VstrsBot.Tests.Journeys.Resilience;

/// <summary>RE3, G7 on the embedded store. <c>./test --crash</c> runs it with more repeats.</summary>
public sealed class RE3_CrashMatrixEmbeddedTests(EmbeddedCrashReference reference, ITestOutputHelper output)
    : CrashMatrix(reference, output), IClassFixture<EmbeddedCrashReference>;

/// <summary>RE3, G7 on Azure Tables.</summary>
public sealed class RE3_CrashMatrixTablesTests(TablesCrashReference reference, ITestOutputHelper output)
    : CrashMatrix(reference, output), IClassFixture<TablesCrashReference>;
