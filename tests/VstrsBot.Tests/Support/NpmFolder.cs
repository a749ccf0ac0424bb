using System.Diagnostics;
using Xunit;

namespace VstrsBot.Tests.Support;

/// <summary>A folder of tests/ with packages of npm, which is set up when it is first needed.</summary>
/// <param name="name">Its name under tests/.</param>
/// <param name="package">One of its packages.</param>
internal sealed class NpmFolder(string name, string package)
{
    private readonly Lock installing = new();

    public string Path { get; } = Repository.File($"tests/{name}");

    /// <summary>Starts one of its programs; what it needs is there then.</summary>
    public Process StartNode(string workingFolder, params string[] arguments)
    {
        Install();
        return Start("node", workingFolder, arguments);
    }

    private void Install()
    {
        lock (installing)
        {
            if (Directory.Exists(System.IO.Path.Combine(Path, "node_modules", package))) return;
            using var npm = Start("npm", Path, "ci", "--no-audit", "--no-fund", "--silent");
            npm.StandardInput.Close();
            npm.WaitForExit();
            Assert.True(npm.ExitCode == 0, $"(cd tests/{name} && npm ci) failed. {npm.StandardError.ReadToEnd()}");
        }
    }

    private static Process Start(string program, string workingFolder, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = workingFolder,
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
