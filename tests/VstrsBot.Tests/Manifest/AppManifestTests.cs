using System.IO.Compression;
using VstrsBot.Manifest;
using VstrsBot.Teams;
using Xunit;

namespace VstrsBot.Tests.Manifest;

/// <summary>The bot knows which package goes with it, and can look into one.</summary>
public sealed class AppManifestTests
{
    [Fact]
    public void The_bot_carries_the_version_of_the_manifest_it_was_released_with() =>
        Assert.Equal(ManifestTemplate.VersionOf(AppPackage.Template).ToString(), AppManifest.OfThisRelease.Version);

    [Fact]
    public void A_package_says_its_version_and_its_bot()
    {
        using var package = new MemoryStream(AppPackage.Build(Packed.Values));
        Assert.Equal(new AppManifest(AppManifest.OfThisRelease.Version, Packed.Values.BotId), AppManifest.InPackage(package));
    }

    [Theory]
    [InlineData("folder/manifest.json", "{}")]
    [InlineData("manifest.json", "{}")]
    [InlineData("manifest.json", "[1]")]
    [InlineData("manifest.json", """{ "version": "1.0.0", "bots": [] }""")]
    [InlineData("manifest.json", """{ "version": 1, "bots": [{ "botId": "x" }] }""")]
    [InlineData("manifest.json", "not JSON")]
    public void What_is_no_package_says_so(string name, string manifest)
    {
        using var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        using (var to = new StreamWriter(zip.CreateEntry(name).Open()))
            to.Write(manifest);
        Assert.Throws<InvalidDataException>(() => AppManifest.InPackage(package));
    }
}
