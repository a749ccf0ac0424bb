using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TeamsStandIn.Sandbox;

internal enum BotState
{
    Stopped,
    Starting,
    Running,
}

/// <summary>The real bot as a process of its own, so that it can be killed and started again.</summary>
/// <param name="settings">Settings that win over the folder's, by the names of environment variables.</param>
internal sealed class BotProgram(string program, SandboxFolder folder, int port, IReadOnlyDictionary<string, string>? settings = null) : IAsyncDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromMinutes(2);
    private readonly SemaphoreSlim power = new(1, 1);
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private Run? running;
    private bool starting;

    public Uri Address { get; } = new($"http://127.0.0.1:{port}");

    public Uri Messages => new(Address, "/api/messages");

    /// <summary>The process that runs, or ran last.</summary>
    /// <exception cref="InvalidOperationException">It was never started.</exception>
    public int ProcessId => (running ?? throw new InvalidOperationException("The bot was never started.")).Process.Id;

    public BotState State => running is not { Ended.IsCompleted: false } ? BotState.Stopped : starting ? BotState.Starting : BotState.Running;

    /// <summary>Starts it and waits until it says that it is ready. One that runs is left alone.</summary>
    /// <exception cref="InvalidOperationException">It stopped, or did not become ready. Says what it said last, and where its log is.</exception>
    public async Task StartAsync(CancellationToken ct)
    {
        await power.WaitAsync(ct);
        try
        {
            if (State is BotState.Running)
                return;
            starting = true;
            running?.Process.Dispose();
            var process = Process.Start(Command(["serve"]))!;
            running = new Run(process, process.WaitForExitAsync(CancellationToken.None));
            _ = CopyAsync(process.StandardOutput, folder.Log);
            _ = CopyAsync(process.StandardError, folder.Errors);
            await UntilReadyAsync(running, ct);
        }
        finally
        {
            starting = false;
            power.Release();
        }
    }

    /// <summary>Kills it, as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (running is not { Ended.IsCompleted: false } run)
            return;
        run.Process.Kill(entireProcessTree: true);
        await run.Ended.WaitAsync(CancellationToken.None);
    }

    /// <summary>Asks it to stop (SIGTERM), as a service manager does, and returns its exit code once it has.</summary>
    public async Task<int> StopAsync(CancellationToken ct)
    {
        var run = running ?? throw new InvalidOperationException("The bot was never started.");
        using var asked = Process.Start("kill", ["-TERM", $"{run.Process.Id}"]);
        await run.Ended.WaitAsync(ct);
        return run.Process.ExitCode;
    }

    /// <summary>Runs one of its other verbs and returns the exit code with what it said.</summary>
    public async Task<(int Exit, string Said)> RunAsync(string[] verb, CancellationToken ct)
    {
        using var process = Process.Start(Command(verb))!;
        var said = process.StandardOutput.ReadToEndAsync(ct);
        var faults = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return (process.ExitCode, await said + await faults);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        running?.Process.Dispose();
        http.Dispose();
        power.Dispose();
    }

    /// <summary>The port asked for, or any free one when it is taken.</summary>
    public static int FreePort(int wanted)
    {
        using var listener = new TcpListener(IPAddress.Loopback, wanted);
        try
        {
            listener.Start();
        }
        catch (SocketException)
        {
            return FreePort(0);
        }

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private ProcessStartInfo Command(string[] verb)
    {
        var command = new ProcessStartInfo("dotnet", [program, .. verb])
        {
            WorkingDirectory = folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_URLS"] = Address.ToString(), ["ASPNETCORE_ENVIRONMENT"] = "Development", ["DOTNET_ENVIRONMENT"] = "Development" },
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            command.Environment[name] = value;
        return command;
    }

    private async Task UntilReadyAsync(Run started, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(ReadyWithin);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            while (!await IsReadyAsync(either.Token))
            {
                if (started.Ended.IsCompleted)
                    throw new InvalidOperationException($"The bot stopped with exit code {started.Process.ExitCode}. {folder.LastWords()}");
                await Task.Delay(LookEvery, TimeProvider.System, either.Token);
            }
        }
        catch (OperationCanceledException late) when (patience.IsCancellationRequested)
        {
            throw new InvalidOperationException($"The bot did not become ready. {folder.LastWords()}", late);
        }
    }

    private async Task<bool> IsReadyAsync(CancellationToken ct)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(Address, "/readyz"), ct);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task CopyAsync(StreamReader from, string path)
    {
        await using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        await from.BaseStream.CopyToAsync(file);
    }

    /// <param name="Ended">Completes when the process is gone. Unlike the process it can be asked at any time.</param>
    private sealed record Run(Process Process, Task Ended);
}
