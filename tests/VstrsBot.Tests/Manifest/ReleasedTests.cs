using System.Security.Cryptography;
using System.Text.Json;
using VstrsBot.Manifest;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Manifest;

/// <summary>A change of the package without a higher version would be taken by nobody's Teams.</summary>
public sealed class ReleasedTests
{
    [Fact]
    public void Whoever_changes_the_manifest_or_an_icon_raises_the_version_and_adds_it_to_released_json()
    {
        var released = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Repository.File("manifest/released.json")))!;
        var version = ManifestTemplate.VersionOf(AppPackage.Template);

        Assert.Equal(released.Keys.Select(ManifestTemplate.ReadVersion).Max(), version);
        Assert.True(released[version.ToString()] == DigestOf(), $"{version} is {DigestOf()}");
        Assert.Equal(released.Count, released.Values.Distinct().Count());
    }

    private static string DigestOf()
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in (string[])[AppPackage.ManifestName, .. AppPackage.IconNames])
            digest.AppendData(AppPackage.Part(name));
        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }
}
