using System.IO.Compression;
using System.Reflection;
using System.Text;

namespace VstrsBot.Manifest;

/// <summary>The zip that Teams takes: manifest.json and both icons at its root, nothing else. The same values give the same bytes.</summary>
internal static class AppPackage
{
    public const string ManifestName = "manifest.json";

    public static readonly IReadOnlyList<string> IconNames = ["color.png", "outline.png"];

    /// <summary>The oldest time a zip can hold: a package does not depend on when it was built.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>manifest.json as it stands in this folder, its names not filled in.</summary>
    public static string Template => Encoding.UTF8.GetString(Part(ManifestName));

    /// <exception cref="PackException">A value is missing.</exception>
    public static byte[] Build(AppValues values)
    {
        var manifest = ManifestTemplate.Fill(Template, values.Checked().ByName);
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, ManifestName, Encoding.UTF8.GetBytes(manifest));
            foreach (var icon in IconNames)
                Add(zip, icon, Part(icon));
        }

        return bytes.ToArray();
    }

    public static byte[] Part(string name)
    {
        using var from = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        from.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        using var to = entry.Open();
        to.Write(content);
    }
}
