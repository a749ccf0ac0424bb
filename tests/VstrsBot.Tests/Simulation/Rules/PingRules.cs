using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Tests.Simulation.Engine;
using VstrsBot.Tests.Simulation.Pretend;

namespace VstrsBot.Tests.Simulation.Rules;

/// <summary>Each due ping is sent once, and soon: H8, G9, G10.</summary>
internal sealed class PingRules(Watched watched, World world)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private readonly Dictionary<(string Handoff, PersonId Who), List<(Message Message, bool Felt)>> sent = [];
    private readonly Dictionary<(string Handoff, int Ask), DateTimeOffset> due = [];

    private Timeline Timeline => world.Timeline;

    public void Posted(Message message)
    {
        if (message.Where.With is { } who && IsPing(message.Stored) && message.Stored.Handoff is { } number)
        {
            if (!sent.TryGetValue((number, who), out var pings))
                sent.Add((number, who), pings = []);
            pings.Add((message, world.Weather.FeltUntil >= Timeline.Now));
            CheckDoubles(number, who, pings);
        }
    }

    public void Committed(Followed followed, IReadOnlyList<RecordLine> lines)
    {
        if (!lines.Any(line => line.Kind == "SpecialistsAsked"))
            return;
        foreach (var ask in followed.State.Asks)
        {
            if (due.TryAdd((followed.Id.Value, ask.No), Timeline.Now))
                world.Weather.Tally.Asked++;
        }

        Timeline.After(Soon, () => CheckSent(followed));
    }

    private static bool IsPing(OnScreen shown) => shown.Summary.EndsWith("Can you take it?", StringComparison.Ordinal);

    private void CheckDoubles(string number, PersonId who, List<(Message Message, bool Felt)> pings)
    {
        var asked = watched.Find(number)?.State.Asks.Count(ask => ask.Who.Id == who) ?? 0;
        var deleted = pings.Count(ping => ping.Message.IsDeleted);
        if (pings.Count > asked + deleted)
            world.Weather.Tally.AskedTwice++;
        if (pings.Count(ping => !ping.Felt) > asked + deleted)
            watched.Break($"G10 {number}: {pings.Count} pings for {asked} asks of {who}.");
    }

    private void CheckSent(Followed followed)
    {
        if (followed.State is not Waiting waiting)
            return;
        foreach (var ask in waiting.Asks.Where(ask => ask.Answer == AskAnswer.None))
        {
            var since = due[(followed.Id.Value, ask.No)];
            if (since > Timeline.Now - Soon || sent.GetValueOrDefault((followed.Id.Value, ask.Who.Id))?.Exists(ping => ping.Message.At >= since) == true)
                continue;
            if (world.Weather.FeltUntil + Soon > Timeline.Now)
                Timeline.After(world.Weather.FeltUntil + Soon - Timeline.Now, () => CheckSent(followed));
            else if (!watched.IsParked(followed.Id, ask.No) && !world.Tenant.Conversations.Any(chat => chat.With == ask.Who.Id && chat.BotIsRemoved))
                watched.Break($"G9 {followed.Id}: {ask.Who.Name} was asked at {since:HH:mm:ss} and not pinged by {Timeline.Now:HH:mm:ss}.");
        }
    }
}
