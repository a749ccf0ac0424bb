using System.Diagnostics;
using System.Globalization;
using VstrsBot.Tests.Settings;
using VstrsBot.Tests.Support;

namespace VstrsBot.Tests.Publish;

/// <summary>The published program, run by an account without rights, in an environment that holds its settings and nothing else.</summary>
internal sealed class Nobody : IDisposable
{
    private const string Account = "65534";
    private readonly TemporaryFolder data = new();
    private Process? running;

    private static bool IsRoot => Environment.IsPrivilegedProcess;

    /// <summary>Its working folder, the only place that it may write.</summary>
    public string Data => data.Path;

    public int Id => running!.Id;

    /// <summary>As on a slim image: no zones of the system's; and nothing that says who, where or in which language.</summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
        ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information", // says where it listens
        ["TZDIR"] = "/no-zones-here",
        ["Teams__AppId"] = "22222222-3333-4444-8555-666666666666",
        ["Teams__TenantId"] = "11111111-2222-4333-8444-555555555555",
        ["Teams__Credential__ManagedIdentityClientId"] = "33333333-3333-4444-8555-666666666666",
        ["Keys__SeesDigest"] = Configured.KeyOf(1),
        ["Keys__Record"] = Configured.KeyOf(2),
        ["Keys__WorkingData"] = Configured.KeyOf(3),
    };

    /// <summary>Starts it and waits until it says where it listens.</summary>
    public async Task<Uri> StartAsync(string program, CancellationToken ct)
    {
        if (IsRoot)
            (await Programs.RunAsync("chown", [Account, Data], Data, ct)).Expect(0);
        string[] command = IsRoot ? ["setpriv", $"--reuid={Account}", $"--regid={Account}", "--clear-groups", "--no-new-privs", program, "serve"] : [program, "serve"];
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = Data, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        foreach (var (name, value) in Settings)
            start.Environment[name] = value;
        if (IsRoot)
            start.FileName = "/usr/bin/setpriv";

        running = Process.Start(start)!;
        const string Says = "Now listening on: ";
        while (await running.StandardOutput.ReadLineAsync(ct) is { } line)
        {
            if (line.IndexOf(Says, StringComparison.Ordinal) is >= 0 and var at)
                return new Uri(line[(at + Says.Length)..].Split('"')[0]);
        }

        throw new InvalidOperationException(await running.StandardError.ReadToEndAsync(ct));
    }

    /// <summary>Tells it to stop, as any platform does, and waits until it has.</summary>
    public async Task<int> StopAsync(CancellationToken ct)
    {
        (await Programs.RunAsync("kill", ["-TERM", Id.ToString(CultureInfo.InvariantCulture)], "/", ct)).Expect(0);
        var rest = running!.StandardOutput.ReadToEndAsync(ct);
        await running.WaitForExitAsync(ct);
        await rest;
        return running.ExitCode;
    }

    public void Dispose()
    {
        if (running is { HasExited: false })
            running.Kill();
        running?.Dispose();
        data.Dispose();
    }
}
