using System.Collections;
using System.Reflection;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Storage;

/// <summary>G24: one compliance suite: the same cases on each store, 40 or more.</summary>
public sealed class G24_OneSuiteTests(ITestOutputHelper output)
{
    private static readonly string[] Stores = ["Sqlite", "Table", "Simulated"];

    public static TheoryData<Type> Suites => [typeof(StoreSuite), typeof(UnclearAnswerSuite), typeof(UnclearStepSuite)];

    [Theory, MemberData(nameof(Suites))]
    public void Each_suite_is_run_on_each_store(Type suite)
    {
        var run = typeof(G24_OneSuiteTests).Assembly.GetTypes().Where(type => type.BaseType == suite).Select(type => type.Name).ToList();
        Assert.Equal(Stores.Length, run.Count);
        Assert.All(Stores, store => Assert.Contains(run, name => name.StartsWith(store, StringComparison.Ordinal)));
        output.Measured("G24", $"{suite.Name}, {CasesOf(suite)} cases on each of {string.Join(", ", Stores)}.");
    }

    [Fact]
    public void There_are_forty_cases_or_more() => Assert.InRange(CasesOf(typeof(StoreSuite)), 40, int.MaxValue);

    private static int CasesOf(Type suite) => suite.GetMethods().Sum(method =>
        method.GetCustomAttribute<MemberDataAttribute>() is { } data ? ((IEnumerable)suite.GetProperty(data.MemberName)!.GetValue(null)!).Cast<object>().Count()
        : method.GetCustomAttribute<TheoryAttribute>() is not null ? method.GetCustomAttributes<InlineDataAttribute>().Count()
        : method.GetCustomAttribute<FactAttribute>() is not null ? 1 : 0);
}
