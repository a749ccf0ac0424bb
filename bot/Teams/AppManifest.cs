using System.IO.Compression;
using System.Text.Json;

namespace VstrsBot.Teams;

/// <summary>The Teams app that goes with this release: what administrators upload, as manifest/manifest.json has it.</summary>
/// <param name="Version">Three numbers; it rises with every change of the package.</param>
/// <param name="BotId">The bot that the app talks to; in the release itself it is not filled in.</param>
internal sealed record AppManifest(string Version, string BotId)
{
    private const string Name = "manifest.json";

    /// <summary>The one that this release was made with.</summary>
    public static AppManifest OfThisRelease { get; } = Read(typeof(AppManifest).Assembly.GetManifestResourceStream(Name)!);

    /// <summary>The one in a package that was built for Teams.</summary>
    /// <exception cref="InvalidDataException">Not such a package.</exception>
    public static AppManifest InPackage(Stream package)
    {
        using var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var manifest = zip.GetEntry(Name)?.Open() ?? throw new InvalidDataException($"There is no {Name} at its root.");
        return Read(manifest);
    }

    private static AppManifest Read(Stream json)
    {
        try
        {
            using var manifest = JsonDocument.Parse(json);
            var root = manifest.RootElement;
            return new AppManifest(root.GetProperty("version").GetString()!, root.GetProperty("bots")[0].GetProperty("botId").GetString()!);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"{Name} is no app manifest.", error);
        }
    }
}
