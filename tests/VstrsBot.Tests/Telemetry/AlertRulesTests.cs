using System.Diagnostics.Metrics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using VstrsBot.Handoffs;
using VstrsBot.Outbox;
using VstrsBot.Teams.Inbound;
using VstrsBot.Teams.Outbound;
using VstrsBot.Telemetry;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Telemetry;

/// <summary>infra/alerts.json: the rules that ship look at metrics that there are, and soon enough.</summary>
public sealed class AlertRulesTests
{
    private static readonly string[] Urgencies = Enum.GetNames<Urgency>();

    private static JsonElement.ArrayEnumerator Rules => JsonElement.Parse(File.ReadAllText(Repository.File("infra/alerts.json"))).EnumerateArray();

    [Fact]
    public void Every_rule_looks_at_a_metric_that_the_bot_has() =>
        Assert.Empty(Rules.Select(rule => Text(rule, "metric")).Except(Instruments()));

    [Fact]
    public void What_a_rule_narrows_to_is_a_value_of_that_attribute() => Assert.All(
        Rules.Where(rule => rule.TryGetProperty("where", out _)),
        rule => Assert.Contains(Text(rule.GetProperty("where"), "urgency"), Urgencies));

    [Fact]
    public void Every_rule_says_what_is_wrong_and_what_to_do_under_a_name_of_its_own()
    {
        Assert.All(Rules, rule => Assert.True(Text(rule, "says").EndsWith('.') && Text(rule, "do").EndsWith('.')));
        Assert.Equal(Rules.Count(), Rules.Select(rule => Text(rule, "name")).Distinct().Count());
        Assert.All(Rules, rule => Assert.Contains(Text(rule, "aggregation"), (string[])["max", "min", "sum", "count"]));
        Assert.All(Rules, rule => Assert.Contains(Text(rule, "operator"), (string[])[">", "<", "<="]));
        Assert.All(Rules, rule => Assert.InRange(rule.GetProperty("severity").GetInt32(), 0, 4));
    }

    [Fact]
    public void A_stalled_renewal_loop_is_seen_within_one_lease()
    {
        var rules = new HandoffRules();
        var stalled = Rules.Single(rule => Text(rule, "name") == "renewal-stalled");
        Assert.Equal(HeartbeatWatch.TooLong(rules).TotalSeconds, stalled.GetProperty("threshold").GetDouble());
        Assert.True(HeartbeatWatch.TooLong(rules) + Window(stalled) <= rules.Lease);
        var silent = Rules.Single(rule => Text(rule, "name") == "nothing-renews");
        Assert.Equal(("fires", rules.Lease), (Text(silent, "whenMissing"), Window(silent)));
    }

    [Fact]
    public void The_credential_is_warned_of_at_the_days_that_the_bot_warns_at() => Assert.Equal(
        CredentialExpiry.WarnsAt, Rules.Where(rule => Text(rule, "metric") == "teams.credential.days_left").Select(rule => rule.GetProperty("threshold").GetInt32()));

    private static TimeSpan Window(JsonElement rule) => TimeSpan.FromMinutes(rule.GetProperty("windowMinutes").GetInt32());

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static HashSet<string> Instruments()
    {
        HashSet<string> names = [];
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => names.Add(instrument.Name) };
        listener.Start();
        using var parts = new ServiceCollection().AddLogging()
            .AddVstrsBot(new BotSettings { Telemetry = new TelemetrySettings { OtlpEndpoint = "http://127.0.0.1:4318" } }, TestKeys.Desk)
            .AddSingleton<IHandoffStore>(new SimulatedStore())
            .BuildServiceProvider();
        foreach (var part in new[] { typeof(IDeskTally), typeof(RenewalMeter), typeof(OwedAges), typeof(CredentialWatch), typeof(TokenFailures), typeof(RefusalCounter) })
            parts.GetRequiredService(part);
        return names;
    }
}
