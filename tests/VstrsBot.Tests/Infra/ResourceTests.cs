using System.Text.Json.Nodes;
using Xunit;

namespace VstrsBot.Tests.Infra;

/// <summary>What a deployment makes, as predicted from the templates and their parameters.</summary>
public sealed class ResourceTests
{
    private const string TableDataContributor = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";
    private const string KeyVaultSecretsUser = "4633458b-17de-408a-b874-0445c86b69e6";

    [Theory]
    [InlineData("prod", 2, true)]
    [InlineData("dev", 1, false)]
    public async Task As_many_instances_serve_as_asked_and_never_sleep(string parameters, int instances, bool zones)
    {
        var made = await Bicep.SnapshotAsync(parameters);
        Assert.Equal(instances, (int)made.One("Microsoft.Web/serverfarms")["sku"]!["capacity"]!);
        Assert.Equal(zones, (bool)made.Properties("Microsoft.Web/serverfarms")["zoneRedundant"]!);
        Assert.True((bool)made.Properties("Microsoft.Web/serverfarms")["reserved"]!); // Linux
        Assert.True((bool)Site(made)["alwaysOn"]!);
    }

    [Fact]
    public async Task The_web_app_is_Linux_and_NET_10_speaks_https_alone_and_is_asked_whether_it_is_ready()
    {
        var made = await Bicep.SnapshotAsync("prod");
        var site = made.Properties("Microsoft.Web/sites");
        Assert.Equal("app,linux", (string?)made.One("Microsoft.Web/sites")["kind"]);
        Assert.Equal("DOTNETCORE|10.0", (string?)Site(made)["linuxFxVersion"]);
        Assert.Equal("/readyz", (string?)Site(made)["healthCheckPath"]);
        Assert.Equal("Disabled", (string?)Site(made)["ftpsState"]);
        Assert.Equal("1.2", (string?)Site(made)["minTlsVersion"]);
        Assert.True((bool)site["httpsOnly"]!);
        Assert.False((bool)site["clientAffinityEnabled"]!);
        Assert.All(made.Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies"), policy => Assert.False((bool)policy["properties"]!["allow"]!));
        Assert.Equal(2, made.Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies").Count());
    }

    [Fact]
    public async Task The_bot_is_of_one_tenant_and_has_Teams()
    {
        var made = await Bicep.SnapshotAsync("prod");
        var bot = made.Properties("Microsoft.BotService/botServices");
        Assert.Equal(("SingleTenant", Bicep.TenantId, Bicep.AppId), ((string?)bot["msaAppType"], (string?)bot["msaAppTenantId"], (string?)bot["msaAppId"]));
        Assert.True((bool)bot["disableLocalAuth"]!);
        Assert.Contains("/api/messages", (string?)bot["endpoint"], StringComparison.Ordinal);
        Assert.Equal("MsTeamsChannel", (string?)made.Properties("Microsoft.BotService/botServices/channels")["channelName"]);
    }

    [Fact]
    public async Task No_shared_key_opens_the_table_and_the_identity_may_write_that_table_alone()
    {
        var made = await Bicep.SnapshotAsync("prod");
        var account = made.Properties("Microsoft.Storage/storageAccounts");
        Assert.False((bool)account["allowSharedKeyAccess"]!);
        Assert.False((bool)account["allowBlobPublicAccess"]!);
        Assert.True((bool)account["supportsHttpsTrafficOnly"]!);
        Assert.Single(RolesOf(made), role => role.Contains(TableDataContributor, StringComparison.Ordinal) && role.Contains("/tables/vstrsbot", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_keys_are_in_a_vault_by_roles_that_cannot_be_purged_and_the_identity_may_read_them()
    {
        var made = await Bicep.SnapshotAsync("prod");
        var vault = made.Properties("Microsoft.KeyVault/vaults");
        Assert.True((bool)vault["enableRbacAuthorization"]! && (bool)vault["enablePurgeProtection"]! && (bool)vault["enableSoftDelete"]!);
        Assert.Single(RolesOf(made), role => role.Contains(KeyVaultSecretsUser, StringComparison.Ordinal) && role.Contains("/vaults/", StringComparison.Ordinal));
        Assert.Equal(2, RolesOf(made).Count()); // no other right anywhere
        Assert.Empty(made.Of("Microsoft.KeyVault/vaults/secrets"));
    }

    [Theory]
    [InlineData(false, "Enabled", "Allow", 0)]
    [InlineData(true, "Disabled", "Deny", 2)]
    public async Task With_a_private_network_table_and_keys_are_reached_from_it_alone(bool privateNetwork, string access, string otherwise, int endpoints)
    {
        var made = await Bicep.SnapshotAsync("prod", privateNetwork);
        foreach (var type in (string[])["Microsoft.Storage/storageAccounts", "Microsoft.KeyVault/vaults"])
        {
            Assert.Equal(access, (string?)made.Properties(type)["publicNetworkAccess"]);
            Assert.Equal(otherwise, (string?)made.Properties(type)["networkAcls"]!["defaultAction"]);
        }

        Assert.Equal(endpoints, made.Of("Microsoft.Network/privateEndpoints").Count());
        Assert.Equal(endpoints, made.Of("Microsoft.Network/privateDnsZones/virtualNetworkLinks").Count());
        Assert.Equal(endpoints, made.Of("Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Count());
        var subnet = (string?)made.Properties("Microsoft.Web/sites")["virtualNetworkSubnetId"];
        Assert.Equal(privateNetwork, subnet?.Contains("appSubnetId", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Everything_logs_to_the_workspace_and_the_insights_use_it()
    {
        var made = await Bicep.SnapshotAsync("prod");
        Assert.Equal(3, made.Of("Microsoft.Insights/diagnosticSettings").Count());
        Assert.Contains("vstrs-logs", (string?)made.Properties("Microsoft.Insights/components")["WorkspaceResourceId"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prod")]
    [InlineData("dev")]
    public async Task Every_alert_tells_somebody_and_says_what_to_do(string parameters)
    {
        var made = await Bicep.SnapshotAsync(parameters);
        Assert.NotEmpty(made.Properties("Microsoft.Insights/actionGroups")["emailReceivers"]!.AsArray());
        var alerts = made.Of("Microsoft.Insights/metricAlerts").Select(alert => alert["properties"]!).ToList();
        Assert.True(alerts.Count >= 3);
        Assert.All(alerts, alert =>
        {
            Assert.True((bool)alert["enabled"]!);
            Assert.Contains("-told", alert["actions"]![0]!["actionGroupId"]!.ToString(), StringComparison.Ordinal);
            Assert.True(((string)alert["description"]!).Split('.').Length >= 3, (string?)alert["description"]);
        });
    }

    private static JsonNode Site(JsonObject made) => made.Properties("Microsoft.Web/sites")["siteConfig"]!;

    private static IEnumerable<string> RolesOf(JsonObject made) => made.Of("Microsoft.Authorization/roleAssignments").Select(role => role.ToJsonString());
}
