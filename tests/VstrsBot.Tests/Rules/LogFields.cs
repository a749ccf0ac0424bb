using System.Globalization;
using System.Text.RegularExpressions;
using VstrsBot.Handoffs;
using VstrsBot.Tests.Teams;
using Xunit;

namespace VstrsBot.Tests.Rules;

/// <summary>The fields a line of the log may hold, and all that each may ever hold. Whoever adds a field adds it here.</summary>
internal static partial class LogFields
{
    public static readonly IReadOnlyDictionary<string, Func<string, bool>> Allowed = new Dictionary<string, Func<string, bool>>(StringComparer.Ordinal)
    {
        ["Handoff"] = text => HandoffId.TryParse(text, out _),
        ["Status"] = IsNumber,
        ["Seconds"] = IsNumber,
        ["Days"] = IsNumber,
        ["Count"] = IsNumber,
        ["Code"] = text => text.Length <= 64 && Word().IsMatch(text),
        ["Reason"] = text => Word().IsMatch(text),
        ["Fault"] = text => TypeName().IsMatch(text),
        ["Place"] = text => text.Split('\n').All(line => StackLine().IsMatch(line.TrimEnd('\r'))),
    };

    /// <summary>Looked at after every journey, whatever was typed and pressed in it.</summary>
    public static void Check(IEnumerable<LogLine> lines)
    {
        foreach (var line in lines)
        {
            Assert.Contains(line.Fields, field => field.Key == "{OriginalFormat}");
            foreach (var (name, value) in line.Fields.Where(field => field.Key != "{OriginalFormat}"))
            {
                var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
                Assert.True(Allowed.TryGetValue(name, out var may) && may(text), $"{name} = {text}");
            }
        }
    }

    private static bool IsNumber(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    [GeneratedRegex("^[A-Za-z0-9]+$")]
    private static partial Regex Word();

    [GeneratedRegex(@"^[A-Za-z0-9_.+`\[\],]+$")]
    private static partial Regex TypeName();

    [GeneratedRegex("^(   at [^\\n]+|--- End of [a-z ]+ ---)$")]
    private static partial Regex StackLine();
}
