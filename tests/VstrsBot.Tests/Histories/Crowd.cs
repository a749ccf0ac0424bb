using System.Collections.Concurrent;
using TeamsStandIn.Clients;
using VstrsBot.Tests.Journeys;

namespace VstrsBot.Tests.Histories;

/// <summary>How an act reaches the bot, and its answer whoever acted.</summary>
internal enum Way
{
    Pressed,

    /// <summary>As a command: no answer but a sentence in the chat, or a card that comes later.</summary>
    Typed,

    /// <summary>One delivery, twice at once.</summary>
    TwiceAtOnce,

    /// <summary>One delivery, and again when its person has done all else.</summary>
    AgainLater,

    /// <summary>Nobody waits for the answer: what comes next is asked meanwhile.</summary>
    NotHeard,

    /// <summary>It is lost on its way.</summary>
    NeverArrives,
}

/// <summary>Several people act at once, each one thing after another, and all of it is recorded.</summary>
/// <param name="storeMayFail">A command that was typed may then have come to nothing though it was received.</param>
internal sealed class Crowd(Desk desk, History history, bool storeMayFail)
{
    private readonly ConcurrentBag<Task> unheard = [];

    /// <summary>Everybody does theirs, all at the same time, until the last has their answer.</summary>
    public async Task ActAsync(IEnumerable<(Act Act, Way Way)> plan)
    {
        await Task.WhenAll(plan.GroupBy(one => one.Act.By).Select(one => Task.Run(() => ActInTurnAsync([.. one]))));
        await Task.WhenAll(unheard);
    }

    private async Task ActInTurnAsync(IReadOnlyList<(Act Act, Way Way)> mine)
    {
        List<Func<Task>> later = [];
        foreach (var (act, way) in mine)
            await DoAsync(act, way, desk.Teams.As(act.By), later);
        foreach (var again in later)
            await again();
    }

    private async Task DoAsync(Act act, Way way, PersonClient person, List<Func<Task>> later)
    {
        if (way == Way.Typed && Wire.Command(act) is { } command)
        {
            await history.RecordAsync(act, () => TypeAsync(act, person, command));
            return;
        }

        var delivery = Wire.Press(act, person);
        async Task<Said?> DeliverAsync() => AnswerReading.Read(act, await desk.Teams.DeliverAsync(delivery.DeepClone().AsObject()));
        Task AnswerAloneAsync() => history.RecordAsync(act with { IsAnswerAlone = true }, DeliverAsync);
        switch (way)
        {
            case Way.NeverArrives:
                history.RecordUnheard(act);
                break;
            case Way.NotHeard:
                history.RecordUnheard(act);
                unheard.Add(DeliverAsync());
                break;
            case Way.TwiceAtOnce:
                history.RecordUnheard(act);
                await Task.WhenAll(AnswerAloneAsync(), AnswerAloneAsync());
                break;
            case Way.AgainLater:
                history.RecordUnheard(act);
                await AnswerAloneAsync();
                later.Add(AnswerAloneAsync);
                break;
            default:
                await history.RecordAsync(act, DeliverAsync);
                break;
        }
    }

    private async Task<Said?> TypeAsync(Act act, PersonClient person, string command)
    {
        var before = person.Chat.Count;
        var answer = await person.SayAsync(command);
        if (answer.Status != 200)
            return null;
        foreach (var sentence in person.Chat.Skip(before).Where(message => message is { IsFromBot: true, Plain: not null, Card: null }))
        {
            if (AnswerReading.TryRead(act, sentence.Plain!, out var said))
                return said;
        }

        return storeMayFail ? null : new Said();
    }
}
