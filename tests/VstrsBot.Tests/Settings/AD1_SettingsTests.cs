using System.Text.RegularExpressions;
using VstrsBot.Handoffs;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Settings;

/// <summary>AD1: settings are checked at start; a bad one is named with its reason, and never with its value.</summary>
public sealed partial class AD1_SettingsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Names => [.. Breakages.Values.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_setting_that_is_broken_is_named_alone_with_a_reason_and_without_its_value(string name)
    {
        foreach (var value in Breakages.Values[name])
        {
            var faults = await Configured.FaultsAsync(production: true, [.. Breakages.Beside(name, folder.Path), (name, value)]);
            Assert.True(faults.Count > 0, $"{name} = '{value}' starts.");
            var at = IndexAtEnd().Replace(name, "");
            Assert.All(faults, fault => Assert.True(fault.Name == name || fault.Name == at, $"{name} = '{value}': {fault.Name} {fault.Reason}"));
            Assert.All(faults, fault => Assert.True(fault.Reason.Length > 5 && (value.Length < 5 || !fault.Reason.Contains(value, StringComparison.Ordinal) || name.EndsWith("File", StringComparison.Ordinal)), fault.Reason));
        }
    }

    [Fact]
    public void Every_setting_has_a_value_that_breaks_it()
    {
        var broken = Breakages.Values.Keys.Select(name => Place().Replace(name, ":N")).ToHashSet();
        Assert.DoesNotContain(EverySetting.All.Select(setting => setting.Name), name => !broken.Contains(name) && !broken.Contains($"{name}:N"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Good_settings_have_no_fault(bool production) => Assert.Empty(await Configured.FaultsAsync(production));

    [Fact]
    public async Task All_bad_settings_are_named_at_once() => Assert.Equal(
        ["Handoffs:Lease", "Teams:AppId", "Keys:Record", "Keys:WorkingData"],
        (await Configured.FaultsAsync(production: true, ("Handoffs:Lease", "long"), ("Teams:AppId", "x"), ("Keys:Record", "x"), ("Keys:WorkingData", null))).Select(fault => fault.Name));

    [Theory]
    [InlineData("Handoffs:Leese", "00:01:00")]
    [InlineData("Teams:Credential:Secret", "x")]
    [InlineData("Teams:Credential:ClientSecret:Value", "x")]
    [InlineData("Handoffs:Ladder:Rungs:0:Aks", "1")]
    [InlineData("Lists:Areas:first:Title", "x")]
    [InlineData("Teams:Credential", "ClientSecret")]
    [InlineData("Store:Path:0", "x")]
    public async Task A_name_that_is_no_setting_is_named(string name, string value)
    {
        var faults = await Configured.FaultsAsync(production: true, (name, value), ("Handoffs:Ladder:Rungs:0:After", "00:00:00"));
        Assert.True(faults.Count == 1 && name.StartsWith(faults[0].Name, StringComparison.Ordinal), string.Join("; ", faults));
    }

    [Fact]
    public async Task A_variable_that_has_the_name_of_a_section_by_chance_is_no_setting() =>
        Assert.Empty(await Configured.FaultsAsync(production: true, ("Channel", "stable"), ("Path", "/usr/bin")));

    [Fact]
    public async Task A_list_that_is_set_replaces_the_default_and_does_not_add_to_it()
    {
        var (settings, faults) = await Configured.ReadAsync(production: true, ("Lists:Areas:0:Title", "Court action"), ("Lists:Areas:0:Value", "courtAction"));
        Assert.Empty(faults);
        Assert.Equal("courtAction", Assert.Single(settings.Lists.Areas).Value);
    }

    [Fact]
    public async Task The_ladder_can_be_set()
    {
        var (settings, faults) = await Configured.ReadAsync(
            production: true,
            ("Handoffs:Ladder:Rungs:0:After", "00:00:00"), ("Handoffs:Ladder:Rungs:0:Ask", "2"),
            ("Handoffs:Ladder:Rungs:1:After", "00:00:30"), ("Handoffs:Ladder:Rungs:1:TellLead", "true"));
        Assert.Empty(faults);
        Assert.Equal([new LadderRung(TimeSpan.Zero, 2), new LadderRung(TimeSpan.FromSeconds(30), null, TellLead: true)], settings.Handoffs.Ladder.Rungs);
        Assert.Equal(Ladder.Default.ExhaustedAfter, settings.Handoffs.Ladder.ExhaustedAfter);
    }

    [Theory]
    [InlineData("Handoffs:Ladder:Rungs:0:Ask", "1", "Handoffs:Ladder:Rungs:0:After")]
    [InlineData("Lists:Areas:0:Title", "Court action", "Lists:Areas:0:Value")]
    public async Task A_part_that_is_missing_is_named(string set, string value, string missing) =>
        Assert.Contains(await Configured.FaultsAsync(production: true, (set, value)), fault => fault.Name == missing);

    [Fact]
    public async Task A_lease_of_seconds_is_for_trying_and_refused_in_Production()
    {
        (string, string?)[] seconds = [("Handoffs:Lease", "00:00:10"), ("Handoffs:RenewEvery", "00:00:02")];
        Assert.Empty(await Configured.FaultsAsync(production: false, seconds));
        Assert.Equal("Handoffs:Lease", Assert.Single(await Configured.FaultsAsync(production: true, seconds)).Name);
    }

    [Fact]
    public async Task Tables_open_by_identity_and_by_a_connection_string_only_outside_Production()
    {
        (string, string?)[] identity = [("Store:Kind", "tables"), ("Store:Endpoint", "https://desk.table.core.windows.net/")];
        Assert.Empty(await Configured.FaultsAsync(production: true, identity));
        Assert.Empty(await Configured.FaultsAsync(production: true, [.. identity, ("Store:ManagedIdentityClientId", "dddddddd-1111-4222-8333-444444444444")]));
        (string, string?)[] connection = [("Store:Kind", "Tables"), ("Store:ConnectionString", "UseDevelopmentStorage=true")];
        Assert.Empty(await Configured.FaultsAsync(production: false, connection));
        Assert.Equal("Store:ConnectionString", Assert.Single(await Configured.FaultsAsync(production: true, connection)).Name);
        Assert.Equal("Store:Endpoint", Assert.Single(await Configured.FaultsAsync(production: false, ("Store:Kind", "Tables"))).Name);
    }

    [Fact]
    public async Task A_certificate_that_opens_starts_and_without_its_password_does_not()
    {
        var path = ACertificate.In(folder.Path, "its password");
        (string, string?)[] set = [("Teams:Credential:Kind", "certificate"), ("Teams:Credential:CertificatePath", path)];
        Assert.Empty(await Configured.FaultsAsync(production: true, [.. set, ("Teams:Credential:CertificatePassword", "its password")]));
        Assert.Equal("Teams:Credential:CertificatePassword", Assert.Single(await Configured.FaultsAsync(production: true, set)).Name);
    }

    public void Dispose() => folder.Dispose();

    [GeneratedRegex(":[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();

    [GeneratedRegex(":[0-9]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IndexAtEnd();
}
