using System.Diagnostics;
using System.Text.Json;
using System.Runtime.CompilerServices;

namespace VstrsBot.Tests.Teams;

/// <summary>Asks the Bot Framework's own library for JavaScript bots whether it would let a call in.</summary>
internal static class ConnectorJudge
{
    private static readonly Lock Installing = new();

    public static async Task<IReadOnlyList<bool>> AskAsync(string metadata, string appId, DateTimeOffset now, IEnumerable<JudgedCall> calls, CancellationToken ct)
    {
        Install();
        using var node = Start("node", "judge.mjs");
        var said = node.StandardOutput.ReadToEndAsync(ct);
        var faults = node.StandardError.ReadToEndAsync(ct);
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(new { metadata, appId, now = now.ToUnixTimeMilliseconds(), calls }, JsonSerializerOptions.Web));
        node.StandardInput.Close();
        await node.WaitForExitAsync(ct);
        return node.ExitCode == 0 ? JsonSerializer.Deserialize<bool[]>(await said)! : throw new InvalidOperationException(await faults);
    }

    private static void Install()
    {
        lock (Installing)
        {
            if (Directory.Exists(Path.Combine(Folder(), "node_modules", "botframework-connector"))) return;
            using var npm = Start("npm", "ci", "--no-audit", "--no-fund", "--silent");
            npm.StandardInput.Close();
            npm.WaitForExit();
            if (npm.ExitCode != 0) throw new InvalidOperationException(npm.StandardError.ReadToEnd());
        }
    }

    private static Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = Folder(),
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../connector-judge"));
}

/// <summary>What both are asked about.</summary>
internal sealed record JudgedCall(string Name, string Authorization, string ChannelId = "msteams", string ServiceUrl = Ids.ServiceUrl);
