using VstrsBot.Handoffs;
using VstrsBot.Outbox;
using VstrsBot.Tests.Simulation.Engine;
using VstrsBot.Tests.Simulation.Pretend;

namespace VstrsBot.Tests.Simulation.Rules;

/// <summary>When an update may leave: never beside another of the same card, and never under a claim that ran out: RE4, RE11.</summary>
internal sealed class SendRules(Watched watched, World world)
{
    /// <summary>Longer than any call to Teams lasts.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(5);

    /// <summary>A claim lasts 15 s, and a send may last 8 of them; a store's clock names whole seconds.</summary>
    private static readonly TimeSpan LeavesWithin = TimeSpan.FromSeconds(9);

    private readonly Dictionary<string, (Process By, DateTimeOffset Since)> underWay = new(StringComparer.Ordinal);
    private readonly Dictionary<(Process By, string Key), (DateTimeOffset At, TimeSpan Off, TimeSpan StoodStill)> claims = [];

    private Timeline Timeline => world.Timeline;

    public void Committed(Process process, IReadOnlyCollection<RowChange> changes)
    {
        foreach (var change in changes.Where(change => change.Key.StartsWith("o|", StringComparison.Ordinal)))
        {
            if (change is RowChange.SetClaim { Claim: { } claim } && OwedClaim.Read(claim).Until is not null)
            {
                claims[(process, change.Key)] = (Timeline.Now, process.Time.Off, process.Time.StoodStill);
                world.Desk.Claimed(process);
            }
            else if (change is RowChange.SetClaim or RowChange.Delete)
                claims.Remove((process, change.Key));
        }
    }

    public void Sending(Process process, Outgoing outgoing)
    {
        if (outgoing is not { Message: { } message, What.Handoff: { } number })
            return;
        if (underWay.TryGetValue(message, out var other) && Timeline.Now - other.Since < LongestCall && world.Weather.FeltUntil < Timeline.Now)
            watched.Break($"RE4 {number}: P{process.No} updates message {message} while P{other.By.No} still does.");
        underWay[message] = (process, Timeline.Now);

        // An end that cannot be recorded is shown without a claim: where the store failed, what says LIVE is none.
        var own = claims.Where(one => one.Key.By == process && one.Key.Key.StartsWith($"o|{number}|", StringComparison.Ordinal)).Select(one => one.Value).ToList();
        if (own.Count > 0 && (outgoing.What.SaysLive || world.Weather.StoreFailedAt < Timeline.Now.AddMinutes(-1)) && own.All(claim => RanOut(process, claim)))
            watched.Break($"RE11 {number}: P{process.No} updates message {message} under a claim of {own.Max(claim => claim.At):HH:mm:ss}, and it is {Timeline.Now:HH:mm:ss}.");
    }

    public void Over(Outgoing outgoing)
    {
        if (outgoing.Message is { } message)
            underWay.Remove(message);
    }

    /// <summary>A clock that was set, or stood still with its machine, cannot tell.</summary>
    private bool RanOut(Process process, (DateTimeOffset At, TimeSpan Off, TimeSpan StoodStill) claim) =>
        Timeline.Now - claim.At > LeavesWithin && claim.Off == process.Time.Off && claim.StoodStill == process.Time.StoodStill;
}
