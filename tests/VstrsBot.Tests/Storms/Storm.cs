using TeamsStandIn.Faults;
using VstrsBot.Handoffs;
using VstrsBot.Tests.Histories;
using VstrsBot.Tests.Journeys;

namespace VstrsBot.Tests.Storms;

/// <summary>What goes wrong around a desk, drawn by a seed, one thing after another, until it clears up.</summary>
/// <param name="kills">Bots may be killed: another serves meanwhile.</param>
internal sealed class Storm(Desk desk, Random chance, bool kills)
{
    private static readonly Op[] Asked = [Op.Update, Op.Update, Op.Send, Op.CreateConversation];

    private readonly List<(DateTimeOffset At, Action Ends)> passing = [];

    /// <summary>How often each kind of thing went wrong.</summary>
    public SortedDictionary<string, int> Struck { get; } = new(StringComparer.Ordinal);

    /// <summary>Perhaps something goes wrong now; and what is over by now ends.</summary>
    public async Task BlowAsync()
    {
        EndUntil(desk.Time.GetUtcNow());
        if (chance.Next(3) > 0)
            return;
        switch (chance.Next(kills ? 12 : 11))
        {
            case 0 or 1 or 2 or 3: FailCalls(); break;
            case 4 or 5: Count("deliveries", () => desk.Teams.Faults.Next(Op.Deliver, OneOf(TeamsFaults.ToTheBot)())); break;
            case 6: Count("deliveries lost", () => desk.Teams.Faults.Next(Op.Deliver, Fault.Lose())); break;
            case 7: TakeTheStoreAway(); break;
            case 8: LoseAnswersOfTheStore(); break;
            case 9: Count("token refused", () => desk.Teams.Faults.Next(Op.Token, Fault.Status(500)).Times(chance.Next(1, 4))); break;
            case 10: DeleteACard(); break;
            default: await KillAsync(); break;
        }
    }

    /// <summary>Everything works again.</summary>
    public void ClearUp()
    {
        EndUntil(DateTimeOffset.MaxValue);
        desk.Teams.Faults.Clear();
    }

    private void FailCalls()
    {
        var (name, fault) = TeamsFaults.ToTeams.ElementAt(chance.Next(TeamsFaults.ToTeams.Count));
        Count($"Teams: {name}", () => desk.Teams.Faults.Next(Asked[chance.Next(Asked.Length)], fault()).Times(chance.Next(1, 7)));
    }

    private void TakeTheStoreAway()
    {
        var (store, reads) = (OneOf(desk.Replicas).Store, chance.Next(2) == 0);
        Count(reads ? "store full" : "store away", () => (store.Down, store.ReadOnly) = (!reads, reads));
        For(chance.Next(2, 90), () => (store.Down, store.ReadOnly) = (false, false));
    }

    /// <summary>Some commits are done, some are not, and nobody is told which.</summary>
    private void LoseAnswersOfTheStore()
    {
        var (store, drawn, calls) = (OneOf(desk.Replicas).Store, new byte[64], 0);
        chance.NextBytes(drawn);
        Count("store unsure", () => store.Committing = commit => (drawn[Interlocked.Increment(ref calls) & 63] & 7) switch
        {
            0 => throw new StoreUnsureException("Lost, and not done."),
            1 => WeatherMaker.DoneAndLostAsync(commit),
            _ => commit(),
        });
        For(chance.Next(2, 40), () => store.Committing = commit => commit());
    }

    private void DeleteACard()
    {
        var cards = desk.Teams.Tenant.Messages.Where(message => message is { Author: null, DeletedAt: null, BaseCard: not null }).TakeLast(6).ToList();
        if (cards.Count > 0)
            Count("card deleted", () => desk.Teams.Tenant.Delete(cards[chance.Next(cards.Count)]));
    }

    private async Task KillAsync()
    {
        Count("bot killed", () => { });
        await desk.LoseAsync(OneOf(desk.Replicas), killed: true);
        await desk.WhileTimePassesAsync(() => desk.JoinAsync());
    }

    private void Count(string what, Action strike)
    {
        strike();
        Struck[what] = Struck.GetValueOrDefault(what) + 1;
    }

    private void For(int seconds, Action ends) => passing.Add((desk.Time.GetUtcNow().AddSeconds(seconds), ends));

    private void EndUntil(DateTimeOffset now)
    {
        foreach (var (_, ends) in passing.Where(one => one.At <= now))
            ends();
        passing.RemoveAll(one => one.At <= now);
    }

    private T OneOf<T>(IReadOnlyList<T> some) => some[chance.Next(some.Count)];

    private Func<Fault> OneOf(Dictionary<string, Func<Fault>> some) => some.ElementAt(chance.Next(some.Count)).Value;
}
