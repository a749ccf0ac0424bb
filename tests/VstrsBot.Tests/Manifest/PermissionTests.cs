using System.Text.Json.Nodes;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Manifest;

/// <summary>DE2: the fewest permissions, and why for each.</summary>
public sealed class PermissionTests
{
    private static readonly string[] NotAskedFor =
    [
        "authorization", "webApplicationInfo", "validDomains", "devicePermissions", "staticTabs", "configurableTabs", "connectors", "activities", "graphConnector",
        "meetingExtensionDefinition", "extensions", "dashboardCards", "supportedChannelTypes", "copilotAgents", "agenticUserTemplates", "agentConnectors", "agentSkills",
    ];

    [Fact]
    public void Each_has_its_reason_written_down_and_there_is_no_reason_for_what_is_not_asked() => Assert.Equal(Asked(Packed.Json()).Order(), Reasons().Keys.Order());

    [Fact]
    public void Every_reason_is_a_sentence() => Assert.All(Reasons().Values, reason => Assert.True(reason.Length > 30 && reason.EndsWith('.'), reason));

    [Fact]
    public void Nothing_else_is_asked_for()
    {
        var manifest = Packed.Json();
        Assert.All(NotAskedFor, name => Assert.False(manifest.ContainsKey(name), name));
        var bot = manifest["bots"]![0]!.AsObject();
        Assert.All((string[])["supportsFiles", "supportsCalling", "supportsVideo"], name => Assert.False((bool)bot[name]!, name));
    }

    private static IEnumerable<string> Asked(JsonObject manifest)
    {
        foreach (var permission in manifest["permissions"]!.AsArray())
            yield return $"permissions: {permission}";
        foreach (var scope in manifest["bots"]!.AsArray().SelectMany(bot => bot!["scopes"]!.AsArray()))
            yield return $"bots: {scope}";
        foreach (var command in manifest["composeExtensions"]!.AsArray().SelectMany(extension => extension!["commands"]!.AsArray()))
            yield return $"composeExtensions: {command!["id"]} ({string.Join(", ", command["context"]!.AsArray())})";
    }

    private static Dictionary<string, string> Reasons() => File.ReadLines(Repository.File("manifest/PERMISSIONS.md"))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Split('|'))
        .ToDictionary(cells => cells[1].Trim().Trim('`'), cells => cells[2].Trim(), StringComparer.Ordinal);
}
