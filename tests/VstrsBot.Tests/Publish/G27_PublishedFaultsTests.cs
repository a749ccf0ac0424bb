using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Publish;

/// <summary>
/// G27, for as long as the package source may not know: faults that were made public for packages that are taken here, and the first release
/// without each (<c>tests/audit/published.json</c>, by the GitHub advisory database). <c>./test --audit</c> asks for those not in it.
/// </summary>
public sealed class G27_PublishedFaultsTests
{
    /// <summary>Faults of SQLite itself, whatever the package around it is called: CVE-2025-6965 is mended in 3.50.2.</summary>
    private static readonly Version OldestSqlite = new(3, 50, 2);

    private static readonly PublishedFault[] Faults =
        JsonSerializer.Deserialize<PublishedFault[]>(File.ReadAllText(Repository.File("tests/audit/published.json")), JsonSerializerOptions.Web)!;

    private static readonly ILookup<string, string> Taken = (
        from file in Directory.EnumerateFiles(Repository.File("."), "packages.lock.json", SearchOption.AllDirectories)
        from framework in JsonNode.Parse(File.ReadAllText(file))!["dependencies"]!.AsObject()
        from package in framework.Value!.AsObject()
        where package.Value!["resolved"] is not null
        select (package.Key, Version: (string)package.Value["resolved"]!)).Distinct().ToLookup(taken => taken.Key, taken => taken.Version, StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void No_package_is_older_than_the_release_that_mended_it() => Assert.Empty(
        from fault in Faults
        from version in Taken[fault.Package]
        where Version.Parse(version.Split('-')[0]) < Version.Parse(fault.Mended)
        select $"{fault.Package} {version}: {fault.Fault}, mended in {fault.Mended}");

    [Fact]
    public void Each_of_them_is_a_package_that_is_taken() => Assert.All(Faults, fault => Assert.NotEmpty(Taken[fault.Package]));

    [Fact]
    public void The_store_is_of_an_SQLite_without_the_fault()
    {
        using var memory = new SqliteConnection("Data Source=:memory:");
        memory.Open();
        Assert.True(Version.Parse(memory.ServerVersion) >= OldestSqlite, memory.ServerVersion);
    }

    /// <param name="Mended">The first release without it.</param>
    private sealed record PublishedFault(string Package, string Fault, string Mended);
}
