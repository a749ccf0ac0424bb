using System.Diagnostics;
using System.Runtime.CompilerServices;
using VstrsBot.Tests.Support;
using Xunit;

[assembly: AssemblyFixture(typeof(Azurite))]

namespace VstrsBot.Tests.Support;

/// <summary>Azure Tables on this machine, in memory: one for all tests, started by the first that asks, and gone with the last.</summary>
public sealed class Azurite : IDisposable
{
    /// <summary>The emulator's account and key, as published with it.</summary>
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly Lazy<(Process Node, string Address)> Running = new(Start);
    private static int tables;

    /// <summary>Settings of a desk with a table of its own.</summary>
    internal static StoreSettings NewTable() => new()
    {
        Kind = StoreKind.Tables,
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};TableEndpoint={Running.Value.Address}/{Account};",
        Table = $"desk{Interlocked.Increment(ref tables)}",
        CallTimeout = TimeSpan.FromMinutes(1),
    };

    public void Dispose()
    {
        if (!Running.IsValueCreated)
            return;
        using var node = Running.Value.Node;
        node.StandardInput.Close();
        if (!node.WaitForExit(TimeSpan.FromSeconds(5)))
            node.Kill();
    }

    private static (Process Node, string Address) Start()
    {
        if (!Directory.Exists(Path.Combine(Folder(), "node_modules", "azurite")))
            Install();
        var node = Run("node", "serve.mjs");
        node.ErrorDataReceived += (_, _) => { };
        node.BeginErrorReadLine();
        return (node, node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Azurite did not start."));
    }

    private static void Install()
    {
        using var npm = Run("npm", "ci", "--no-audit", "--no-fund", "--silent");
        npm.StandardInput.Close();
        npm.WaitForExit();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException(npm.StandardError.ReadToEnd());
    }

    private static Process Run(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = Folder(),
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../azurite"));
}
