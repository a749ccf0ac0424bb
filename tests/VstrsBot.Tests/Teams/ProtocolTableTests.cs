using System.Reflection;
using Xunit;

namespace VstrsBot.Tests.Teams;

/// <summary>The table of what the door must withstand names tests that run, and every forgery has its line.</summary>
public sealed class ProtocolTableTests
{
    [Fact]
    public void Every_line_is_shown_by_something() => Assert.DoesNotContain(ProtocolTable.Lines, line => line.Forgeries.Count == 0 && line.Tests.Count == 0);

    [Fact]
    public void No_line_stands_twice() => Assert.Distinct(ProtocolTable.Lines.Select(line => line.What));

    [Fact]
    public void Every_test_of_the_table_runs()
    {
        foreach (var (line, (where, named)) in ProtocolTable.Lines.SelectMany(line => line.Tests.Select(test => (line.What, test))))
        {
            var tests = where.GetMethods().Where(method => named is null || method.Name == named).Select(method => method.GetCustomAttribute<FactAttribute>()).OfType<FactAttribute>().ToList();
            Assert.True(tests is not [] && tests.TrueForAll(test => test is { Skip: null, Explicit: false }), $"{line}: {where.Name}.{named}");
        }
    }

    [Fact]
    public void The_forgeries_of_the_table_are_the_forgeries_that_are_tried() =>
        Assert.Equal(Forgeries.All.Keys.Order(StringComparer.Ordinal), ProtocolTable.Lines.SelectMany(line => line.Forgeries).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
