using Xunit;

namespace VstrsBot.Tests.Telemetry;

/// <summary>Meters are heard by their names in the whole process: what counts to the last number runs while no other desk does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
