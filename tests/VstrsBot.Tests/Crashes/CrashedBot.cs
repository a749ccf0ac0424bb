using System.Globalization;

namespace VstrsBot.Tests.Crashes;

/// <summary>A bot in another process, that stops for good where it is told to. Its clock and its pump are driven from here.</summary>
internal sealed class CrashedBot
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly CrashedProcess process;
    private readonly int number;
    private readonly TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<string> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private CrashedBot(CrashedProcess process, int number)
    {
        (this.process, this.number) = (process, number);
        process.Hear(number, Hear);
    }

    /// <summary>Where it listens; null when it stopped before it was ready.</summary>
    public Uri? Messages { get; private set; }

    /// <summary>Waits until it has stopped.</summary>
    public Task StoppedAsync() => stopped.Task.WaitAsync(CancellationToken.None);

    /// <summary>The write or send it stopped at; null where it was killed when all was done.</summary>
    public string? DiedAt { get; private set; }

    /// <summary>Opens it, and waits until its start sweep is done or it has stopped.</summary>
    /// <param name="folder">With its settings.</param>
    /// <param name="position">Where to stop in the start sweep, if at all.</param>
    public static async Task<CrashedBot> OpenAsync(CrashedProcess process, int number, string folder, DateTimeOffset now, int? position)
    {
        var bot = new CrashedBot(process, number);
        var ready = await bot.AskAsync($"open {Ticks(now)} {Place(position)} {folder}");
        bot.Messages = ready is null ? null : new Uri($"{ready["ready ".Length..]}/api/messages");
        return bot;
    }

    public Task TellTimeAsync(DateTimeOffset now) => AskAsync($"time {Ticks(now)}");

    /// <summary>Counts writes and sends from now, and stops at that position of them; null only counts.</summary>
    public Task ArmAsync(int? position) => AskAsync($"arm {Place(position)}");

    /// <summary>Sends what is owed and due. The writes and sends since it was armed; null when it stopped.</summary>
    public async Task<int?> PassAsync() => await AskAsync("pass") is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : null;

    private async Task<string?> AskAsync(string command)
    {
        if (stopped.Task.IsCompleted)
            return null;
        answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await process.SayAsync($"{number} {command}");
        await Task.WhenAny(answer.Task, StoppedAsync(), process.EndedAsync()).WaitAsync(Patience);
        if (stopped.Task.IsCompleted)
            return null;
        var said = answer.Task.IsCompleted ? await answer.Task.WaitAsync(CancellationToken.None) : "broke by itself";
        return said.StartsWith("broke ", StringComparison.Ordinal) ? throw new InvalidOperationException($"{command}: the bot {said} {process.Errors}") : said;
    }

    private void Hear(string line)
    {
        if (!line.StartsWith("dies ", StringComparison.Ordinal))
        {
            answer.TrySetResult(line);
            return;
        }

        DiedAt = line["dies ".Length..];
        stopped.TrySetResult();
    }

    private static string Place(int? position) => position?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private static string Ticks(DateTimeOffset at) => at.UtcTicks.ToString(CultureInfo.InvariantCulture);
}
