using System.Diagnostics;
using System.Globalization;
using System.Text;
using CrashHost;

namespace VstrsBot.Tests.Crashes;

/// <summary>The bot in a process of its own, that kills itself where it is told to. Its clock and its pump are driven from here.</summary>
internal sealed class CrashedBot : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process process;
    private readonly StringBuilder errors = new();

    private CrashedBot(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, said) => errors.AppendLine(said.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>Where it listens; null when it died before it was ready.</summary>
    public Uri? Messages { get; private set; }

    /// <summary>The write or send it died at; null while it lives, and where it was killed from outside.</summary>
    public string? DiedAt { get; private set; }

    public bool IsDead { get; private set; }

    /// <summary>Starts it, and waits until its start sweep is done or it is dead.</summary>
    /// <param name="folder">Its working folder, with its settings.</param>
    /// <param name="position">Where to die in the start sweep, if at all.</param>
    public static async Task<CrashedBot> StartAsync(string folder, DateTimeOffset now, int? position = null)
    {
        var bot = new CrashedBot(Process.Start(new ProcessStartInfo("dotnet", [typeof(CrashProgram).Assembly.Location])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["CRASH_CLOCK"] = Ticks(now),
                ["CRASH_AT"] = position?.ToString(CultureInfo.InvariantCulture) ?? "",
                // It lives for seconds: what it would learn about itself is never used.
                ["DOTNET_TieredPGO"] = "0",
                ["DOTNET_TC_CallCounting"] = "0",
                ["DOTNET_gcConcurrent"] = "0",
            },
        })!);
        var ready = await bot.AnswerAsync();
        if (ready is not null && !ready.StartsWith("ready ", StringComparison.Ordinal) || ready is null && position is null)
            throw new InvalidOperationException($"The bot did not start: {ready} {(bot.IsDead ? bot.errors : "")}");
        bot.Messages = ready is null ? null : new Uri($"{ready["ready ".Length..]}/api/messages");
        return bot;
    }

    public Task TellTimeAsync(DateTimeOffset now) => AskAsync($"time {Ticks(now)}");

    /// <summary>Counts writes and sends from now, and dies at that position of them; null only counts.</summary>
    public Task ArmAsync(int? position) => AskAsync(string.Create(CultureInfo.InvariantCulture, $"arm{(position is { } at ? $" {at}" : "")}"));

    /// <summary>Sends what is owed and due. The writes and sends since it was armed; null when it died.</summary>
    public async Task<int?> PassAsync() => await AskAsync("pass") is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : null;

    /// <summary>Kills it from outside, as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        IsDead = true;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    private async Task<string?> AskAsync(string command)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(command);
            await process.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            // It is dead already; what it said last is read below.
        }

        return await AnswerAsync();
    }

    private async Task<string?> AnswerAsync()
    {
        using var enough = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(enough.Token) is { } line)
        {
            if (!line.StartsWith("dies ", StringComparison.Ordinal))
                return line;
            DiedAt = line["dies ".Length..];
        }

        await process.WaitForExitAsync(enough.Token);
        IsDead = true;
        return null;
    }

    private static string Ticks(DateTimeOffset at) => at.UtcTicks.ToString(CultureInfo.InvariantCulture);
}
