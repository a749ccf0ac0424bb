using VstrsBot.Tests.Simulation.Engine;
using VstrsBot.Tests.Simulation.Pretend;

namespace VstrsBot.Tests.Simulation.Rules;

/// <summary>What a banner may say, and when it must be gone: H3, H4, G1, G2, G3, G5.</summary>
internal sealed class AuthorityRules(Watched watched, World world)
{
    private static readonly TimeSpan GoneWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LeavesWithin = TimeSpan.FromSeconds(10);

    private Timeline Timeline => world.Timeline;

    public void Sending(Process process, Outgoing outgoing)
    {
        if (outgoing.What.SaysLive)
            Check(process, outgoing.What, "a card");
    }

    /// <summary>What it claims is in the store, and not further away than a lease by the clock it was made with.</summary>
    public void Check(Process process, OnScreen banner, string what)
    {
        world.Weather.Tally.Banners++;
        if (banner.Until is not { } until || watched.Find(banner.Handoff) is not { } followed)
        {
            watched.Break($"H4: {what} shows authority without its end or its handoff.");
            return;
        }

        if (until > followed.LeaseUntil)
            watched.Break($"H4 {followed.Id}: {what} says until {until:HH:mm:ss}, the store {followed.LeaseUntil:HH:mm:ss}.");
        if (until + Latest(process) < Timeline.Now)
            watched.Break($"H4 {followed.Id}: {what} shows authority until {until:HH:mm:ss}, and it is {Timeline.Now:HH:mm:ss}.");
        if (until - Timeline.Now > world.Times.Lease + Furthest(process) + TimeSpan.FromSeconds(1))
            watched.Break($"G5 {followed.Id}: {what} says until {until:HH:mm:ss}, and it is {Timeline.Now:HH:mm:ss}.");
    }

    public void Changed(Message message)
    {
        var live = message.Stored.SaysLive ? message.Stored : message.Views.Values.FirstOrDefault(view => view.SaysLive);
        if (live is not null && watched.Find(live.Handoff) is { } shown)
        {
            shown.Banners.Add(message);
            if (shown.EndedAt is not null)
                Timeline.After(GoneWithin, () => MustBeGone(shown));
            return;
        }

        foreach (var followed in watched.All.Where(one => one.Banners.Remove(message) && one is { EndedAt: not null, Banners.Count: 0 }))
            Gone(followed, message);
    }

    public void Committed(Followed followed)
    {
        if (followed.EndedAt != Timeline.Now || followed.Banners.Count == 0)
            return;
        followed.HadRunOut = !followed.Banners.Any(message => Claims(message.Stored));
        Timeline.After(GoneWithin, () => MustBeGone(followed));
    }

    private void Gone(Followed followed, Message last)
    {
        var ended = followed.EndedAt!.Value;
        if (world.Weather.FeltUntil >= ended || followed.HadRunOut)
            return;
        watched.EndToGone.Add(Timeline.Now - ended);
        world.Note($"All well: the banners of {followed.Id} were gone {(Timeline.Now - ended).TotalSeconds:0.00} s after its end, the last on {last.Id}.");
    }

    private void MustBeGone(Followed followed)
    {
        var standing = followed.Banners.FirstOrDefault(message => !message.IsDeleted && !message.Where.BotIsRemoved && message.ShownSince(followed.EndedAt!.Value).Any(Claims));
        if (standing is null)
            return;

        var healed = world.Weather.FeltUntil > followed.EndedAt ? world.Weather.FeltUntil : followed.EndedAt!.Value;
        if (Timeline.Now < healed + GoneWithin)
            Timeline.After(healed + GoneWithin - Timeline.Now, () => MustBeGone(followed));
        else
            watched.Break($"G3 {followed.Id}: ended at {followed.EndedAt:HH:mm:ss}, all well since {healed:HH:mm:ss}, and message {standing.Id} shows the banner at {Timeline.Now:HH:mm:ss}.");
    }

    /// <summary>By the clock on the wall, which is right, it can be believed still.</summary>
    private bool Claims(OnScreen shown) => shown is { SaysLive: true, Until: { } until } && until > Timeline.Now;

    /// <summary>So much later than it was drawn may it leave; a process that was suspended in between leaves what it drew before.</summary>
    private TimeSpan Latest(Process process)
    {
        var (resumed, after) = process.Scheduler.Resumed;
        return LeavesWithin + Furthest(process) + (resumed > Timeline.Now - LeavesWithin ? after : TimeSpan.Zero);
    }

    /// <summary>How far the clock that granted it may be ahead: a store's names whole seconds.</summary>
    private TimeSpan Furthest(Process process) =>
        world.Weather.Climate.StoreHasClock ? TimeSpan.FromSeconds(1) : world.Processes.Append(process).Max(one => one.Time.Off.Duration());
}
