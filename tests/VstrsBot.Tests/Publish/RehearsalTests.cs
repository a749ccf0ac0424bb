using System.IO.Compression;
using System.Text.Json.Nodes;
using VstrsBot.Keys;
using VstrsBot.Teams;
using VstrsBot.Tests.Infra;
using VstrsBot.Tests.Settings;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Publish;

/// <summary>
/// README's deployment, from the first command to the last, as it stands there: real Bash, zip, openssl, pack and bot; the Azure CLI is a stand-in
/// that answers with what the templates hand out.
/// </summary>
public sealed class RehearsalTests : IDisposable
{
    private const string PrincipalId = "44444444-3333-4444-8555-666666666666";
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_command_of_the_deployment_runs_and_hands_on_what_the_next_needs()
    {
        await PrepareAsync();
        var script = ReadmeCommands.Of("## Deploy to Azure and Teams");
        await File.WriteAllTextAsync(folder.File("deploy.sh"), $"set -euo pipefail\n{script}\n", Ct);
        var ran = await Programs.RunAsync("bash", ["deploy.sh"], folder.Path, Ct, Environment(), input: "yes\n");
        Assert.True(ran.Exit == 0, ran.Said);

        var told = (await File.ReadAllLinesAsync(folder.File("told.jsonl"), Ct)).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(
            [
                "login", "ad app create", "ad sp create", "group create", "deployment group create", "deployment group show", "deployment group show", "deployment group show",
                "deployment group show", "ad app federated-credential create", "keyvault secret set", "keyvault secret set", "keyvault secret set", "webapp deploy",
                "webapp config appsettings list", "group delete", "ad app delete",
            ],
            told.Select(call => (string?)call["command"]));
        Assert.All(told.Skip(2), call => Assert.Equal(Bicep.AppId, (string?)call["botAppId"])); // what the parameters read
        Assert.All(told.Where(call => call["options"]!["id"] is not null), call => Assert.Equal(Bicep.AppId, (string?)call["options"]!["id"]));
        Assert.Equal("vstrs-of-azure", (string?)told.Single(call => (string?)call["command"] == "webapp deploy")["options"]!["name"]);

        await AssertTrustsAsync();
        await AssertKeysAsync();
        await AssertPackedAsync();
        Assert.Contains("Tom Reed", ran.Output, StringComparison.Ordinal); // the difference, before it was applied
        Assert.True(File.Exists(folder.File("desk.db")));
    }

    public void Dispose() => folder.Dispose();

    private async Task PrepareAsync()
    {
        Bicep.CopyTo(folder.File("infra"));
        await File.WriteAllTextAsync(folder.File("outputs-of-azure.json"), (await OutputsAsync()).ToJsonString(), Ct);
        await File.WriteAllLinesAsync(
            folder.File("settings-of-azure.txt"),
            [
                $"Teams__AppId={Bicep.AppId}", $"Teams__TenantId={Bicep.TenantId}", $"Teams__Credential__ManagedIdentityClientId={PrincipalId}", "Channel__ChannelId=",
                $"Store__Path={folder.File("desk.db")}", "Store__ManagedIdentityClientId=taken away", "Keys__ManagedIdentityClientId=taken away",
                $"Keys__SeesDigest={Configured.KeyOf(1)}", $"Keys__Record={Configured.KeyOf(2)}", $"Keys__WorkingData={Configured.KeyOf(3)}",
            ],
            Ct);
        Directory.CreateDirectory(folder.File("register"));
        await File.WriteAllLinesAsync(
            folder.File("register/people.csv"), ["objectId,name,role,seesId,areas,phone,from,to", "55555555-3333-4444-8555-666666666666,Tom Reed,adviser,QX-42 7781,,07700 900123,,"], Ct);
    }

    /// <summary>The outputs of the templates, with a value in the place of what only Azure knows.</summary>
    private static async Task<JsonObject> OutputsAsync()
    {
        var outputs = new JsonObject();
        foreach (var (name, value) in (await Bicep.SnapshotAsync("prod"))["outputs"]!.AsObject())
            outputs[name] = new JsonObject { ["value"] = value is JsonValue ? JsonValue.Create($"{name[..^4].ToLowerInvariant().Replace("site", "vstrs", StringComparison.Ordinal)}-of-azure") : value!.DeepClone() };
        outputs["federatedCredential"] = new JsonObject
        {
            ["value"] = new JsonObject
            {
                ["name"] = "vstrs-bot",
                ["issuer"] = $"https://login.microsoftonline.com/{Bicep.TenantId}/v2.0",
                ["subject"] = PrincipalId,
                ["audiences"] = new JsonArray("api://AzureADTokenExchange"),
                ["description"] = "The bot's managed identity in Azure.",
            },
        };
        return outputs;
    }

    private Dictionary<string, string> Environment() => new()
    {
        ["PATH"] = $"{Repository.File("tests/rehearsal")}:{System.Environment.GetEnvironmentVariable("PATH")}",
        ["REHEARSAL"] = folder.Path,
        ["REHEARSAL_APP_ID"] = Bicep.AppId,
        ["REHEARSAL_PROGRAMS"] = AppContext.BaseDirectory,
    };

    private async Task AssertTrustsAsync()
    {
        var trusted = JsonNode.Parse(await File.ReadAllTextAsync(folder.File("trusted.json"), Ct))!;
        Assert.Equal((PrincipalId, "api://AzureADTokenExchange"), ((string?)trusted["subject"], (string?)trusted["audiences"]![0]));
    }

    /// <summary>What went into the vault is what the bot takes as keys, under the names it asks for.</summary>
    private async Task AssertKeysAsync()
    {
        List<byte[]> keys = [];
        foreach (var key in Enum.GetValues<DeskKey>())
            keys.Add(KeyText.Parse(await File.ReadAllTextAsync(folder.File($"secret-{VaultKeySource.SecretOf(key)}"), Ct), "the vault"));
        Assert.NotNull(new DeskKeys(keys[0], keys[1], keys[2]));
    }

    private async Task AssertPackedAsync()
    {
        await using var package = File.OpenRead(folder.File("vstrs-handoff.zip"));
        Assert.Equal(Bicep.AppId, AppManifest.InPackage(package).BotId);
        await using var sent = await ZipFile.OpenReadAsync(folder.File("sent.zip"), Ct);
        Assert.Equal(["VstrsBot.dll"], sent.Entries.Select(entry => entry.FullName)); // at the root
        Assert.Equal("publish bot -r linux-x64 --no-self-contained -o publish", (await File.ReadAllTextAsync(folder.File("told.dotnet"), Ct)).Trim());
    }
}
