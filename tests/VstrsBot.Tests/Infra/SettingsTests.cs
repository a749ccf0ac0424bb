using System.Collections;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace VstrsBot.Tests.Infra;

/// <summary>What the templates set is what the bot reads.</summary>
public sealed class SettingsTests
{
    /// <summary>Read by the platform or by ASP.NET Core.</summary>
    private static readonly string[] Platform =
        ["ASPNETCORE_ENVIRONMENT", "WEBSITE_RUN_FROM_PACKAGE", "WEBSITES_CONTAINER_STOP_TIME_LIMIT", "WEBSITE_HEALTHCHECK_MAXPINGFAILURES"];

    [Theory]
    [InlineData("prod")]
    [InlineData("dev")]
    public async Task Every_setting_is_one_the_bot_has(string parameters) => Assert.Empty(
        (await BotsAsync(parameters)).Keys.Where(name => !Exists(typeof(BotSettings), name.Split("__"))));

    [Theory]
    [InlineData("prod")]
    [InlineData("dev")]
    public async Task A_bot_in_Production_starts_with_them(string parameters)
    {
        var given = (await BotsAsync(parameters)).Select(setting => KeyValuePair.Create<string, string?>(setting.Key.Replace("__", ":", StringComparison.Ordinal), Known(setting.Value)));
        var settings = BotSettings.From(new ConfigurationBuilder().AddInMemoryCollection(given).Build());
        Assert.Empty(settings.Faults(production: true).Select(fault => $"{fault.Name} {fault.Reason}"));
        Assert.Equal(Bicep.AppId, settings.Teams.AppId);
        Assert.Equal(Bicep.TenantId, settings.Teams.TenantId);
    }

    [Theory]
    [InlineData("Teams__AppId", true)]
    [InlineData("Teams__Credential__Kind", true)]
    [InlineData("Teams__Appid2", false)]
    [InlineData("Tems__AppId", false)]
    [InlineData("Teams__AppId__Value", false)]
    public void The_check_of_names_sees_a_wrong_one(string name, bool exists) => Assert.Equal(exists, Exists(typeof(BotSettings), name.Split("__")));

    private static async Task<Dictionary<string, string>> BotsAsync(string parameters)
    {
        var all = (await Bicep.SnapshotAsync(parameters)).AppSettings();
        Assert.Superset(Platform.ToHashSet(), all.Keys.ToHashSet());
        return all.Where(setting => !Platform.Contains(setting.Key)).ToDictionary(StringComparer.Ordinal);
    }

    private static bool Exists(Type section, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
            return section == typeof(string) || section.IsValueType || typeof(IEnumerable).IsAssignableFrom(section);
        var next = section.GetProperty(path[0], BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase);
        return next is not null && section.Namespace?.StartsWith("VstrsBot", StringComparison.Ordinal) == true && Exists(Nullable.GetUnderlyingType(next.PropertyType) ?? next.PropertyType, path[1..]);
    }

    /// <summary>What Azure would put in the place of an expression: told by the output that it asks for.</summary>
    private static string Known(string value) => !value.StartsWith('[') ? value : value[(value.LastIndexOf(".outputs.", StringComparison.Ordinal) + 9)..].Split('.')[0] switch
    {
        "clientId" => "33333333-3333-4444-8555-666666666666",
        "tableEndpoint" => "https://vstrs.table.example",
        "tableName" => "vstrsbot",
        "vaultUri" => "https://vstrs.vault.example/",
        var other => throw new ArgumentException($"An output that nobody gives: {other}", nameof(value)),
    };
}
