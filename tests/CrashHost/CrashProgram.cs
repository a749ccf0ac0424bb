using System.Threading.Channels;

namespace CrashHost;

/// <summary>
/// Several bots in one process, each with its own settings, store, clock and place to die. Whoever started it says on standard input what to
/// do, a line each, with the bot's number in front; each bot answers on standard output, with its number. It is killed, or ends with its input.
/// </summary>
internal static class CrashProgram
{
    public static int Run()
    {
        var bots = new Dictionary<string, ChannelWriter<string>>(StringComparer.Ordinal);
        while (Console.In.ReadLine()?.Split(' ', 2) is [var number, var said])
        {
            if (!bots.TryGetValue(number, out var bot))
                bots[number] = bot = Begin(number);
            bot.TryWrite(said);
        }

        return 0;
    }

    private static ChannelWriter<string> Begin(string number)
    {
        var said = Channel.CreateUnbounded<string>();
        _ = Task.Run(async () =>
        {
            try
            {
                await HostedBot.RunAsync(said.Reader, answer => AnswerAsync(number, answer));
            }
            catch (Exception broken)
            {
                await Console.Error.WriteLineAsync($"{number} {broken}");
                await AnswerAsync(number, $"broke {broken.GetType().Name}");
            }
        });
        return said.Writer;
    }

    /// <summary>The console writes one line at a time, and at once.</summary>
    private static Task AnswerAsync(string number, string line) => Console.Out.WriteLineAsync($"{number} {line}");
}
