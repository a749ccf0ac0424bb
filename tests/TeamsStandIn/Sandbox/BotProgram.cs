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
internal sealed class BotProgram(string program, SandboxFolder folder, int port) : IAsyncDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(60);
    private readonly SemaphoreSlim power = new(1, 1);
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private Process? running;
    private bool starting;

    public Uri Address { get; } = new($"http://127.0.0.1:{port}");

    public Uri Messages => new(Address, "/api/messages");

    /// <summary>The process that runs, or ran last.</summary>
    /// <exception cref="InvalidOperationException">It was never started.</exception>
    public int ProcessId => (running ?? throw new InvalidOperationException("The bot was never started.")).Id;

    public BotState State => running is not { HasExited: false } ? BotState.Stopped : starting ? BotState.Starting : BotState.Running;

    /// <summary>Starts it and waits until it says that it is ready. One that runs is left alone.</summary>
    /// <exception cref="InvalidOperationException">It stopped, or did not become ready. Says where its log is.</exception>
    public async Task StartAsync(CancellationToken ct)
    {
        await power.WaitAsync(ct);
        try
        {
            if (State is BotState.Running)
                return;
            starting = true;
            running?.Dispose();
            running = Process.Start(Command(["serve"]))!;
            _ = CopyAsync(running.StandardOutput, folder.Log);
            _ = CopyAsync(running.StandardError, $"{folder.Log}.errors");
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
        if (running is not { HasExited: false } process)
            return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
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
        running?.Dispose();
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

    private ProcessStartInfo Command(string[] verb) => new("dotnet", [program, .. verb])
    {
        WorkingDirectory = folder.Path,
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment = { ["ASPNETCORE_URLS"] = Address.ToString(), ["ASPNETCORE_ENVIRONMENT"] = "Development", ["DOTNET_ENVIRONMENT"] = "Development" },
    };

    private async Task UntilReadyAsync(Process started, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(ReadyWithin);
        while (!await IsReadyAsync(ct))
        {
            if (started.HasExited || patience.IsCancellationRequested)
                throw new InvalidOperationException($"The bot did not become ready. Its log: {folder.Log}");
            await Task.Delay(LookEvery, TimeProvider.System, ct);
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
}
