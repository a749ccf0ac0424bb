using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using CrashHost;

namespace VstrsBot.Tests.Crashes;

/// <summary>A process that hosts the bots of several journeys, until it is killed.</summary>
internal sealed class CrashedProcess : IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, Action<string>> hears = new();
    private readonly Process process;
    private readonly StringBuilder errors = new();
    private readonly SemaphoreSlim speaking = new(1);
    private readonly Task listening;

    private CrashedProcess(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, said) => errors.AppendLine(said.Data);
        process.BeginErrorReadLine();
        listening = ListenAsync();
    }

    /// <summary>Waits until it is dead.</summary>
    public Task EndedAsync() => listening.WaitAsync(CancellationToken.None);

    /// <summary>What its bots logged.</summary>
    public string Errors => errors.ToString();

    public static CrashedProcess Start() => new(Process.Start(new ProcessStartInfo("dotnet", [typeof(CrashProgram).Assembly.Location])
    {
        WorkingDirectory = AppContext.BaseDirectory,
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment =
        {
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            // It lives for seconds: what it would learn about itself is never used.
            ["DOTNET_TieredPGO"] = "0",
            ["DOTNET_TC_CallCounting"] = "0",
            ["DOTNET_gcConcurrent"] = "0",
            ["DOTNET_gcServer"] = "0",
        },
    })!);

    /// <summary>Whoever is named there hears each line of a bot.</summary>
    public void Hear(int bot, Action<string> line) => hears[bot] = line;

    public async Task SayAsync(string line)
    {
        await speaking.WaitAsync();
        try
        {
            await process.StandardInput.WriteLineAsync(line);
            await process.StandardInput.FlushAsync();
        }
        finally
        {
            speaking.Release();
        }
    }

    /// <summary>SIGKILL, as of a power cut: nothing is cleaned up, flushed or closed.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        await EndedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
        speaking.Dispose();
    }

    private async Task ListenAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split(' ', 2) is [var bot, var said] && int.TryParse(bot, out var number))
                hears[number](said);
        }
    }
}
