using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using VstrsBot.Tests.Teams;
using Xunit;

namespace VstrsBot.Tests.Rules;

/// <summary>PR3: a line of the log holds the fields of <see cref="LogFields"/> and nothing else. Every journey's log is looked at too.</summary>
public sealed partial class PR3_LogFieldsTests
{
    private static IEnumerable<MethodInfo> Messages => typeof(VstrsBot.Commands.BotHost).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(method => method.GetCustomAttribute<LoggerMessageAttribute>() is not null);

    public static TheoryData<string> Names => [.. Messages.Select(message => $"{message.DeclaringType!.DeclaringType!.Name}.{message.Name}")];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_message_takes_fields_of_the_list_alone(string name)
    {
        var message = Messages.Single(method => $"{method.DeclaringType!.DeclaringType!.Name}.{method.Name}" == name);
        var template = message.GetCustomAttribute<LoggerMessageAttribute>()!.Message;
        var fields = message.GetParameters().Where(parameter => parameter.ParameterType != typeof(ILogger)).ToList();

        Assert.All(fields, field => Assert.True(field.ParameterType == typeof(string) || field.ParameterType == typeof(int), $"{field.Name} is a {field.ParameterType.Name}"));
        Assert.All(fields, field => Assert.Contains(field.Name, LogFields.Allowed.Keys, StringComparer.OrdinalIgnoreCase));
        Assert.Equal(fields.Count, Field().Count(template));
    }

    [Fact]
    public void Nothing_is_logged_but_by_such_a_message()
    {
        var sources = NamesAndFilesTests.Sources().Where(path => path.Contains("/bot/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(sources);
        Assert.Empty(sources.Where(path => AnyLogCall().IsMatch(File.ReadAllText(path))));
    }

    [Theory]
    [InlineData("Handoff", "Tom Reed")]
    [InlineData("Status", "200 Tom")]
    [InlineData("Code", "Tom Reed")]
    [InlineData("Reason", "QX-42 7781")]
    [InlineData("Fault", "System.Exception: QX-42 7781")]
    [InlineData("Place", "   at VstrsBot.X()\nQX-42 7781")]
    [InlineData("Text", "help")]
    public void What_is_no_such_field_is_seen(string name, string value) => Assert.ThrowsAny<Exception>(() =>
        LogFields.Check([new LogLine("VstrsBot.X", LogLevel.Error, value, [new(name, value), new("{OriginalFormat}", "{X}")])]));

    [GeneratedRegex(@"\{[A-Z][A-Za-z]*\}")]
    private static partial Regex Field();

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)?\(")]
    private static partial Regex AnyLogCall();
}
