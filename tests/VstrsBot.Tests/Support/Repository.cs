using System.Runtime.CompilerServices;

namespace VstrsBot.Tests.Support;

/// <summary>Where the files of the project are.</summary>
internal static class Repository
{
    public static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "../../.."));

    public static string File(string path) => Path.Combine(Root, path);

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
