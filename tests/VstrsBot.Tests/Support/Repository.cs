using System.Runtime.CompilerServices;

namespace VstrsBot.Tests.Support;

/// <summary>Where the project stands.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
