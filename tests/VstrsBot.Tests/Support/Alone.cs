using Xunit;

namespace VstrsBot.Tests.Support;

/// <summary>
/// What runs after all else, one class at a time. Meters are heard by their names in the whole process, so what counts them to the last number runs while
/// no other desk does; and how long ten thousand handoffs take means something only when both cores are theirs.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
