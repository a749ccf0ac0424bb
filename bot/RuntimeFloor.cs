using System.Reflection;

namespace VstrsBot;

/// <summary>The oldest servicing release of .NET that serves in Production: the newest one when this release was made (Directory.Build.props).</summary>
internal static class RuntimeFloor
{
    public static Version Oldest { get; } = Version.Parse(
        typeof(RuntimeFloor).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == nameof(RuntimeFloor)).Value!);

    /// <summary>Why this runtime may not serve, and what to do; null when it may.</summary>
    public static string? WhyNot(Version running) => running >= Oldest
        ? null
        : $"The .NET runtime is {running}; {Oldest} or newer is needed, for its security fixes. Install it, or deploy the container, which brings its own.";
}
