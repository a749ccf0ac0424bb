using VstrsBot.Clock;
using VstrsBot.Handoffs;
using VstrsBot.Keys;

namespace VstrsBot.Register;

/// <summary>The register of today, as handoffs need it.</summary>
internal sealed class DeskPeople(RegisterReader register, TimeProvider time) : IDeskPeople
{
    public async Task<Actor?> FindAsync(PersonId id, CancellationToken ct) => ActorOf(id, await register.NowAsync(ct));

    public async Task<Actor?> FindAnewAsync(PersonId id, CancellationToken ct) => ActorOf(id, await register.AnewAsync(ct));

    public async Task<Actor?> FindToEndAsync(PersonId id, CancellationToken ct)
    {
        if (register.LastRead(LastSeen.KeptFor) is not { } last)
            return await FindAsync(id, ct);
        try
        {
            return await FindAsync(id, ct).WaitAsync(LastSeen.StoreMayTake, time, ct);
        }
        catch (Exception away) when (away is StoreUnavailableException or TimeoutException)
        {
            return ActorOf(id, last);
        }
    }

    private Actor? ActorOf(PersonId id, RegisterSnapshot snapshot)
    {
        List<RegisterEntry> entries = [.. snapshot.EntriesOf(id, UkClock.Today(time.GetUtcNow()))];
        return entries.Count == 0
            ? null
            : new Actor(new Person(id, entries[0].Name), entries.Aggregate(Roles.None, (roles, entry) => roles | entry.Role));
    }

    public async Task<CodeDigest?> SeesIdOnFileAsync(PersonId adviser, CancellationToken ct) =>
        (await EntriesAsync(adviser, ct)).FirstOrDefault(e => e.Role == Roles.Adviser)?.SeesId is { } stored ? CodeDigest.FromStored(stored) : null;

    public async Task<string?> PhoneOfAsync(PersonId id, CancellationToken ct) =>
        (await EntriesAsync(id, ct)).Select(e => e.Phone).FirstOrDefault(phone => phone is not null);

    public async Task<AreaPeople> OfAreaAsync(string area, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var today = UkClock.Today(now);
        var snapshot = await register.NowAsync(ct);
        return new AreaPeople(
            [.. snapshot.SpecialistsFor(area, today).Select(who => (who, RotaSince(snapshot, who.Id, area, now)))],
            [.. snapshot.LeadsOf(area, today)],
            [.. snapshot.LeadsOf(RegisterSnapshot.Advisers, today)]);
    }

    private static DateTimeOffset? RotaSince(RegisterSnapshot snapshot, PersonId who, string area, DateTimeOffset now) =>
        snapshot.TurnsOf(who, now, area).Max(turn => (DateTimeOffset?)turn.Start);

    private async Task<List<RegisterEntry>> EntriesAsync(PersonId id, CancellationToken ct) =>
        [.. (await register.NowAsync(ct)).EntriesOf(id, UkClock.Today(time.GetUtcNow()))];
}
