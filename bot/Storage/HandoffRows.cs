using System.Text;
using VstrsBot.Handoffs;
using VstrsBot.Record;

namespace VstrsBot.Storage;

/// <summary>One step to commit: events and everything that goes with them, in one transaction.</summary>
/// <param name="Read">What the decision was made on.</param>
/// <param name="Availability">Rows of people as they were read, by person; those that the events touch must be among them.</param>
/// <param name="Wake">When time speaks next.</param>
/// <param name="Also">Rows that belong to this step: a submission, working data, an address.</param>
internal sealed record Step(
    Stored Read,
    PostedHandoff After,
    IReadOnlyList<HandoffEvent> Events,
    IReadOnlyDictionary<PersonId, StoredAvailability> Availability,
    DateTimeOffset? Wake,
    IReadOnlyList<RowChange> Also);

/// <summary>The handoffs of one desk over its rows: state, record, what is owed and the limits of people are written in one transaction.</summary>
internal sealed class HandoffRows(IHandoffStore store, RecordChain chain, RandomSource random, Snapshots snapshots)
{
    private readonly RowMemo<Availability> people = new(places: 512);

    /// <exception cref="StoreUnavailableException">State cannot be read: fail closed.</exception>
    /// <exception cref="UnreadableRowException">Written by a release this one does not know: fail closed.</exception>
    public async Task<Stored> LoadAsync(HandoffId id, CancellationToken ct)
    {
        if (await store.FindAsync(RowKeys.Handoff(id), ct) is not { } row)
            return Stored.Nothing(id);

        var snapshot = snapshots.Read(row);
        return snapshot.V == Snapshot.Form
            ? new Stored(id, snapshot.State, snapshot.Version, row.Tag, snapshot.Head)
            : throw new UnreadableRowException(row.Key);
    }

    public async Task<bool> ExistsAsync(string key, CancellationToken ct) => await store.FindAsync(key, ct) is not null;

    /// <summary>The numbers of all open handoffs. What it costs follows from those, not from all that ever were.</summary>
    public async Task<IReadOnlyList<HandoffId>> OpenAsync(CancellationToken ct)
    {
        List<HandoffId> open = [];
        await foreach (var row in store.ReadAllAsync(RowKeys.AllOpen, ct))
        {
            if (HandoffId.TryParse(Encoding.ASCII.GetString(row.Value), out var id))
                open.Add(id);
        }

        return open;
    }

    public async Task<StoredAvailability> AvailabilityOfAsync(PersonId person, CancellationToken ct) =>
        await store.FindAsync(RowKeys.Availability(person), ct) is { } row
            ? new StoredAvailability(people.Read(row), row.Tag)
            : new StoredAvailability(new Availability(person), null);

    /// <summary>The rows of everybody who has one, null where it cannot be read: a desk is small, and a range is one call.</summary>
    public async Task<Dictionary<PersonId, StoredAvailability?>> AllAvailabilityAsync(CancellationToken ct)
    {
        var (from, before) = RowKeys.AllAvailability;
        Dictionary<PersonId, StoredAvailability?> all = [];
        foreach (var row in await store.ReadAsync(from, before, int.MaxValue, ct))
        {
            if (PersonId.TryParse(row.Key[from.Length..], out var person))
                all[person] = people.Find(row) is { } value ? new StoredAvailability(value, row.Tag) : null;
        }

        return all;
    }

    /// <summary>False when someone else moved first: load again and decide again.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was changed.</exception>
    /// <exception cref="StoreUnsureException">The store gave no clear answer, and the step was not there when read back: it may still arrive.</exception>
    public async Task<bool> TryCommitAsync(Step step, CancellationToken ct)
    {
        var change = random.NewGuid();
        var appended = chain.Append(step.Read.Id.Value, step.Read.Head, [.. step.Events.Select(RecordedEvents.Entry)]);
        try
        {
            return await store.TryCommitAsync([.. RowsOf(step, appended, change)], ct);
        }
        catch (StoreUnsureException)
        {
            if (!await StandsAsync(step, appended, change, ct))
                throw;
            return true;
        }
    }

    /// <summary>The snapshot says which commit wrote it; once another has moved it on, the lines of the record still tell.</summary>
    private async Task<bool> StandsAsync(Step step, Appended appended, Guid change, CancellationToken ct)
    {
        try
        {
            if (await store.FindAsync(RowKeys.Handoff(step.Read.Id), ct) is not { } row)
                return false;
            var snapshot = snapshots.Read(row);
            return snapshot.Change == change || (snapshot.Version > step.Read.Version + step.Events.Count && await appended.StandsAsync(store, ct));
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    private static IEnumerable<RowChange> RowsOf(Step step, Appended appended, Guid change)
    {
        var id = step.Read.Id;
        var version = step.Read.Version + step.Events.Count;
        var snapshot = HandoffJson.Write(new Snapshot(Snapshot.Form, step.After, version, appended.Head, change));

        return
        [
            step.Read.Tag is { } tag ? new RowChange.Replace(RowKeys.Handoff(id), snapshot, tag) : new RowChange.Add(RowKeys.Handoff(id), snapshot),
            .. appended.Rows,
            .. OwedRows(step, version),
            .. AvailabilityRows(step),
            .. Numbers(step),
            .. step.Wake is { } due ? [new RowChange.Put(RowKeys.Timer(due, id), [])] : Array.Empty<RowChange>(),
            .. step.After is Ended { Erased: true } ? [new RowChange.Drop(RowKeys.WorkingData(id))] : Array.Empty<RowChange>(),
            .. step.Also,
        ];
    }

    private static IEnumerable<RowChange> OwedRows(Step step, long version)
    {
        var before = step.Read.State;
        var owed = new Dictionary<string, Effect>(StringComparer.Ordinal);
        foreach (var happened in step.Events)
        {
            var after = (PostedHandoff)Evolution.Evolve(before, happened);
            foreach (var effect in HandoffEffects.Of(happened, before, after))
            {
                if (!owed.TryGetValue(effect.Key, out var same) || effect.Urgency < same.Urgency)
                    owed[effect.Key] = effect;
            }

            before = after;
        }

        return owed.Values.Select(effect => new RowChange.Put(
            RowKeys.Owed(step.Read.Id, effect),
            HandoffJson.Write(new Owed(OwedEffect.From(effect, step.After), effect.Urgency, step.Events[^1].At, version))));
    }

    private static IEnumerable<RowChange> AvailabilityRows(Step step)
    {
        foreach (var person in Availability.Touched(step.Read.State, step.Events))
        {
            var read = step.Availability[person];
            var after = step.Events.Aggregate(read.Value, (row, happened) => row.After(happened, step.Read.Id));
            if (after == read.Value)
                continue;
            var value = HandoffJson.Write(after);
            yield return read.Tag is { } tag
                ? new RowChange.Replace(RowKeys.Availability(person), value, tag)
                : new RowChange.Add(RowKeys.Availability(person), value);
        }
    }

    private static IEnumerable<RowChange> Numbers(Step step) => (step.Read.State, step.After) switch
    {
        (NotPosted, _) => RowKeys.Reserved(step.Read.Id).Select(key => new RowChange.Add(key, Encoding.ASCII.GetBytes(step.Read.Id.Value))),
        (OpenHandoff, Ended) => RowKeys.Reserved(step.Read.Id).Select(key => new RowChange.Drop(key)),
        _ => [],
    };
}
