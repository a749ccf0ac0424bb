using System.Reflection;
using System.Text.RegularExpressions;
using VstrsBot.Tests.Support;

namespace VstrsBot.Tests.Settings;

/// <summary>What the doc comments of the source say of a setting.</summary>
internal static partial class DocComments
{
    private static readonly string[] Sources =
        [.. new[] { "bot", "cards" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)).Select(File.ReadAllText)];

    /// <summary>In one line, without what it says of the default: that is read from the code itself.</summary>
    public static string Of(PropertyInfo setting)
    {
        var type = setting.DeclaringType!.Name;
        var source = Sources.Single(text => DeclarationOf(text, type) >= 0);
        var declared = DeclarationOf(source, type);
        return Plain(setting.DeclaringType.GetConstructor([]) is null ? OfParameter(source[..declared], setting.Name) : OfProperty(source[declared..], setting.Name));
    }

    private static int DeclarationOf(string source, string type) =>
        new[] { "record", "class" }.Max(kind => new[] { '\n', '(', ' ' }.Max(next => source.IndexOf($"{kind} {type}{next}", StringComparison.Ordinal)));

    private static string OfParameter(string before, string name)
    {
        var mark = $"<param name=\"{name}\">";
        var start = before.LastIndexOf(mark, StringComparison.Ordinal);
        return start < 0 ? "" : before[(start + mark.Length)..before.IndexOf("</param>", start, StringComparison.Ordinal)];
    }

    /// <summary>The comment lines right above the property.</summary>
    private static string OfProperty(string source, string name)
    {
        var above = source[..source.IndexOf($" {name} {{", StringComparison.Ordinal)].Split('\n')[..^1];
        return string.Join('\n', above.Reverse().TakeWhile(line => line.TrimStart().StartsWith("///", StringComparison.Ordinal)).Reverse());
    }

    private static string Plain(string comment)
    {
        var text = Marks().Replace(Reference().Replace(comment, match => match.Groups["name"].Value.Split('.')[^1]), "");
        return Default().Replace(Spaces().Replace(text, " "), "").Trim().TrimEnd(';', ',');
    }

    [GeneratedRegex("""<see cref="(?<name>[^"]*)"/>""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();

    [GeneratedRegex("</?[a-z]+[^>]*>|///", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@" ?\bDefault\b.*?\.(?= |$)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Default();
}
