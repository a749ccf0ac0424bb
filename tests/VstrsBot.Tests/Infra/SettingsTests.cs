using Microsoft.Extensions.Configuration;
using VstrsBot.Commands;
using VstrsBot.Tests.Settings;
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
        (await BotsAsync(parameters)).Keys.Select(NameOf).Except(EverySetting.All.Select(setting => setting.Name)));

    [Theory]
    [InlineData("prod")]
    [InlineData("dev")]
    public async Task A_bot_in_Production_starts_with_them(string parameters)
    {
        var given = (await BotsAsync(parameters)).Select(setting => KeyValuePair.Create<string, string?>(NameOf(setting.Key), Known(setting.Value)));
        var (settings, faults) = await Opened.ReadAsync(new ConfigurationBuilder().AddInMemoryCollection(given).Build(), production: true, TestContext.Current.CancellationToken);
        Assert.Empty(faults);
        Assert.Equal(Bicep.AppId, settings.Teams.AppId);
        Assert.Equal(Bicep.TenantId, settings.Teams.TenantId);
    }

    private static async Task<Dictionary<string, string>> BotsAsync(string parameters)
    {
        var all = (await Bicep.SnapshotAsync(parameters)).AppSettings();
        Assert.Superset(Platform.ToHashSet(), all.Keys.ToHashSet());
        return all.Where(setting => !Platform.Contains(setting.Key)).ToDictionary(StringComparer.Ordinal);
    }

    private static string NameOf(string inTheEnvironment) => inTheEnvironment.Replace("__", ":", StringComparison.Ordinal);

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
