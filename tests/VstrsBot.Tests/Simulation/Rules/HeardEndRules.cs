using VstrsBot.Handoffs;
using VstrsBot.Tests.Simulation.Engine;
using VstrsBot.Tests.Simulation.Pretend;

namespace VstrsBot.Tests.Simulation.Rules;

/// <summary>RE10: while a process lives that heard of an end and cannot record it, no banner stands for long, whatever another renews that did not hear of it.</summary>
internal sealed class HeardEndRules(Watched watched, World world)
{
    /// <summary>It shows the end every 5 seconds; where the store hangs, a round takes some more.</summary>
    private static readonly TimeSpan GoneWithin = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan LooksEvery = TimeSpan.FromSeconds(5);

    private readonly Dictionary<Message, DateTimeOffset> liveSince = [];

    private Timeline Timeline => world.Timeline;

    public void Changed(Message message)
    {
        if (message.ShownSince(DateTimeOffset.MaxValue).Any(shown => shown.SaysLive))
            liveSince.TryAdd(message, Timeline.Now);
        else
            liveSince.Remove(message);
    }

    public void Heard(Process process, string? number)
    {
        if (watched.Find(number) is not { State: Live } followed)
            return;
        world.Weather.Tally.HeardEnds++;
        var since = Timeline.Now;
        Timeline.After(LooksEvery, () => Look(process, followed, since));
    }

    private void Look(Process process, Followed followed, DateTimeOffset since)
    {
        if (followed.State is Ended || process.Scheduler.IsDead || process.ShowsEndOn(followed.Id) is not { Count: > 0 } known)
            return;
        if (process.Scheduler.IsSuspended)
            since = Timeline.Now;
        var standing = followed.Banners.FirstOrDefault(message => known.Contains(message.Id) && Stands(message, since));
        if (standing is not null)
            watched.Break($"RE10 {followed.Id}: P{process.No} heard that it has ended, and message {standing.Id} shows the banner since {liveSince[standing]:HH:mm:ss}.");
        Timeline.After(LooksEvery, () => Look(process, followed, since));
    }

    private bool Stands(Message message, DateTimeOffset since) =>
        !message.IsDeleted && !message.Where.BotIsRemoved && liveSince.TryGetValue(message, out var live)
        && new[] { live, since, world.Weather.TeamsFeltUntil, message.Where.ThrottledUntil }.Max() + GoneWithin < Timeline.Now;
}
