using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Publish;

/// <summary>The bot as it is published: for the container by the Dockerfile's own command, for Azure by README's, from what the Dockerfile copies.</summary>
public sealed class Published : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    /// <summary>With its own runtime.</summary>
    internal string Container => folder.File("container");

    /// <summary>Without.</summary>
    internal string Zip => folder.File("zip");

    internal string Source => folder.File("source");

    public async ValueTask InitializeAsync()
    {
        foreach (var path in Dockerfile.Copied)
            Copy(Repository.File(path), Path.Combine(Source, path));
        await PublishAsync(Dockerfile.Publish, Container);
        await PublishAsync(["publish", "bot", "-r", "linux-x64", "--no-self-contained"], Zip);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The analysers have run on the same code already.</summary>
    private async Task PublishAsync(string[] command, string to)
    {
        var ran = await Programs.RunAsync("dotnet", [.. command, "-o", to, "-p:RunAnalyzers=false", "--nologo", "-v", "q"], Source, TestContext.Current.CancellationToken);
        if (ran.Exit != 0)
            throw new InvalidOperationException(ran.Said);
    }

    private static void Copy(string from, string to)
    {
        if (!Directory.Exists(from))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
            return;
        }

        foreach (var entry in Directory.EnumerateFileSystemEntries(from).Where(entry => Path.GetFileName(entry) is not ("bin" or "obj")))
            Copy(entry, Path.Combine(to, Path.GetFileName(entry)));
    }
}
