using VstrsBot.Manifest;
using VstrsBot.Tests.Support;

namespace VstrsBot.Tests.Manifest;

/// <summary>Microsoft's Agents Toolkit from npm, offline: it carries the official schemas, and validates a manifest itself.</summary>
internal static class Toolkit
{
    private static readonly SemaphoreSlim Installing = new(1);
    private static readonly string Folder = Repository.File("tests/manifest-judge");
    private static readonly string Tool = Path.Combine(Folder, "node_modules/@microsoft/m365agentstoolkit-cli");

    public static async Task<string> SchemaAsync(CancellationToken ct)
    {
        await InstallAsync(ct);
        return await File.ReadAllTextAsync(Path.Combine(Tool, "json-schemas/teams/v1.29/MicrosoftTeams.schema.json"), ct);
    }

    /// <summary>What <c>atk validate</c> says of it. It gets no connection anywhere, and a home of its own.</summary>
    public static async Task<Ran> ValidateAsync(string manifest, CancellationToken ct)
    {
        await InstallAsync(ct);
        using var home = new TemporaryFolder();
        await File.WriteAllTextAsync(home.File(AppPackage.ManifestName), manifest, ct);
        return await Programs.RunAsync(
            "node",
            ["--require", Path.Combine(Folder, "offline.cjs"), Path.Combine(Tool, "cli.js"), "validate", "--manifest-file", home.File(AppPackage.ManifestName), "--env", "dev", "--telemetry=false"],
            home.Path,
            ct,
            new Dictionary<string, string> { ["HOME"] = home.Path, ["USERPROFILE"] = home.Path });
    }

    private static async Task InstallAsync(CancellationToken ct)
    {
        await Installing.WaitAsync(ct);
        try
        {
            if (Directory.Exists(Tool))
                return;
            var npm = await Programs.RunAsync("npm", ["ci", "--no-audit", "--no-fund", "--silent"], Folder, ct);
            if (npm.Exit != 0)
                throw new InvalidOperationException(npm.Said);
        }
        finally
        {
            Installing.Release();
        }
    }
}
