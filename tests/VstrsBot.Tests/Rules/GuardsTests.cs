using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Rules;

/// <summary><c>./test --long</c> takes each guard of the code out in turn: one that was moved or reworded must not be lost to it.</summary>
public sealed class GuardsTests
{
    [Fact]
    public async Task Each_guard_that_is_taken_out_in_turn_stands_where_it_is_looked_for()
    {
        var found = await Programs.RunAsync("node", ["tests/guards/guards.mjs", "--find"], Repository.Root, TestContext.Current.CancellationToken);

        Assert.True(found.Exit == 0, found.Said);
        Assert.Contains("guards found", found.Output, StringComparison.Ordinal);
    }
}
