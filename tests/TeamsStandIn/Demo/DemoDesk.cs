using TeamsStandIn.Clients;
using TeamsStandIn.Sandbox;

namespace TeamsStandIn.Demo;

/// <summary>What the demo's people do, and how it waits for what they are to see.</summary>
internal sealed class DemoDesk(PretendDesk desk, bool restarts)
{
    /// <summary>Longer than any step may take on a busy machine: what has not come by then does not come.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public StandIn Teams => desk.Teams;

    public PretendDesk Desk => desk;

    public PersonClient Tom => Teams.As("Tom Reed");

    public PersonClient Priya => Teams.As("Priya Shah");

    /// <summary>Kills the bot and starts it again, where the demo was asked to.</summary>
    public async Task RestartAsync(CancellationToken ct)
    {
        if (!restarts)
            return;
        await desk.Bot.KillAsync();
        await desk.Bot.StartAsync(ct);
    }

    /// <exception cref="DemoFailedException">It was not answered as it should be.</exception>
    public static async Task SayAsync(PersonClient who, string text, CancellationToken ct)
    {
        if (await who.SayAsync(text, ct) is { Status: not (200 or 202) } answer)
            throw new DemoFailedException($"{who.Person.Name} typed \"{text}\" and was answered {answer.Status}.");
    }

    /// <summary>Waits for the newest card with the button, and presses it.</summary>
    /// <exception cref="DemoFailedException">There is no such button, or the client would show "Something went wrong".</exception>
    public async Task<BotAnswer> PressAsync(PersonClient who, string button, IReadOnlyDictionary<string, string>? typed, CancellationToken ct)
    {
        await UntilAsync($"{who.Person.Name} sees the button \"{button}\"", () => Newest(who, button) is not null, ct);
        var answer = await who.PressAsync(Newest(who, button)!, button, typed, ct);
        return answer is { WentWrong: false, InputErrors.Count: 0 }
            ? answer
            : throw new DemoFailedException($"{who.Person.Name} pressed \"{button}\" and was answered {answer.Status} {answer.Text} {string.Join(" ", answer.InputErrors)}");
    }

    /// <exception cref="DemoFailedException">It did not come about in time.</exception>
    public async Task UntilAsync(string what, Func<bool> holds, CancellationToken ct)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(ct);
        waiting.CancelAfter(Patience);
        try
        {
            await Teams.Transcript.UntilAsync(holds, waiting.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new DemoFailedException($"Not within {Patience.TotalSeconds:0} seconds: {what}.");
        }
    }

    public static bool Sees(PersonClient who, string words) => who.Chat.Any(m => m.Text.Contains(words, StringComparison.Ordinal));

    private static SeenMessage? Newest(PersonClient who, string button) => who.Chat.LastOrDefault(m => m.Buttons.Contains(button));
}

/// <summary>A step did not come out as it must. The message says which and how.</summary>
internal sealed class DemoFailedException(string message) : Exception(message);
