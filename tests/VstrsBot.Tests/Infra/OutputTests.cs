using System.Text.Json.Nodes;
using VstrsBot.Manifest;
using VstrsBot.Tests.Manifest;
using Xunit;

namespace VstrsBot.Tests.Infra;

/// <summary>What the deployment hands on: to the package, to the app registration, to whoever deploys the program.</summary>
public sealed class OutputTests
{
    [Theory]
    [InlineData("prod", "VSTRS handoff")]
    [InlineData("dev", "VSTRS handoff (dev)")]
    public async Task The_package_is_built_from_the_outputs_alone(string parameters, string name)
    {
        var outputs = await OutputsAsync(parameters);
        var az = new JsonObject { [AppValues.Output] = new JsonObject { ["type"] = "Object", ["value"] = outputs[AppValues.Output]!.DeepClone() } };

        var manifest = Packed.Json(AppValues.FromOutputs(az.ToJsonString()));
        Assert.Equal(name, (string?)manifest["name"]!["short"]);
        Assert.Equal(Bicep.AppId, (string?)manifest["bots"]![0]!["botId"]);
    }

    /// <summary>protocol: the subject is the identity's object (principal) id, case-sensitive; not its client id.</summary>
    [Fact]
    public async Task The_app_registration_trusts_the_identity_by_its_principal_id()
    {
        var trusted = (string)(await OutputsAsync("prod"))["federatedCredential"]!;
        Assert.Contains($"'issuer', format('{{0}}{{1}}/v2.0', environment().authentication.loginEndpoint, '{Bicep.TenantId}')", trusted, StringComparison.Ordinal);
        Assert.Matches("'subject', reference\\(.*'identity.*outputs\\.principalId\\.value", trusted);
        Assert.Contains("'audiences', createArray('api://AzureADTokenExchange')", trusted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_the_commands_of_README_need_are_there() =>
        Assert.Superset(new HashSet<string>(["teamsApp", "federatedCredential", "siteName", "vaultName", "messagingEndpoint"]), (await OutputsAsync("prod")).Select(output => output.Key).ToHashSet());

    private static async Task<JsonObject> OutputsAsync(string parameters) => (await Bicep.SnapshotAsync(parameters))["outputs"]!.AsObject();
}
