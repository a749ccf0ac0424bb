using System.Reflection;
using Microsoft.Extensions.Logging;
using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Rules;

/// <summary>PR3: what the product logs is a list of fields. None of them can hold what somebody typed, a name or an id of a person.</summary>
public sealed class LogFieldsTests
{
    /// <summary>Handoff: its number. Code and Reason: one word of a list or of Teams. Fault: the name of a type or of an error. Place: a stack of the code.</summary>
    internal static readonly string[] Allowed = ["Handoff", "Status", "Code", "Reason", "Fault", "Place", "Count", "Days", "Seconds"];

    private static readonly Type[] Kinds = [typeof(string), typeof(int), typeof(long)];

    private static IEnumerable<MethodInfo> Lines => typeof(HandoffDecider).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Where(method => method.GetCustomAttribute<LoggerMessageAttribute>() is not null);

    [Fact]
    public void Only_fields_on_the_list_are_logged() => Assert.Empty(Lines
        .SelectMany(line => line.GetParameters().Skip(1).Select(field => (Line: $"{line.DeclaringType!.DeclaringType!.Name}.{line.Name}", field.Name, field.ParameterType)))
        .Where(field => !Allowed.Contains(field.Name, StringComparer.OrdinalIgnoreCase) || !Kinds.Contains(Nullable.GetUnderlyingType(field.ParameterType) ?? field.ParameterType))
        .Select(field => $"{field.Line}: {field.Name}"));

    [Fact]
    public void The_product_logs_in_no_other_way()
    {
        string[] others = [".LogInformation(", ".LogWarning(", ".LogError(", ".LogDebug(", ".LogTrace(", ".LogCritical(", ".BeginScope("];
        Assert.Empty(Directory.EnumerateFiles(Support.Repository.File("bot"), "*.cs", SearchOption.AllDirectories)
            .Where(file => others.Any(call => File.ReadAllText(file).Contains(call, StringComparison.Ordinal)))
            .Select(Path.GetFileName));
        Assert.True(Lines.Count() > 10);
    }
}
