using System.Text.Json.Nodes;
using System.Xml;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Infra;

/// <summary>Every rule of infra/alerts.json, which is held to the bot's metrics elsewhere, becomes an alert in Azure that tells somebody.</summary>
public sealed class AlertTests
{
    private const string Metric = "Microsoft.Insights/metricAlerts";
    private const string Log = "Microsoft.Insights/scheduledQueryRules";

    private static readonly IReadOnlyList<JsonNode> Rules = [.. JsonNode.Parse(File.ReadAllText(Repository.File("infra/alerts.json")))!.AsArray().Select(rule => rule!)];

    [Fact]
    public async Task Every_rule_is_an_alert_of_its_severity_that_says_what_to_do()
    {
        var made = (await AlertsAsync()).ToDictionary(alert => (string)alert["name"]!, alert => alert["properties"]!);
        Assert.All(Rules, rule =>
        {
            var alert = made[$"vstrs-{rule["name"]}"];
            Assert.Equal($"{rule["says"]} {rule["do"]}", (string?)alert["description"]);
            Assert.Equal((int)rule["severity"]!, (int)alert["severity"]!);
        });
        Assert.Equal(Rules.Count + 3, made.Count); // and what the platform measures
    }

    [Theory]
    [InlineData("prod")]
    [InlineData("dev")]
    public async Task Every_alert_is_on_and_tells_somebody_and_says_what_to_do(string parameters)
    {
        var made = await Bicep.SnapshotAsync(parameters);
        Assert.NotEmpty(made.Properties("Microsoft.Insights/actionGroups")["emailReceivers"]!.AsArray());
        Assert.All(made.Of(Metric).Concat(made.Of(Log)).Select(alert => alert["properties"]!), alert =>
        {
            Assert.True((bool)alert["enabled"]!);
            Assert.Contains("-told", alert["actions"]!.ToJsonString(), StringComparison.Ordinal);
            Assert.True(((string)alert["description"]!).Split('.').Length >= 3, (string?)alert["description"]);
            Assert.Equal("PT1M", (string?)alert["evaluationFrequency"]);
        });
    }

    [Fact]
    public async Task A_rule_of_a_whole_metric_looks_at_that_metric_as_the_rule_says()
    {
        var made = (await Bicep.SnapshotAsync("prod")).Of(Metric).ToDictionary(alert => (string)alert["name"]!, alert => alert["properties"]!);
        foreach (var rule in Rules.Where(rule => rule["where"] is null && rule["whenMissing"] is null))
        {
            var alert = made[$"vstrs-{rule["name"]}"];
            var looks = alert["criteria"]!["allOf"]![0]!;
            Assert.Equal((string?)rule["metric"], (string?)looks["metricName"]);
            Assert.Equal((double)rule["threshold"]!, (double)looks["threshold"]!);
            Assert.Equal(rule["operator"]!.ToString() switch { ">" => "GreaterThan", "<" => "LessThan", "<=" => "LessThanOrEqual", _ => "" }, (string?)looks["operator"]);
            Assert.Equal(rule["aggregation"]!.ToString() switch { "max" => "Maximum", "min" => "Minimum", "sum" => "Total", "count" => "Count", _ => "" }, (string?)looks["timeAggregation"]);
            Assert.Equal(TimeSpan.FromMinutes((int)rule["windowMinutes"]!), XmlConvert.ToTimeSpan((string)alert["windowSize"]!));
            Assert.Contains((string)alert["windowSize"]!, (string[])["PT1M", "PT5M", "PT15M", "PT30M", "PT1H"]); // what Azure takes
            Assert.Contains("outputs.insightsId.value", alert["scopes"]![0]!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_rule_of_one_attribute_or_of_a_metric_that_does_not_come_asks_the_logs()
    {
        var made = (await Bicep.SnapshotAsync("prod")).Of(Log).ToDictionary(alert => (string)alert["name"]!, alert => alert["properties"]!["criteria"]!["allOf"]![0]!);
        Assert.Equal(Rules.Where(rule => rule["where"] is not null || rule["whenMissing"] is not null).Select(rule => $"vstrs-{rule["name"]}"), made.Keys);
        foreach (var rule in Rules.Where(rule => made.ContainsKey($"vstrs-{rule["name"]}")))
        {
            var looks = made[$"vstrs-{rule["name"]}"];
            Assert.Contains($"Name == \"{rule["metric"]}\" and TimeGenerated > ago({rule["windowMinutes"]}m)", (string?)looks["query"], StringComparison.Ordinal);
            foreach (var (attribute, value) in rule["where"]?.AsObject() ?? [])
                Assert.Contains($"tostring(Properties.{attribute}) == \"{value}\"", (string?)looks["query"], StringComparison.Ordinal);
            Assert.Equal(rule["whenMissing"] is null ? "Maximum" : "Count", (string?)looks["timeAggregation"]);
            Assert.Equal((double)rule["threshold"]!, (double)looks["threshold"]!);
        }
    }

    private static async Task<IEnumerable<JsonNode>> AlertsAsync()
    {
        var made = await Bicep.SnapshotAsync("prod");
        return made.Of(Metric).Concat(made.Of(Log));
    }
}
