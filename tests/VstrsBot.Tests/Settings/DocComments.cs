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
        var declared = new Regex($@"(record|class) {type}\b");
        var source = Sources.Single(declared.IsMatch);
        var record = declared.Match(source).Index;
        var parameter = Regex.Match(source[..record], $"""<param name="{setting.Name}">((?:(?!</param>).)*)</param>""", RegexOptions.Singleline | RegexOptions.RightToLeft);
        var comment = setting.DeclaringType.GetConstructor([]) is null
            ? parameter.Groups[1].Value
            : Regex.Match(source[record..], $@"((?:[ \t]*///[^\n]*\n)+)[ \t]*public [^\n]*\b{setting.Name} {{").Groups[1].Value;
        return Plain(comment);
    }

    private static string Plain(string comment)
    {
        var text = Marks().Replace(Reference().Replace(comment, match => match.Groups[1].Value.Split('.')[^1]), "");
        return Default().Replace(Spaces().Replace(text, " "), "").Trim().TrimEnd(';', ',');
    }

    [GeneratedRegex("""<see cref="([^"]*)"/>""")]
    private static partial Regex Reference();

    [GeneratedRegex("</?[a-z]+[^>]*>|///")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@" ?\bDefault\b.*?\.(?= |$)")]
    private static partial Regex Default();
}
