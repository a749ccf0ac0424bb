using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using VstrsBot.Manifest;

namespace VstrsBot.Tests.Manifest;

/// <summary>The package as an administrator would get it.</summary>
internal static class Packed
{
    public static readonly AppValues Values = new(
        "22222222-3333-4444-8555-666666666666", "Desk support", "https://desk.example/help", "https://desk.example/privacy", "https://desk.example/terms");

    public static string Manifest(AppValues? values = null)
    {
        using var zip = Open(AppPackage.Build(values ?? Values));
        using var text = new StreamReader(zip.GetEntry(AppPackage.ManifestName)!.Open(), Encoding.UTF8);
        return text.ReadToEnd();
    }

    public static JsonObject Json(AppValues? values = null) => JsonNode.Parse(Manifest(values))!.AsObject();

    public static ZipArchive Open(byte[] package) => new(new MemoryStream(package), ZipArchiveMode.Read);
}
