using VstrsBot.Handoffs;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Handoffs;

public sealed class CommandTests
{
    // Digested by the service before it is decided on.
    private static readonly Type[] NeverDecided = [typeof(CheckSeesIdHeard)];

    [Fact]
    public void Every_command_stands_in_the_tables() => Assert.Equal(
        typeof(HandoffCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(HandoffCommand)) && !t.IsAbstract).Except(NeverDecided).OrderBy(t => t.Name),
        HandoffSpecTable.CommandTypes.OrderBy(t => t.Name));
}
