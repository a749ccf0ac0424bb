using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Rules;

/// <summary>What must stay true of the code itself.</summary>
public sealed class NamesAndFilesTests
{
    private const int MostLines = 300;
    private static readonly string[] Made = ["bin", "obj", "node_modules", ".run", ".git"];

    [Theory]
    [InlineData(typeof(Handoff))]
    [InlineData(typeof(HandoffEvent))]
    public void Everything_that_is_stored_has_a_name_in_JSON(Type family)
    {
        var named = family.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(known => known.DerivedType);
        var concrete = family.Assembly.GetTypes().Where(type => family.IsAssignableFrom(type) && !type.IsAbstract && type != typeof(NotPosted));
        Assert.Empty(concrete.Except(named).Select(type => type.Name));
    }

    [Fact]
    public void Names_in_JSON_are_given_once() => Assert.Empty(new[] { typeof(Handoff), typeof(HandoffEvent) }
        .SelectMany(family => family.GetCustomAttributes<JsonDerivedTypeAttribute>().GroupBy(known => known.TypeDiscriminator).Where(name => name.Count() > 1))
        .Select(name => name.Key));

    [Fact]
    public void The_cards_list_the_reasons_of_an_end_in_the_order_of_the_core() => Assert.Equal(
        Enum.GetNames<EndReason>().Select(Plain),
        Enum.GetNames<VstrsBot.Cards.Views.EndReason>().Select(Plain));

    [Fact]
    public void No_source_file_passes_three_hundred_lines() => Assert.Empty(Sources()
        .Select(file => (Name: Path.GetRelativePath(Root(), file), Lines: File.ReadLines(file).Count()))
        .Where(file => file.Lines > MostLines)
        .Select(file => $"{file.Name}: {file.Lines} lines"));

    [Fact]
    public void Nothing_is_left_for_later_and_no_test_is_skipped()
    {
        string[] leftovers = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "Skip" + " = ", "Thread" + ".Sleep"];
        Assert.Empty(Sources().SelectMany(file => File.ReadLines(file).Where(line => leftovers.Any(word => line.Contains(word, StringComparison.Ordinal))).Select(line => $"{Path.GetFileName(file)}: {line.Trim()}")));
    }

    private static string Plain(string name) => name.Replace("EndedBy", "", StringComparison.Ordinal).Replace("OffTheRegister", "OffRegister", StringComparison.Ordinal);

    internal static IEnumerable<string> Sources() => Directory.EnumerateFiles(Root(), "*.*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".cs" or ".mjs" or ".js" or ".html" or ".css" or ".bicep")
        .Where(file => !Path.GetRelativePath(Root(), file).Split(Path.DirectorySeparatorChar).Any(Made.Contains));

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
