using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using VstrsBot.Tests.Support;

namespace VstrsBot.Tests.Cards;

/// <summary>The real Adaptive Cards library, asked about one card after the other; one process for the whole run, which ends with it.</summary>
internal static class CardsJudge
{
    private static readonly NpmFolder Folder = new("cards-judge", "adaptivecards");
    private static readonly Lazy<Process> Node = new(() => Folder.StartNode(Folder.Path, "judge.mjs", "--answer"));
    private static readonly ConcurrentDictionary<string, string[]> Judged = new(StringComparer.Ordinal);
    private static readonly SemaphoreSlim Turn = new(1, 1);

    /// <summary>What it complains about in a card; nothing when it reads and renders all of it.</summary>
    /// <param name="card">JSON on one line.</param>
    public static async Task<string[]> ComplaintsAsync(string card)
    {
        if (Judged.TryGetValue(card, out var known)) return known;
        await Turn.WaitAsync();
        try
        {
            await Node.Value.StandardInput.WriteLineAsync(card);
            await Node.Value.StandardInput.FlushAsync();
            var answer = await Node.Value.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await Node.Value.StandardError.ReadToEndAsync());
            return Judged[card] = JsonSerializer.Deserialize<string[]>(answer)!;
        }
        finally
        {
            Turn.Release();
        }
    }
}
