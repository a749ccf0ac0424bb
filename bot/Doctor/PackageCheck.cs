using System.Runtime.CompilerServices;
using System.Text.Json;

namespace VstrsBot.Doctor;

/// <summary>
/// Which version of the Teams package this release goes with. The bot has no right to ask Teams which one is installed, so whoever runs doctor
/// compares.
/// </summary>
internal sealed class PackageCheck : ICheck
{
    public string Name => "Package";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await using var manifest = typeof(PackageCheck).Assembly.GetManifestResourceStream("manifest.json")!;
        using var json = await JsonDocument.ParseAsync(manifest, cancellationToken: ct);
        yield return Finding.Good($"This release goes with version {json.RootElement.GetProperty("version").GetString()} of the Teams package. The Teams admin centre shows which one is there.");
    }
}
