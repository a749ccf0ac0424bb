using System.Reflection;
using System.Text.Json.Nodes;
using VstrsBot.Tests.Support;

namespace VstrsBot.Tests.Infra;

/// <summary>The Bicep command line, from its package; it fetches nothing here.</summary>
internal static class Bicep
{
    public const string AppId = "22222222-3333-4444-8555-666666666666";
    public const string TenantId = "11111111-2222-4333-8444-555555555555";

    public static readonly string Folder = Repository.File("infra");

    private static readonly Dictionary<(string Parameters, bool PrivateNetwork), JsonObject> Snapshots = [];
    private static readonly SemaphoreSlim OneAtATime = new(1);

    private static readonly string Program = typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Bicep").Value!;

    public static Task<Ran> RunAsync(IEnumerable<string> arguments, string folder, bool privateNetwork = false) => Programs.RunAsync(
        Program,
        arguments,
        folder,
        CancellationToken.None,
        new Dictionary<string, string> { ["BOT_APP_ID"] = AppId, ["PRIVATE_NETWORK"] = privateNetwork ? "true" : "false" });

    /// <summary>What a deployment would make, worked out here: what Azure alone knows stays an expression.</summary>
    public static async Task<JsonObject> SnapshotAsync(string parameters, bool privateNetwork = false)
    {
        await OneAtATime.WaitAsync();
        try
        {
            return Snapshots.TryGetValue((parameters, privateNetwork), out var made)
                ? made
                : Snapshots[(parameters, privateNetwork)] = await PredictAsync(parameters, privateNetwork);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    public static void CopyTo(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*.*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task<JsonObject> PredictAsync(string parameters, bool privateNetwork)
    {
        using var folder = new TemporaryFolder();
        CopyTo(folder.Path);
        var ran = await RunAsync(
            [
                "snapshot", $"{parameters}.bicepparam", "--mode", "overwrite", "--tenant-id", TenantId, "--subscription-id", "66666666-2222-4333-8444-555555555555",
                "--resource-group", "vstrs-handoff", "--location", "uksouth",
            ],
            folder.Path,
            privateNetwork);
        return ran.Exit == 0
            ? JsonNode.Parse(await File.ReadAllTextAsync(folder.File($"{parameters}.snapshot.json")))!.AsObject()
            : throw new InvalidOperationException(ran.Said);
    }
}
