using TeamsStandIn.Clients;
using VstrsBot.Tests.Histories;
using VstrsBot.Tests.Journeys;
using VstrsBot.Tests.Journeys.Intake;

namespace VstrsBot.Tests.Storms;

/// <summary>How a handoff ended, as far as people did anything about it.</summary>
internal enum EndedBy
{
    Adviser,
    Specialist,
    Lead,

    /// <summary>Nobody pressed anything: the bot has to.</summary>
    Nobody,
}

/// <summary>One handoff from the form to the end, by people who try again when nothing comes back, in a storm.</summary>
internal sealed class StormyCall(Desk desk, Storm storm, Random chance)
{
    private const string Specialist = "Priya Shah";

    /// <summary>Plays it until all is at rest.</summary>
    /// <returns>Its number, and who ended it.</returns>
    public async Task<(string Number, EndedBy By)> PlayAsync()
    {
        var number = await PostAsync();
        foreach (var act in ToLive(number))
            await InsistAsync(act);

        var by = chance.Next(12) switch { < 6 => EndedBy.Adviser, < 9 => EndedBy.Specialist, < 11 => EndedBy.Lead, _ => EndedBy.Nobody };
        await TalkAsync(number, by == EndedBy.Nobody ? 360 : chance.Next(2, 40));
        if (End(by, number) is { } end)
            await InsistAsync(end);

        storm.ClearUp();
        await desk.PassAsync(90);
        await DoAsync(new Act(DeskModel.Lead, Verb.LeadEnd, number)); // whatever of it could not be ended in the storm
        await desk.PassAsync(90);
        return (number, by);
    }

    private async Task<string> PostAsync()
    {
        var form = await desk.Tom.FormAsync(() => desk.PassAsync(1, step: 1));
        return AnswerReading.Read(new Act(DeskModel.Adviser, Verb.Post, ""), await desk.Tom.PressAsync(form, "Find someone", Typed.Part1()))?.Number
            ?? throw new InvalidOperationException("Nothing was posted.");
    }

    private IEnumerable<Act> ToLive(string number)
    {
        yield return new Act(DeskModel.Adviser, Verb.Details, number);
        yield return new Act(Specialist, Verb.Accept, number);
        if (chance.Next(4) == 0)
            yield return new Act(Specialist, Verb.Sees, number, "a");
        yield return new Act(Specialist, Verb.Sees, number, Act.RightCode);
        yield return new Act(Specialist, Verb.Take, number);
    }

    private static Act? End(EndedBy by, string number) => by switch
    {
        EndedBy.Adviser => new Act(DeskModel.Adviser, Verb.End, number),
        EndedBy.Specialist => new Act(Specialist, Verb.End, number),
        EndedBy.Lead => new Act(DeskModel.Lead, Verb.LeadEnd, number),
        _ => null,
    };

    /// <summary>The call goes on; now and then somebody looks.</summary>
    private async Task TalkAsync(string number, int looks)
    {
        for (var look = 0; look < looks; look++)
        {
            await storm.BlowAsync();
            await desk.PassAsync(10, step: 10);
            if (chance.Next(4) == 0)
                await DoAsync(OneOf(new Act(DeskModel.Adviser, Verb.Look, number), new Act(Specialist, Verb.Look, number), new Act(Specialist, Verb.Check, number), new Act(Specialist, Verb.Glance, number)));
        }
    }

    /// <summary>Again, some seconds later, until something is answered.</summary>
    private async Task InsistAsync(Act act)
    {
        for (var times = 0; times < 6; times++)
        {
            await storm.BlowAsync();
            var answer = await DoAsync(act);
            await desk.PassAsync(chance.Next(1, 12));
            if (answer is { Status: 200 } && !AnswerReading.LeavesOpen(answer.Text))
                return;
        }
    }

    private async Task<BotAnswer> DoAsync(Act act)
    {
        var answer = new BotAnswer(0);
        await desk.WhileTimePassesAsync(async () => answer = await desk.Teams.DeliverAsync(Wire.Press(act, desk.Teams.As(act.By))));
        return answer;
    }

    private T OneOf<T>(params T[] some) => some[chance.Next(some.Length)];
}
